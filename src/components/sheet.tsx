import { useEffect, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { aria, scrollable } from '@/lib/aria'
import { onEscape } from '@/lib/on-escape'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './sheet.scss'

type Props = {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in sight while the content scrolls. */
  footer?: ReactNode
}

/** A panel from below, closed by its cross, by the ground behind it or by Escape: `<Sheet open={open} title='筛选' onClose={close}>…</Sheet>`. */
export const Sheet = ({ open, title, onClose, children, footer }: Props) => {
  useEffect(() => (open ? onEscape(onClose) : undefined), [open, onClose])
  if (!open) return null
  return (
    <View className="sheet" catchMove>
      <View className="sheet-ground" onClick={onClose} {...aria({ hidden: true })} />
      <View className="sheet-panel" {...aria({ role: 'dialog', label: title, modal: true })}>
        <View className="sheet-head">
          <View className="title grow">{title}</View>
          <Pressable className="sheet-close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Pressable>
        </View>
        <ScrollView className="sheet-body" scrollY {...scrollable}>
          <View className="sheet-inner">{children}</View>
        </ScrollView>
        {footer && <View className="sheet-foot">{footer}</View>}
      </View>
    </View>
  )
}

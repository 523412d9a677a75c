import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { useToast } from '@/lib/toast-store'
import { Icon } from './icon'
import './toast-view.scss'

const icons = { plain: 'info', good: 'check', bad: 'warning' } as const

/** Draws what `showToast` says; part of every Page. */
export const ToastView = () => {
  const toast = useToast((state) => state.toast)
  if (!toast) return null
  return (
    <View key={toast.serial} className={`toast toast-${toast.tone}`} {...aria({ role: 'alert' })}>
      <Icon name={icons[toast.tone]} size="s" />
      <View className="grow">{toast.text}</View>
    </View>
  )
}

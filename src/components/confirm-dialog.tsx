import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { onEscape } from '@/lib/on-escape'
import { Button } from './button'
import './confirm-dialog.scss'

type Props = {
  open: boolean
  title: string
  /** What will happen, and what cannot be undone. */
  children?: ReactNode
  confirmWord: string
  cancelWord?: string
  danger?: boolean
  loading?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asked before anything that cannot be undone; its button says the act, never "OK". */
export const ConfirmDialog = ({
  open,
  title,
  children,
  confirmWord,
  cancelWord = '再想想',
  danger,
  loading,
  onConfirm,
  onClose,
}: Props) => {
  useEffect(() => (open ? onEscape(onClose) : undefined), [open, onClose])
  if (!open) return null
  return (
    <View className="dialog" catchMove>
      <View className="dialog-ground" onClick={onClose} {...aria({ hidden: true })} />
      <View className="dialog-panel" {...aria({ role: 'dialog', label: title, modal: true })}>
        <View className="title center">{title}</View>
        {children && <View className="dialog-text">{children}</View>}
        <Button kind={danger ? 'danger' : 'primary'} loading={loading} onPress={onConfirm}>
          {confirmWord}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {cancelWord}
        </Button>
      </View>
    </View>
  )
}

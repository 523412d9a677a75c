import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './button.scss'

type Props = {
  children: ReactNode
  onPress: () => void
  /** primary: the page's one main action · ghost: beside it · quiet: a word to tap · danger: cannot be undone. */
  kind?: 'primary' | 'ghost' | 'quiet' | 'danger'
  icon?: IconName
  loading?: boolean
  disabled?: boolean
  /** 44 px high and as wide as its word. */
  small?: boolean
  label?: string
}

/** `<Button onPress={submit} loading={isPending}>提交</Button>`; 50 px high; while loading it cannot be pressed twice. */
export const Button = ({ children, onPress, kind = 'primary', icon, loading, disabled, small, label }: Props) => {
  const off = disabled === true || loading === true
  return (
    <Pressable
      className={classNames(
        'button',
        `button-${kind}`,
        small && 'button-small',
        disabled && 'button-off',
        loading && 'button-busy',
      )}
      disabled={off}
      label={label}
      onPress={onPress}
    >
      {loading ? <View className="button-spinner" /> : icon && <Icon name={icon} size="s" />}
      <View>{children}</View>
    </Pressable>
  )
}

import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import { Pressable } from './pressable'
import './card.scss'

type Props = {
  children: ReactNode
  /** The whole card is one button. */
  onPress?: () => void
  /** Read aloud instead of the card's text. */
  label?: string
  /** plain: white with a shadow · red, amber, green: a soft coloured note without one. */
  tone?: 'plain' | 'red' | 'amber' | 'green'
  /** 12 px inside instead of 16. */
  tight?: boolean
  selected?: boolean
  className?: string
}

/** A white card: `<Card onPress={open}>…</Card>`. */
export const Card = ({ children, onPress, label, tone = 'plain', tight, selected, className }: Props) => {
  const names = classNames(
    'card',
    tone !== 'plain' && `card-${tone}`,
    tight && 'card-tight',
    selected && 'card-selected',
    className,
  )
  if (!onPress) return <View className={names}>{children}</View>
  return (
    <Pressable className={`${names} card-press`} label={label} onPress={onPress}>
      {children}
    </Pressable>
  )
}

import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria, keyboard } from '@/lib/aria'
import type { AriaFacts } from '@/lib/aria-facts'

type Props = AriaFacts & {
  className?: string
  onPress?: () => void
  children?: ReactNode
}

/** Anything a finger, a key or a screen reader can press; the base of every button, row, chip and option. */
export const Pressable = ({ className, onPress, children, role = 'button', ...facts }: Props) => {
  const press = facts.disabled ? undefined : onPress
  return (
    <View
      className={className}
      hoverClass={press ? 'pressed' : 'none'}
      onClick={() => press?.()}
      {...aria({ role, ...facts })}
      {...keyboard(press)}
    >
      {children}
    </View>
  )
}

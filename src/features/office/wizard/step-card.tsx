import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { Tag } from '@/components/tag'
import './step-card.scss'

type Props = {
  /** 1-based. */
  no: number
  title: string
  /** What stands already, or what it is good for. */
  detail: string
  done: boolean
  optional: boolean
  open: boolean
  onOpen: () => void
  /** Goes on without it; not offered by the last one. */
  onSkip?: () => void
  children: ReactNode
}

/** One step of the way: its head always, what is to be done there while it is open. */
export const StepCard = ({ no, title, detail, done, optional, open, onOpen, onSkip, children }: Props) => (
  <Card selected={open}>
    <View className="stack">
      <Pressable className="step-card-head" expanded={open} onPress={onOpen}>
        <View className={done ? 'step-card-mark step-card-done' : 'step-card-mark'}>
          {done ? <Icon name="check" size="s" /> : no}
        </View>
        <View className="grow">
          <View className="title">{title}</View>
          <View className="text-m">{detail}</View>
        </View>
        {done ? <Tag tone="green">已完成</Tag> : optional ? <Tag tone="grey">可以以后办</Tag> : null}
      </Pressable>
      {open && children}
      {open && !done && onSkip && (
        <Button kind="quiet" label={`先跳过这一步：${title}`} onPress={onSkip}>
          先跳过这一步
        </Button>
      )}
    </View>
  </Card>
)

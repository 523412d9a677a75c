import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './empty.scss'

type Props = {
  title: string
  /** What to do next, in plain words. */
  detail?: string
  icon?: IconName
  /** A button that does it. */
  children?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export const Empty = ({ title, detail, icon = 'inbox', children }: Props) => (
  <View className="empty">
    <View className="empty-icon">
      <Icon name={icon} size="l" />
    </View>
    <View className="title">{title}</View>
    {detail && <View className="text-m">{detail}</View>}
    {children && <View className="empty-action">{children}</View>}
  </View>
)

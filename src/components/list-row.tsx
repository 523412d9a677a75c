import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import { Icon, IconTile, type IconName } from './icon'
import { Pressable } from './pressable'
import './list-row.scss'

type Props = {
  title: ReactNode
  /** Second line, quieter. */
  detail?: ReactNode
  /** Right side: a number, a word, a tag. */
  value?: ReactNode
  icon?: IconName
  tone?: 'red' | 'amber' | 'green' | 'blue' | 'grey'
  onPress?: () => void
  label?: string
}

/** One row of a card: `<ListRow icon='camera' title='我的上报' value='3 条' onPress={open} />`. */
export const ListRow = ({ title, detail, value, icon, tone = 'grey', onPress, label }: Props) => {
  const content = (
    <>
      {icon && <IconTile name={icon} tone={tone} />}
      <View className="list-row-main">
        <View className="list-row-title">{title}</View>
        {detail !== undefined && <View className="list-row-detail">{detail}</View>}
      </View>
      {value !== undefined && <View className="list-row-value">{value}</View>}
      {onPress && <Icon name="chevron-right" size="s" />}
    </>
  )
  if (!onPress) return <View className="list-row">{content}</View>
  return (
    <Pressable className={classNames('list-row', 'list-row-press')} label={label} onPress={onPress}>
      {content}
    </Pressable>
  )
}

type GroupProps = { title?: string; children: ReactNode }

/** Rows in one white card, with hairlines between them. */
export const ListGroup = ({ title, children }: GroupProps) => (
  <View>
    {title && <View className="list-group-title">{title}</View>}
    <View className="list-group">{children}</View>
  </View>
)

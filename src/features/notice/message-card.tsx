import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tag } from '@/components/tag'
import { showAgo } from '@/lib/clock'
import { openAddress } from '@/lib/go'
import type { InboxItem } from './api'
import './message-card.scss'

/** One message in full; where it leads somewhere the whole card is the way. */
export const MessageCard = ({ item }: { item: InboxItem }) => {
  const { page, title, fields, at, read } = item
  return (
    <Card onPress={page ? () => openAddress(page) : undefined}>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{title}</View>
          {!read && <Tag tone="red">新</Tag>}
        </View>
        {fields.map(({ name, value }) => (
          <View key={name} className="message-pair">
            <View className="message-pair-name">{name}</View>
            <View className="message-pair-value">{value}</View>
          </View>
        ))}
        <View className="row-between">
          <View className="note">{showAgo(at)}</View>
          {page && (
            <View className="message-more">
              查看
              <Icon name="chevron-right" size="s" />
            </View>
          )}
        </View>
      </View>
    </Card>
  )
}

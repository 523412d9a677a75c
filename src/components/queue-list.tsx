import { View } from '@tarojs/components'
import { showAgo } from '@/lib/clock'
import { dismiss, queueLabels, retryQueue, useQueue } from '@/lib/submit-queue'
import type { QueueItem } from '@/lib/storage-keys'
import { Button } from './button'
import { Card } from './card'
import { Tag } from './tag'

const tones = { waiting: 'blue', sending: 'amber', delivered: 'green', attention: 'red' } as const

const Item = ({ item }: { item: QueueItem }) => (
  <Card>
    <View className="row-between">
      <View className="strong grow">{item.title}</View>
      <Tag tone={tones[item.state]}>{queueLabels[item.state]}</Tag>
    </View>
    <View className="note">{showAgo(item.createdAt)}提交</View>
    {item.problem && <View className="text-m">{item.problem}</View>}
    <View className="row-wrap">
      {(item.state === 'waiting' || item.state === 'attention') && (
        <Button kind="ghost" small icon="refresh" onPress={() => void retryQueue(item.id)}>
          现在发送
        </Button>
      )}
      {(item.state === 'attention' || item.state === 'delivered') && (
        <Button kind="quiet" small onPress={() => void dismiss(item.id)}>
          {item.state === 'delivered' ? '知道了' : '不发了'}
        </Button>
      )}
    </View>
  </Card>
)

/** What this phone has submitted and not put away, of one domain or all: `<QueueList domain='hazard' />`. */
export const QueueList = ({ domain }: { domain?: string }) => {
  const items = useQueue((queue) => queue.items)
  const shown = domain ? items.filter((item) => item.domain === domain) : items
  return (
    <>
      {shown.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </>
  )
}

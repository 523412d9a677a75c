import { View } from '@tarojs/components'
import { showAgo } from '@/lib/clock'
import { dismiss, queueLabels, retryQueue, useQueue } from '@/lib/submit-queue'
import type { QueueItem } from '@/lib/storage-keys'
import { Button } from './button'
import { Card } from './card'
import { Tag } from './tag'

const tones = { waiting: 'blue', sending: 'amber', delivered: 'green', attention: 'red' } as const

type Edit = (item: QueueItem) => (() => void) | undefined

const Item = ({ item, onEdit }: { item: QueueItem; onEdit: (() => void) | undefined }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="strong grow">{item.title}</View>
        <Tag tone={tones[item.state]}>{queueLabels[item.state]}</Tag>
      </View>
      <View className="note">{showAgo(item.createdAt)}提交</View>
      {item.problem && <View className="text-m">{item.problem}</View>}
      <View className="row-wrap">
        {item.state === 'attention' && onEdit && (
          <Button kind="ghost" small icon="edit" onPress={onEdit}>
            修改后再交
          </Button>
        )}
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
    </View>
  </Card>
)

type Props = {
  /** Which items; all of them when absent. */
  only?: (item: QueueItem) => boolean
  /** How an item that needs a hand goes back to its form, where it can. */
  edit?: Edit
}

/** What this phone has submitted and not put away: `<QueueList only={(item) => item.domain === 'hazard'} />`. */
export const QueueList = ({ only, edit }: Props) => {
  const items = useQueue((queue) => queue.items)
  const shown = only ? items.filter(only) : items
  return (
    <>
      {shown.map((item) => (
        <Item key={item.id} item={item} onEdit={edit?.(item)} />
      ))}
    </>
  )
}

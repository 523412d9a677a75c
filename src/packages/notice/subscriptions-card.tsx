import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useSubscriptions, type Subscription } from '@/features/notice/api'
import { useSubscribe } from '@/hooks/use-subscribe'

const Row = ({ subscription }: { subscription: Subscription }) => {
  const { key, title, left } = subscription
  const { ask } = useSubscribe('messages', key)
  return (
    <ListRow
      title={title}
      detail={left > 0 ? `微信里还能收 ${left} 次` : '微信里收不到了，只在这里看'}
      value={
        <Button kind="ghost" small label={`再订一次：${title}`} onPress={ask}>
          再订一次
        </Button>
      }
    />
  )
}

/** How often WeChat may still remind this person, and the way to more. */
export const SubscriptionsCard = () => (
  <View className="stack-s">
    <QueryView query={useSubscriptions()} aside skeleton={<Skeleton kind="list" count={2} />}>
      {({ templates }) => (
        <ListGroup title="微信提醒">
          {templates.map((subscription) => (
            <Row key={subscription.key} subscription={subscription} />
          ))}
        </ListGroup>
      )}
    </QueryView>
    <View className="note">微信规定每订一次只提醒一次。没订也不会漏：所有消息都在这一页。</View>
  </View>
)

import { useMemo } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useInbox, useMarkSeen } from '@/features/notice/api'
import { MessageCard } from '@/features/notice/message-card'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { SubscriptionsCard } from './subscriptions-card'

const nothing = <Empty icon="bell" title="还没有消息" detail="您上报的隐患、报名的进展和工会的通知，都会在这里。" />

/** Every message of this person, and what WeChat may still remind of. */
const MessagesPage = () => {
  const inbox = useInbox()
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data])
  useMarkSeen(items)
  useReachBottom(() => {
    if (inbox.hasNextPage) void inbox.fetchNextPage()
  })
  return (
    <Page title="消息">
      <QueryView query={inbox} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {() => (
          <>
            {items.map((item) => (
              <MessageCard key={item.id} item={item} />
            ))}
            <MoreButton query={inbox} />
          </>
        )}
      </QueryView>
      <SubscriptionsCard />
      <Button kind="quiet" small onPress={() => openPage(routes.invite)}>
        我有邀请码
      </Button>
    </Page>
  )
}

export default MessagesPage

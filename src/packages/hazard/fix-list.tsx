import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { useFixList } from '@/features/hazard/api'
import { useRenewAfterDelivery } from '@/features/hazard/use-renew-after-delivery'
import { isWaitingAnswer } from '@/features/hazard/answer-values'
import { HazardRowCard } from '@/features/hazard/hazard-row-card'
import { PagedCards } from '@/features/hazard/paged-cards'
import { reviseOf } from '@/features/hazard/revise'
import { useSubscribe } from '@/hooks/use-subscribe'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** What the union handed to my enterprise: to do first, the most urgent on top. */
const FixListPage = () => {
  const list = useFixList()
  const { ask } = useSubscribe('fix-list', 'work-to-do')
  useRenewAfterDelivery()
  const { refetch } = list
  useDidShow(() => void refetch())
  return (
    <Page
      title="待我整改"
      footer={
        <Button kind="ghost" icon="bell" onPress={ask}>
          有新的交办时通知我
        </Button>
      }
    >
      <QueueList only={isWaitingAnswer} edit={reviseOf} />
      <PagedCards
        query={list}
        empty={
          <Empty
            icon="check"
            title="现在没有要整改的隐患"
            detail="工会交办后会出现在这里。想早点知道，点下面的按钮订阅通知。"
          />
        }
      >
        {(row) => <HazardRowCard key={row.id} row={row} onPress={() => openPage(routes.fixDetail, { id: row.id })} />}
      </PagedCards>
    </Page>
  )
}

export default FixListPage

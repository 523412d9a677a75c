import { useDidShow } from '@tarojs/taro'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { useFixList, useRenewAfterDelivery } from '@/features/hazard/api'
import { isWaitingAnswer } from '@/features/hazard/answer-values'
import { HazardRowCard } from '@/features/hazard/hazard-row-card'
import { PagedCards } from '@/features/hazard/paged-cards'
import { reviseOf } from '@/features/hazard/revise'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** What the union handed to my enterprise: to do first, the most urgent on top. */
const FixListPage = () => {
  const list = useFixList()
  useRenewAfterDelivery()
  const { refetch } = list
  useDidShow(() => void refetch())
  return (
    <Page title="待我整改">
      <QueueList only={isWaitingAnswer} edit={reviseOf} />
      <PagedCards
        query={list}
        empty={
          <Empty
            icon="check"
            title="现在没有要整改的隐患"
            detail="工会交办后会出现在这里，并在微信里提醒您（需先订阅）。"
          />
        }
      >
        {(row) => <HazardRowCard key={row.id} row={row} onPress={() => openPage(routes.fixDetail, { id: row.id })} />}
      </PagedCards>
    </Page>
  )
}

export default FixListPage

import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useBatches, useBooths, type Batch } from '@/features/office/booth/booth-api'
import { BoothCard } from '@/features/office/booth/booth-card'
import { taskLabels } from '@/features/office/booth/booth-values'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = (
  <Empty icon="scan" title="还没有展台" detail="新建一个展台，就能得到它的二维码和海报，打印出来贴在现场。" />
)

const BatchRow = ({ batch: { id, title, booths, task, by, at } }: { batch: Batch }) => (
  <View>
    <ListRow title={title} detail={`${booths} 个展台 · ${taskLabels[task]} · ${by} · ${showDay(at)}`} />
    <View className="row-wrap list-row">
      <Button
        kind="ghost"
        small
        icon="document"
        label={`整批海报：${title}`}
        onPress={() => openPage(routes.officeBoothCode, { batchId: id })}
      >
        整批海报
      </Button>
      <Button
        kind="ghost"
        small
        icon="chart"
        label={`成效：${title}`}
        onPress={() => openPage(routes.officeBoothFunnel, { batchId: id })}
      >
        成效
      </Button>
    </View>
  </View>
)

/** Batches made so far; nothing where there are none. */
const Batches = ({ nodeId }: { nodeId: string }) => {
  const batches = useBatches(nodeId)
  const items = batches.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <>
      <ListGroup title="批次">
        {items.map((batch) => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </ListGroup>
      {batches.hasNextPage && <MoreButton query={batches} />}
    </>
  )
}

const Ways = () => (
  <ListGroup>
    <ListRow
      icon="chart"
      tone="amber"
      title="全部展台的成效"
      detail="多少人扫码、答题、上报、报名，什么时候来的"
      onPress={() => openPage(routes.officeBoothFunnel)}
    />
    <ListRow
      icon="people"
      tone="blue"
      title="我的推广码和谁带来了谁"
      onPress={() => openPage(routes.officeBoothCarriers)}
    />
  </ListGroup>
)

const footer = (
  <View className="office-act">
    <Button icon="plus" onPress={() => openPage(routes.officeBoothBatch)}>
      批量新建展台
    </Button>
    <Button kind="quiet" onPress={() => openPage(routes.officeBoothNew)}>
      只建一个
    </Button>
  </View>
)

const BoothList = ({ seat }: { seat: Seat }) => {
  const booths = useBooths(seat.nodeId)
  return (
    <Page title="展台与二维码" wide footer={footer}>
      <SeatChoice seat={seat} />
      <Ways />
      <Batches nodeId={seat.nodeId} />
      <QueryView query={booths} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((booth) => (
                  <BoothCard key={booth.id} booth={booth} nodeId={seat.nodeId} />
                ))}
            </View>
            <MoreButton query={booths} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Booths of this union and those below it, with their batches. */
const BoothsPage = () => <WithSeat title="展台与二维码">{(seat) => <BoothList key={seat.id} seat={seat} />}</WithSeat>

export default BoothsPage

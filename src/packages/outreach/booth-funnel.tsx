import { useState } from 'react'
import { View } from '@tarojs/components'
import { aimWords } from 'types/drive-aims'
import { creditHours } from 'types/visit-source'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useBooth } from '@/features/office/booth/booth-api'
import { BoothCard } from '@/features/office/booth/booth-card'
import { useExportFunnel, useFunnel, type Funnel, type FunnelOf } from '@/features/office/booth/funnel-api'
import { FunnelTimes, spanWords } from '@/features/office/booth/funnel-times'
import { StageBars } from '@/features/office/booth/stage-bars'
import '@/features/office/office.scss'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'

const rule = `怎么算：扫码后 ${creditHours} 小时内做的事，算给这 ${creditHours} 小时里最先扫的展台，后来再扫别的展台只加那边的扫码次数。隐患按件数，其他按人数。`

/** Booths side by side, the one that brought most first. */
const Compared = ({ booths }: { booths: Funnel['booths'] }) => (
  <ListGroup title="各展台比一比">
    {[...booths]
      .sort((left, right) => right.counts.people - left.counts.people)
      .map(({ id, name, place, counts }) => (
        <ListRow
          key={id}
          title={name}
          detail={`${place} · 答题 ${counts.players} · 上报 ${counts.reports} · 报名 ${counts.applications} · 订阅 ${counts.consents}`}
          value={`${showNumber(counts.people)} 人`}
          onPress={() => openPage(routes.officeBoothFunnel, { boothId: id })}
        />
      ))}
  </ListGroup>
)

const OwnCard = ({ id, nodeId }: { id: string; nodeId: string }) => (
  <QueryView query={useBooth(id)}>{(booth) => <BoothCard booth={booth} nodeId={nodeId} alone />}</QueryView>
)

const Figures = ({ of, boothId, seat }: { of: FunnelOf; boothId: string | undefined; seat: Seat }) => {
  const [day, setDay] = useState(() => dayOf(new Date()))
  const funnel = useFunnel(of, day)
  const exporting = useExportFunnel()
  const save = () =>
    exporting.mutate({ ...of, day }, { onSuccess: ({ url, fileName }) => void openDocument(url, fileName) })
  const footer = (
    <View className="office-act">
      <Button kind="quiet" icon="download" loading={exporting.isPending} onPress={save}>
        导出表格
      </Button>
    </View>
  )
  return (
    <Page title="展台成效" wide footer={funnel.data?.booths.length ? footer : undefined}>
      <QueryView
        query={funnel}
        skeleton={
          <>
            <Skeleton kind="facts" count={6} />
            <Skeleton kind="card" count={2} />
          </>
        }
        isEmpty={({ booths }) => booths.length === 0}
        empty={
          <Empty icon="scan" title="还没有展台" detail="先建展台，打印海报，有人扫码后这里就有数字。">
            <Button kind="ghost" icon="plus" onPress={() => openPage(routes.officeBoothBatch)}>
              新建展台
            </Button>
          </Empty>
        }
      >
        {(data) => (
          <View className="office-split">
            <View className="office-part">
              {boothId && <OwnCard id={boothId} nodeId={seat.nodeId} />}
              <Card>
                <View className="stack">
                  <View className="title">{data.title}</View>
                  <StageBars
                    counts={data.totals}
                    {...(data.drive && { aims: aimWords(data.drive.goals, data.totals) })}
                  />
                  {data.redirected > 0 && (
                    <View className="text-m">{`改道后扫旧码 ${showNumber(data.redirected)} 次，另计。`}</View>
                  )}
                  {data.drive && <View className="text-m">{spanWords(data.drive)}</View>}
                  <View className="text-m">{rule}</View>
                </View>
              </Card>
            </View>
            <View className="office-part">
              <FunnelTimes funnel={data} day={day} onDay={setDay} />
              {data.booths.length > 1 && <Compared booths={data.booths} />}
              {data.more && <View className="text-m">这里只比最近的 200 个展台，其他的请按批次看。</View>}
            </View>
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** What came of a booth, a batch, the booths of a contest or a drive, or all of a union's. */
const BoothFunnelPage = () => {
  const [boothId, batchId, campaignId] = [
    useQueryParam('boothId'),
    useQueryParam('batchId'),
    useQueryParam('campaignId'),
  ]
  const [driveId, nodeId] = [useQueryParam('driveId'), useQueryParam('nodeId')]
  return (
    <WithSeat title="展台成效">
      {(seat) => {
        const part = { ...(boothId && { boothId }), ...(batchId && { batchId }), ...(campaignId && { campaignId }) }
        // A drive is looked at from its own union, whatever seat one has taken.
        const which = driveId ? { nodeId: nodeId ?? seat.nodeId, driveId } : { nodeId: seat.nodeId, ...part }
        return <Figures key={seat.id} of={which} boothId={boothId} seat={seat} />
      }}
    </WithSeat>
  )
}

export default BoothFunnelPage

import { useState } from 'react'
import { View } from '@tarojs/components'
import { creditHours, visitStageLabels, visitStages, type VisitStage } from 'types/visit-source'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Bars } from '@/features/office/booth/bars'
import { useBooth } from '@/features/office/booth/booth-api'
import { BoothCard } from '@/features/office/booth/booth-card'
import { useExportFunnel, useFunnel, type Funnel, type FunnelOf } from '@/features/office/booth/funnel-api'
import { StageBars } from '@/features/office/booth/stage-bars'
import '@/features/office/office.scss'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { dayOf, showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'

const stageOptions = visitStages.map((value) => ({ value, label: visitStageLabels[value] }))
const rule = `怎么算：扫码后 ${creditHours} 小时内做的事，算给这 ${creditHours} 小时里最先扫的展台，后来再扫别的展台只加那边的扫码次数。隐患按件数，其他按人数。`

const shifted = (day: string, by: number) => dayOf(new Date(Date.parse(`${day}T04:00:00Z`) + by * 86_400_000))

type DayProps = { day: string; onDay: (day: string) => void }

/** The day that is looked at, one tap back or forth. */
const DayRow = ({ day, onDay }: DayProps) => (
  <View className="row-between">
    <Button kind="quiet" small icon="chevron-left" onPress={() => onDay(shifted(day, -1))}>
      前一天
    </Button>
    <View className="strong">{showDay(`${day}T04:00:00Z`)}</View>
    <Button kind="quiet" small disabled={day >= dayOf(new Date())} onPress={() => onDay(shifted(day, 1))}>
      后一天
    </Button>
  </View>
)

const Times = ({ funnel, day, onDay }: DayProps & { funnel: Funnel }) => {
  const [stage, setStage] = useState<VisitStage>('scans')
  const what = visitStageLabels[stage]
  const hours = funnel.hours.map((counts, hour) => ({ name: `${hour} 时`, value: counts[stage] }))
  const days = funnel.days.map((one) => ({ name: showDay(`${one.day}T04:00:00Z`), value: one.counts[stage] }))
  const last = funnel.days.length
  return (
    <Card>
      <View className="stack">
        <View className="title">什么时候来的</View>
        <ChipChoice label="看哪一步" options={stageOptions} value={stage} onChange={setStage} />
        <DayRow day={day} onDay={onDay} />
        <Bars bars={hours} what={what} marks={['0 时', '6 时', '12 时', '18 时', '24 时']} />
        <View className="strong">这个月每天</View>
        <Bars bars={days} what={what} marks={['1 日', '10 日', '20 日', `${last} 日`]} />
      </View>
    </Card>
  )
}

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
    <Page title="展台成效" wide footer={footer}>
      <QueryView
        query={funnel}
        isEmpty={({ booths }) => booths.length === 0}
        empty={<Empty icon="scan" title="还没有展台" detail="先建展台，打印海报，有人扫码后这里就有数字。" />}
      >
        {(data) => (
          <View className="office-split">
            <View className="office-part">
              {boothId && <OwnCard id={boothId} nodeId={seat.nodeId} />}
              <Card>
                <View className="stack">
                  <View className="title">{data.title}</View>
                  <StageBars counts={data.totals} />
                  {data.redirected > 0 && (
                    <View className="text-m">{`改道后扫旧码 ${showNumber(data.redirected)} 次，另计。`}</View>
                  )}
                  <View className="text-m">{rule}</View>
                </View>
              </Card>
            </View>
            <View className="office-part">
              <Times funnel={data} day={day} onDay={setDay} />
              {data.booths.length > 1 && <Compared booths={data.booths} />}
              {data.more && <View className="text-m">这里只比最近的 200 个展台，其他的请按批次看。</View>}
            </View>
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** What came of a booth, a batch, a contest's booths or all of a union's. */
const BoothFunnelPage = () => {
  const [boothId, batchId, campaignId] = [
    useQueryParam('boothId'),
    useQueryParam('batchId'),
    useQueryParam('campaignId'),
  ]
  return (
    <WithSeat title="展台成效">
      {(seat) => {
        const which = { ...(boothId && { boothId }), ...(batchId && { batchId }), ...(campaignId && { campaignId }) }
        return <Figures key={seat.id} of={{ nodeId: seat.nodeId, ...which }} boothId={boothId} seat={seat} />
      }}
    </WithSeat>
  )
}

export default BoothFunnelPage

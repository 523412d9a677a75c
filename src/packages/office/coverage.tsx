import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { periodsOf, type CoverageRow } from 'types/hazard-coverage'
import { sourceLabels, type HazardSource } from 'types/hazard-record'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Stat } from '@/components/stat'
import { useCoverage } from '@/features/cover/api'
import { PeriodChoice } from '@/features/cover/period-choice'
import { SourceList } from '@/features/cover/source-list'
import { UnitCard, UnitTable } from '@/features/cover/unit-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { SheetsSheet } from '@/features/sheets/sheets-sheet'
import '@/features/office/office.scss'
import { useIsWide } from '@/hooks/use-is-wide'
import { dayIn } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = (
  <Empty
    icon="building"
    title="这段时间没有企业的记录"
    detail="覆盖由企业的上级工会汇总，每小时对照一次企业登记。企业工会请在台账里看本单位的隐患。"
  />
)
const allSeen = (source: HazardSource) => (
  <Empty icon="check" title={`${sourceLabels[source]}都查过了`} detail="没有漏下的企业，再看看别的来源。" />
)

const Coverage = ({ seat }: { seat: Seat }) => {
  const today = dayIn(0)
  const [period, setPeriod] = useState(() => periodsOf(today)[0])
  const [missing, setMissing] = useState<HazardSource>()
  const [exporting, setExporting] = useState(false)
  const isWide = useIsWide()
  const { nodeId } = seat
  const query = useCoverage({ nodeId, period, ...(missing && { missing }) })
  useReachBottom(() => {
    if (query.hasNextPage) void query.fetchNextPage()
  })
  const open = (row: CoverageRow, source: HazardSource) =>
    openPage(routes.deskLedger, { e: row.id, name: row.name, source, period })
  return (
    <Page title="四查覆盖" wide>
      <SeatChoice seat={seat} />
      <PeriodChoice today={today} value={period} onChange={setPeriod} />
      <QueryView
        query={query}
        skeleton={
          <>
            <Skeleton kind="stats" count={3} />
            <Skeleton kind="list" />
          </>
        }
        isEmpty={({ pages }) => pages[0]?.units === 0}
        empty={nothing}
      >
        {({ pages }) => {
          const [head] = pages
          const rows = pages.flatMap(({ items }) => items)
          if (!head) return null
          return (
            <View className="stack">
              <View className="row">
                <Stat value={head.units} label="企业" />
                <Stat value={head.units - head.unseen} label="有人查过" />
                <Stat value={head.unseen} label="没人查过" tone="red" />
              </View>
              <SourceList data={head} missing={missing} onMissing={setMissing} />
              <Button small kind="ghost" icon="download" onPress={() => setExporting(true)}>
                导出表格
              </Button>
              <View className="title">{missing ? `${sourceLabels[missing]}没查过的企业` : '企业，查得最少的在前'}</View>
              {missing && rows.length === 0 && allSeen(missing)}
              {isWide && rows.length > 0 && <UnitTable rows={rows} onOpen={open} />}
              {!isWide && rows.map((row) => <UnitCard key={row.id} row={row} onOpen={open} />)}
              {rows.length > 0 && <MoreButton query={query} />}
            </View>
          )
        }}
      </QueryView>
      <SheetsSheet
        open={exporting}
        wanted={{ nodeId, what: { of: 'coverage', period, ...(missing && { missing }) } }}
        onClose={() => setExporting(false)}
      />
    </Page>
  )
}

/** Enterprises by who has looked at them, for the officer who sends people to where nobody was. */
const CoveragePage = () => <WithSeat title="四查覆盖">{(seat) => <Coverage key={seat.id} seat={seat} />}</WithSeat>

export default CoveragePage

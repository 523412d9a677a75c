import { useState } from 'react'
import { View } from '@tarojs/components'
import type { YearFilter } from 'types/volunteer-year'
import { yearOf } from 'types/volunteer-year-rules'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { CallSheetButton } from '@/features/corps/year/call-sheet-button'
import { RoundRow } from '@/features/corps/year/round-row'
import { useYearList, useYearOverview } from '@/features/corps/year/year-api'
import { TeamFilter } from '@/features/corps/year/team-filter'
import { YearRows } from '@/features/corps/year/year-rows'
import { NodesBelow, YearTiles } from '@/features/corps/year/year-tiles'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const filters: readonly { value: YearFilter; label: string }[] = [
  { value: 'short', label: '未达标' },
  { value: 'none', label: '0 次' },
  { value: 'some', label: '1 次' },
  { value: 'enough', label: '已达标' },
  { value: 'all', label: '全部' },
]

type ListProps = { nodeId: string; year: number; filter: YearFilter; teamId: string | undefined }

const List = ({ nodeId, year, filter, teamId }: ListProps) => {
  const list = useYearList({ nodeId, year, filter, teamId })
  return (
    <QueryView
      query={list}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
      empty={<Empty icon="check" title="这里没有人" detail="换一个条件看看；新入册的志愿者一两分钟后出现。" />}
    >
      {(data) => (
        <>
          <YearRows rows={data.pages.flatMap((page) => page.items)} />
          <MoreButton query={list} />
        </>
      )}
    </QueryView>
  )
}

const Ways = ({ nodeId, year }: { nodeId: string; year: number }) => (
  <>
    <ListRow
      icon="star"
      tone="red"
      title="优秀推荐"
      detail="推荐、公示、确认"
      onPress={() => openPage(routes.corpsHonours, { year: String(year), node: nodeId })}
    />
    <ListRow icon="gift" tone="green" title="证书" onPress={() => openPage(routes.corpsCertificates)} />
  </>
)

const Years = ({ seat }: { seat: Seat }) => {
  const thisYear = yearOf(new Date())
  const [year, setYear] = useState(thisYear)
  const [filter, setFilter] = useState<YearFilter>('short')
  const [teamId, setTeamId] = useState<string>()
  const overview = useYearOverview(seat.nodeId, year)
  const isOfficer = seat.role === 'officer'
  return (
    <Page title="年度服务" wide="reading">
      <SeatChoice seat={seat} />
      <ChipChoice
        label="年份"
        options={[thisYear, thisYear - 1].map((value) => ({ value: String(value), label: `${value} 年` }))}
        value={String(year)}
        onChange={(value) => setYear(Number(value))}
      />
      <QueryView
        query={overview}
        skeleton={
          <>
            <Skeleton kind="stats" count={3} />
            <Skeleton kind="list" />
          </>
        }
      >
        {(data) => (
          <View className="stack">
            <YearTiles overview={data} filter={filter} onFilter={setFilter} />
            <ListGroup title="办理">
              {isOfficer ? (
                <RoundRow overview={data} />
              ) : (
                <ListRow
                  icon="document"
                  tone="amber"
                  title="年度考核"
                  detail="工会确认后由监管同意"
                  onPress={() => openPage(routes.corpsAssess, { year: String(year) })}
                />
              )}
              {isOfficer && <Ways nodeId={seat.nodeId} year={year} />}
              <ListRow
                icon="document"
                title="年度规则"
                detail="次数、优秀条件、证书编号"
                onPress={() => openPage(routes.corpsYearRules)}
              />
            </ListGroup>
            <View className="row-between">
              <View className="title">志愿者</View>
              {isOfficer && <CallSheetButton nodeId={seat.nodeId} year={year} />}
            </View>
            <ChipChoice label="条件" options={filters} value={filter} onChange={setFilter} />
            <TeamFilter nodeId={seat.nodeId} teamId={teamId} onChange={setTeamId} />
            <List nodeId={seat.nodeId} year={year} filter={filter} teamId={teamId} />
            <NodesBelow below={data.below} />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Who keeps the promise of the year, node by node. */
const YearsPage = () => (
  <WithSeat title="年度服务" roles={['officer', 'regulator']}>
    {(seat) => <Years key={seat.id} seat={seat} />}
  </WithSeat>
)

export default YearsPage

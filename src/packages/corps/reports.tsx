import { useState } from 'react'
import { hoursWord } from 'types/volunteer-activity-hours'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useReports } from '@/features/corps/report/report-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { dayIn, showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const empty = <Empty icon="document" title="这段时间没有简报" detail="活动确认结束后，组织单位在活动页点“写简报”。" />

const monthBefore = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

const monthsFrom = (today: string) => {
  const now = today.slice(0, 7)
  return [
    { value: 'all', label: '全部' },
    { value: now, label: '本月' },
    { value: monthBefore(now), label: '上月' },
  ]
}

const Reports = ({ seat }: { seat: Seat }) => {
  const [month, setMonth] = useState('all')
  const reports = useReports(seat.nodeId, month === 'all' ? undefined : month)
  return (
    <Page title="活动简报" wide="reading">
      <SeatChoice seat={seat} />
      <ChipChoice label="哪个月" options={monthsFrom(dayIn(0))} value={month} onChange={setMonth} />
      <QueryView query={reports} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={empty}>
        {({ pages }) => (
          <>
            <ListGroup>
              {pages
                .flatMap(({ items }) => items)
                .map(({ id, title, nodeName, startsAt, figures }) => (
                  <ListRow
                    key={id}
                    title={title}
                    detail={`${showDate(startsAt)} · ${nodeName} · 到场 ${figures.present} 人 · ${hoursWord(figures.minutes)}`}
                    onPress={() => openPage(routes.corpsReport, { id })}
                  />
                ))}
            </ListGroup>
            <MoreButton query={reports} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Reports of activities below one's own node, by month. */
const ReportsPage = () => (
  <WithSeat title="活动简报" roles={['officer', 'regulator']}>
    {(seat) => <Reports key={seat.id} seat={seat} />}
  </WithSeat>
)

export default ReportsPage

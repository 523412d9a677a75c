import { useState } from 'react'
import { View } from '@tarojs/components'
import { toIcs, yearEntries } from 'types/drive-calendar'
import { bookOf } from 'types/holidays'
import { Button } from '@/components/button'
import { ChipChoice } from '@/components/chip'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useDriveYear } from '@/features/office/drive/api'
import { YearList } from '@/features/office/drive/year-list'
import { useRules } from '@/features/office/rules/rules-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { dayOf } from '@/lib/clock'
import { handOverText } from '@/lib/hand-over-text'
import { showToast } from '@/lib/toast-store'

const useYear = (nodeId: string, year: number) => {
  const drives = useDriveYear(nodeId, year)
  const rules = useRules()
  // Without the holidays the year still stands.
  const book = bookOf(Object.fromEntries((rules.data?.years ?? []).map((one) => [one.year, one])))
  return { drives, book, known: !rules.isPending }
}

const Calendar = ({ seat }: { seat: Seat }) => {
  const today = dayOf(new Date())
  const now = Number(today.slice(0, 4))
  const [year, setYear] = useState(now)
  const { drives, book, known } = useYear(seat.nodeId, year)
  const entries = known && drives.data ? yearEntries(year, drives.data.items, book) : []
  const keep = () => {
    const name = `${seat.nodeName}${year}年安全工作年历`
    handOverText(toIcs(entries, name, new Date()), `${name}.ics`).catch(() =>
      showToast('没有导出成功，请稍后再试', 'bad'),
    )
  }
  return (
    <Page
      title="全年安排"
      wide
      footer={
        <View className="office-act">
          <Button kind="ghost" icon="download" disabled={entries.length === 0} onPress={keep}>
            导出到日历（.ics）
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <ChipChoice
        label="年份"
        options={[now - 1, now, now + 1].map((one) => ({ value: String(one), label: `${one} 年` }))}
        value={String(year)}
        onChange={(chosen) => setYear(Number(chosen))}
      />
      <View className="text-m">点主题活动看进展；标着“可新建”的，点开就按这一年的日期填好。</View>
      <QueryView query={drives} skeleton={<Skeleton kind="card" count={4} />}>
        {() => <YearList year={year} entries={entries} today={today} />}
      </QueryView>
    </Page>
  )
}

/** The year by months: drives, named weeks, report deadlines, holidays. */
const DriveCalendarPage = () => <WithSeat title="全年安排">{(seat) => <Calendar key={seat.id} seat={seat} />}</WithSeat>

export default DriveCalendarPage

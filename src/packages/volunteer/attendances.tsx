import { useState } from 'react'
import { View } from '@tarojs/components'
import type { AttendanceRow } from 'types/volunteer-activity-views'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useAttendances } from '@/features/volunteer/activity/activity-api'
import { AppealSheet } from '@/features/volunteer/activity/appeal-sheet'
import { AttendanceCard } from '@/features/volunteer/activity/attendance-card'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'

const empty = (
  <Empty icon="calendar" title="还没有报过活动" detail="看看近期有什么活动，报上名后这里有签到和服务时长。">
    <Button onPress={() => replacePage(routes.volunteerActivities)}>看近期活动</Button>
  </Empty>
)

/** Everything I joined, with times, hours and what was said about it. */
const AttendancesPage = () => {
  const [appealing, setAppealing] = useState<AttendanceRow>()
  const attendances = useAttendances()
  return (
    <Page title="我的活动">
      <QueryView
        query={attendances}
        skeleton={<Skeleton kind="card" count={3} />}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={empty}
      >
        {({ pages }) => (
          <View className="stack">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <AttendanceCard key={row.id} row={row} onAppeal={() => setAppealing(row)} />
              ))}
            <MoreButton query={attendances} />
          </View>
        )}
      </QueryView>
      {appealing && <AppealSheet row={appealing} onClose={() => setAppealing(undefined)} />}
    </Page>
  )
}

export default AttendancesPage

import { useState } from 'react'
import { View } from '@tarojs/components'
import { activityMachine, type ActivityState } from 'types/volunteer-activity-machine'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { StateTag } from '@/components/tag'
import { useOfficeActivities } from '@/features/corps/activity/activity-office-api'
import { whenWord } from '@/features/corps/activity/office-panel'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const views = [
  { value: 'all' as const, label: '全部' },
  ...(['draft', 'open', 'done'] as const).map((value) => ({ value, label: activityMachine.states[value].label })),
]
type Shown = 'all' | Extract<ActivityState, 'draft' | 'open' | 'done'>

const empty = (
  <Empty icon="calendar" title="还没有活动" detail="建一个活动，核对好安全准备，发布后名册上的志愿者就能报名。" />
)

const List = ({ nodeId, shown }: { nodeId: string; shown: Shown }) => {
  const activities = useOfficeActivities(nodeId, shown === 'all' ? undefined : shown)
  return (
    <QueryView query={activities} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={empty}>
      {({ pages }) => (
        <View className="stack">
          <ListGroup>
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <ListRow
                  key={row.id}
                  title={row.title}
                  detail={`${whenWord(row)} · ${row.organiser} · 报名 ${row.joined}/${row.quota}`}
                  value={<StateTag state={activityMachine.states[row.state]} />}
                  onPress={() => openPage(routes.corpsActivity, { id: row.id })}
                />
              ))}
          </ListGroup>
          <MoreButton query={activities} />
        </View>
      )}
    </QueryView>
  )
}

const Activities = ({ seat }: { seat: Seat }) => {
  const [shown, setShown] = useState<Shown>('all')
  return (
    <Page title="志愿活动" wide footer={<Button onPress={() => openPage(routes.corpsActivityNew)}>建一个活动</Button>}>
      <SeatChoice seat={seat} />
      <ListGroup>
        <ListRow
          icon="edit"
          tone="amber"
          title="未到场说明"
          detail="由没有组织那次活动的干部答复"
          onPress={() => openPage(routes.corpsAbsences)}
        />
      </ListGroup>
      <Segment label="哪些活动" options={views} value={shown} onChange={setShown} />
      <List key={shown} nodeId={seat.nodeId} shown={shown} />
    </Page>
  )
}

/** Activities of the officer's union and of those below. */
const ActivitiesPage = () => <WithSeat title="志愿活动">{(seat) => <Activities key={seat.id} seat={seat} />}</WithSeat>

export default ActivitiesPage

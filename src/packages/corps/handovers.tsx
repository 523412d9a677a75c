import { useInfiniteQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { managerRoles } from 'types/org'
import { volunteerHandoverEntries, type VolunteerHandoverRow } from 'types/volunteer-handover'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { corpsKey } from '@/features/corps/corps-call'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const title = '志愿者工作移交'

const useHandovers = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'handovers', nodeId],
    queryFn: ({ pageParam }) => call(volunteerHandoverEntries, 'volunteer', 'handovers', { nodeId, page: pageParam }),
  })

const whoGoesOn = ({ to, node }: VolunteerHandoverRow) => {
  if (!to) return '还没有人接手，请尽快邀请新的管理员。'
  const people = to.people.join('、')
  return to.id === node.id ? `由${people}接手` : `${node.name}暂无管理员，由${to.name}${people}接手`
}

const Row = ({ row }: { row: VolunteerHandoverRow }) => (
  <Card>
    <View className="stack-s">
      <View className="strong">{`${row.left || '一名管理员'}离任 · ${row.node.name}`}</View>
      {row.waiting > 0 && <View>{`待审核的申请 ${row.waiting} 份`}</View>}
      {row.teams.length > 0 && <View>{`要另派管理员的队伍：${row.teams.map(({ name }) => name).join('、')}`}</View>}
      {row.activities.map(({ id, name, startsAt }) => (
        <View key={id}>{`${showDay(startsAt)}的活动“${name}”`}</View>
      ))}
      <View className="text-m">{whoGoesOn(row)}</View>
      <View className="note">{showDay(row.at)}</View>
    </View>
  </Card>
)

const nothing = (
  <Empty icon="people" title="没有移交" detail="管理员离任时，他手上的审核、队伍和活动会记在这里，写明由谁接手。" />
)

const Handovers = ({ seat }: { seat: Seat }) => {
  const handovers = useHandovers(seat.nodeId)
  return (
    <Page title={title} wide="reading" footer={<Button onPress={() => openPage(routes.deskQueue)}>去审核申请</Button>}>
      <SeatChoice seat={seat} />
      <QueryView query={handovers} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={nothing}>
        {({ pages }) => (
          <View className="stack">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <Row key={row.id} row={row} />
              ))}
            <MoreButton query={handovers} />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Who left an office, and who goes on with the volunteers' work that was open there. */
const HandoversPage = () => (
  <WithSeat title={title} roles={managerRoles}>
    {(seat) => <Handovers key={seat.id} seat={seat} />}
  </WithSeat>
)

export default HandoversPage

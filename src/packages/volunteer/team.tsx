import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { hoursOf } from 'types/volunteer-year-rules'
import type { teamEntries } from 'types/volunteer-team'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Stat } from '@/components/stat'
import { LeaveSheet } from '@/features/volunteer/team/leave-sheet'
import { useMyTeam } from '@/features/volunteer/team/team-api'
import { showDate } from '@/lib/clock'

type Mine = OutputOf<typeof teamEntries.myTeam>
type Team = NonNullable<Mine['team']>

const Head = ({ team }: { team: Team }) => (
  <Card>
    <View className="stack-s">
      <View className="title">{team.name}</View>
      <View className="text-m">{team.nodeName}</View>
      {team.captain && <View>队长：{team.captain}</View>}
      {team.admins.map(({ name, office }) => (
        <View key={office} className="text-m">
          {office}：{name}
        </View>
      ))}
      <View className="row">
        <Stat value={team.members} label="队员" />
        <Stat value={team.times} label="服务人次" />
        <Stat value={hoursOf(team.minutes)} label="服务小时" />
      </View>
    </View>
  </Card>
)

const Names = ({ team }: { team: Team }) => (
  <Card>
    <View className="stack-s">
      <View className="strong">队友</View>
      <View className="row-wrap">
        {team.names.map(({ id, name }) => (
          <View key={id}>{name}</View>
        ))}
      </View>
      {team.members > team.names.length && <View className="note">只列出前 {team.names.length} 位。</View>}
    </View>
  </Card>
)

const Former = ({ former }: Pick<Mine, 'former'>) =>
  former.length === 0 ? null : (
    <ListGroup title="待过的队伍">
      {former.map(({ name, from, to, why }) => (
        <ListRow key={`${name}${from}`} title={name} detail={`${showDate(from)}—${showDate(to)} · ${why}`} />
      ))}
    </ListGroup>
  )

const none = (
  <Empty icon="people" title="还没有编入队伍" detail="名册确认后，由您所在街道或单位的工会编队，编好会通知您。" />
)

/** My team: who leads it, who is in it by name, what it has done. */
const TeamPage = () => {
  const mine = useMyTeam()
  const [leaving, setLeaving] = useState(false)
  const close = useCallback(() => setLeaving(false), [])
  const volunteer = mine.data?.volunteer
  return (
    <Page title="我的队伍">
      <QueryView query={mine} skeleton={<Skeleton kind="card" count={2} />}>
        {({ team, former }) => (
          <View className="stack">
            {team ? <Head team={team} /> : none}
            {team && <Names team={team} />}
            <Former former={former} />
            {team && volunteer && (
              <Button kind="quiet" onPress={() => setLeaving(true)}>
                退出队伍
              </Button>
            )}
          </View>
        )}
      </QueryView>
      {leaving && volunteer && <LeaveSheet volunteer={volunteer} onClose={close} />}
    </Page>
  )
}

export default TeamPage

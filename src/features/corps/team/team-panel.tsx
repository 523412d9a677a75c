import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { teamMachine } from 'types/volunteer-team-machine'
import { sideLabels } from 'types/volunteer-team'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showDay } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { hoursOf } from 'types/volunteer-year-rules'
import { MemberList } from './member-list'
import { ReasonAct } from './reason-act'
import { SeatCard } from './seat-card'
import { useDisbandTeam, useMergeTeam, type Team } from './team-api'
import { TeamChoice } from './team-choice'

const waitsFor = ({ vacant, successorDue, state }: Team) => {
  if (vacant.length === 0) return null
  const who = vacant.map((side) => sideLabels[side]).join('、')
  const until = successorDue ? `，${showDay(successorDue)}前` : ''
  return state === 'forming'
    ? `等${who}管理员接受，两方都接受后队伍成立`
    : `${who}管理员空缺${until}请指定接任人，活动照常`
}

const Head = ({ team }: { team: Team }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{team.name}</View>
        <StateTag state={teamMachine.states[team.state]} />
      </View>
      <View className="text-m">{team.nodeName}</View>
      {team.captain && <View className="text-m">队长：{team.captain.name}</View>}
      {team.mergedInto && <View className="text-m">已并入：{team.mergedInto}</View>}
      {waitsFor(team) && <View className="ink-red">{waitsFor(team)}</View>}
      <View className="row">
        <Stat value={team.members} label="队员" />
        <Stat value={team.times} label="服务人次" />
        <Stat value={hoursOf(team.minutes)} label="服务小时" />
      </View>
      {team.absorbed > 0 && <View className="note">人次和时长包含并入的 {team.absorbed} 支队伍。</View>}
    </View>
  </Card>
)

type EndProps = { team: Team; nodeId: string }

const Ending = ({ team, nodeId }: EndProps) => {
  const [open, setOpen] = useState<'merge' | 'disband'>()
  const close = useCallback(() => setOpen(undefined), [])
  const merging = useMergeTeam()
  const disbanding = useDisbandTeam()
  const at = { id: team.id, version: team.version }
  return (
    <View className="row-wrap">
      {team.acts.includes('merge') && (
        <Button kind="ghost" onPress={() => setOpen('merge')}>
          并入别队
        </Button>
      )}
      {team.acts.includes('disband') && (
        <Button kind="quiet" onPress={() => setOpen('disband')}>
          解散队伍
        </Button>
      )}
      {open === 'merge' && (
        <TeamChoice
          title="并入别队"
          says="队员全部转到那一队，本队的人次和时长也算进那一队；本队不再保留。"
          confirmWord="并入"
          {...{ nodeId, except: team.id, command: merging, onClose: close }}
          onChoose={({ teamId, reason }) =>
            merging.mutate({ ...at, intoId: teamId, reason }, saying('已并入，队员几分钟内转完', close))
          }
        />
      )}
      {open === 'disband' && (
        <ReasonAct
          title="解散队伍"
          says="队员仍在名册里，以后可以编入别的队伍；人次和时长保留。解散后不能恢复。"
          confirmWord="解散"
          command={disbanding}
          onReason={(reason) => disbanding.mutate({ ...at, reason }, saying('已解散', close))}
          onClose={close}
        />
      )}
    </View>
  )
}

/** A team as its two authorities see it. */
export const TeamPanel = ({ team, nodeId }: EndProps) => (
  <View className="stack">
    <Head team={team} />
    <SeatCard team={team} side="union" />
    <SeatCard team={team} side="regulator" />
    <MemberList team={team} nodeId={nodeId} />
    <Card>
      <Timeline items={team.timeline} />
    </Card>
    <Ending team={team} nodeId={nodeId} />
  </View>
)

import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Tag } from '@/components/tag'
import { showDate } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { AddSheet } from './add-sheet'
import { ReasonAct } from './reason-act'
import { useMembers, useMoveMember, useRemoveMember, useSetCaptain, type Member, type Team } from './team-api'
import { TeamChoice } from './team-choice'

type Act = 'move' | 'remove'
type SheetProps = { team: Team; member: Member; nodeId: string; onClose: () => void }

const MoveSheet = ({ team, member, nodeId, onClose }: SheetProps) => {
  const moving = useMoveMember()
  return (
    <TeamChoice
      title={`调整${member.name}的队伍`}
      says="一步完成：离开本队、编入另一队，经历会留在他的记录里。"
      confirmWord="调整"
      {...{ nodeId, except: team.id, command: moving, onClose }}
      onChoose={({ teamId, reason }) =>
        moving.mutate({ id: member.id, version: member.version, teamId, reason }, saying('已调整', onClose))
      }
    />
  )
}

const RemoveSheet = ({ member, onClose }: SheetProps) => {
  const removing = useRemoveMember()
  return (
    <ReasonAct
      title={`把${member.name}移出队伍`}
      says="他仍在名册里，以后可以再编入。他会收到消息。"
      confirmWord="移出"
      command={removing}
      onReason={(reason) =>
        removing.mutate({ id: member.id, version: member.version, reason }, saying('已移出', onClose))
      }
      onClose={onClose}
    />
  )
}

type CardProps = { team: Team; member: Member; onAct: (act: Act) => void }

const MemberCard = ({ team, member, onAct }: CardProps) => {
  const naming = useSetCaptain()
  const isCaptain = team.captain?.id === member.id
  const choose = () =>
    naming.mutate(
      { id: team.id, version: team.version, volunteer: member.id },
      { onSuccess: () => showToast(`队长：${member.name}`, 'good') },
    )
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">{member.name}</View>
          {isCaptain && <Tag tone="green">队长</Tag>}
        </View>
        <View className="text-m">
          {member.unit} · {member.specialties.map((one) => specialtyLabels[one]).join('、')}
        </View>
        <View className="note">
          {member.phone} · {showDate(member.since)} 入队
        </View>
        <View className="row-wrap">
          {team.acts.includes('captain') && !isCaptain && (
            <Button small kind="ghost" loading={naming.isPending} onPress={choose}>
              设为队长
            </Button>
          )}
          {team.acts.includes('members') && (
            <>
              <Button small kind="quiet" onPress={() => onAct('move')}>
                调整
              </Button>
              <Button small kind="quiet" onPress={() => onAct('remove')}>
                移出
              </Button>
            </>
          )}
        </View>
      </View>
    </Card>
  )
}

const empty = <Empty icon="people" title="还没有队员" detail="队伍成立后，点“编入队员”从名册里选。" />

/** Everybody in the team, with what may be done about each. */
export const MemberList = ({ team, nodeId }: { team: Team; nodeId: string }) => {
  const members = useMembers(team.id)
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<{ member: Member; act: Act }>()
  const close = useCallback(() => {
    setAdding(false)
    setChosen(undefined)
  }, [])
  const Chosen = chosen?.act === 'move' ? MoveSheet : RemoveSheet
  return (
    <View className="stack">
      <View className="row-between">
        <View className="title">队员 {team.members} 人</View>
        {team.acts.includes('members') && (
          <Button small icon="plus" onPress={() => setAdding(true)}>
            编入队员
          </Button>
        )}
      </View>
      <QueryView query={members} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={empty}>
        {(data) => (
          <View className="stack">
            {data.pages
              .flatMap(({ items }) => items)
              .map((member) => (
                <MemberCard key={member.id} team={team} member={member} onAct={(act) => setChosen({ member, act })} />
              ))}
            <MoreButton query={members} />
          </View>
        )}
      </QueryView>
      {adding && <AddSheet teamId={team.id} nodeId={nodeId} onClose={close} />}
      {chosen && <Chosen team={team} member={chosen.member} nodeId={nodeId} onClose={close} />}
    </View>
  )
}

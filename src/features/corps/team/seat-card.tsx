import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { sideLabels, type Side } from 'types/volunteer-team'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Sheet } from '@/components/sheet'
import { Tag } from '@/components/tag'
import { sentenceOf } from '@/lib/query-client'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { useAcceptSeat, useCandidates, useNameAdmin, useResignSeat, type Team } from './team-api'
import { ReasonAct } from './reason-act'

type Props = { team: Team; side: Side }

const NameSheet = ({ team, side, onClose }: Props & { onClose: () => void }) => {
  const candidates = useCandidates(team.id, side)
  const naming = useNameAdmin()
  const choose = (personId: string) =>
    naming.mutate({ id: team.id, version: team.version, side, personId }, saying('已指定，等他接受', onClose))
  return (
    <Sheet open title={`指定${sideLabels[side]}管理员`} onClose={onClose}>
      <View className="stack">
        {naming.error && <View className="ink-red">{sentenceOf(naming.error)}</View>}
        <QueryView
          query={candidates}
          skeleton={<Skeleton kind="list" />}
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty icon="person" title="还没有可以指定的人员" detail="先在“人员与邀请”里邀请一位。" />}
        >
          {({ items }) => (
            <ListGroup>
              {items.map(({ personId, name, office }) => (
                <ListRow key={personId} title={name} detail={office} onPress={() => choose(personId)} />
              ))}
            </ListGroup>
          )}
        </QueryView>
      </View>
    </Sheet>
  )
}

const ResignSheet = ({ team, side, onClose }: Props & { onClose: () => void }) => {
  const resigning = useResignSeat()
  return (
    <ReasonAct
      title="卸任管理员"
      says="队伍照常活动，两方都会收到消息，由本单位指定接任人。"
      confirmWord="卸任"
      command={resigning}
      onReason={(reason) =>
        resigning.mutate({ id: team.id, version: team.version, side, reason }, saying('已卸任', onClose))
      }
      onClose={onClose}
    />
  )
}

/** One authority's seat: who sits there, and what the reader may do about it. */
export const SeatCard = ({ team, side }: Props) => {
  const [open, setOpen] = useState<'name' | 'resign'>()
  const close = useCallback(() => setOpen(undefined), [])
  const accepting = useAcceptSeat()
  const seat = team.admins[side]
  const may = (act: 'name' | 'accept' | 'resign') => team.acts.includes(`${act}-${side}`)
  const accept = () =>
    accepting.mutate(
      { id: team.id, version: team.version, side },
      { onSuccess: ({ state }) => showToast(state === 'working' ? '已接受，队伍可以编入队员' : '已接受', 'good') },
    )
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">{sideLabels[side]}管理员</View>
          <Tag tone={seat?.acceptedAt ? 'green' : 'amber'}>
            {seat ? (seat.acceptedAt ? '已接受' : '等本人接受') : '空缺'}
          </Tag>
        </View>
        <View className="text-m">{seat ? `${seat.name} · ${seat.office}` : '还没有指定'}</View>
        {may('accept') && (
          <Button loading={accepting.isPending} onPress={accept}>
            接受担任
          </Button>
        )}
        <View className="row-wrap">
          {may('name') && (
            <Button small kind="ghost" onPress={() => setOpen('name')}>
              {seat ? '改指定别人' : '指定管理员'}
            </Button>
          )}
          {may('resign') && (
            <Button small kind="quiet" onPress={() => setOpen('resign')}>
              卸任
            </Button>
          )}
        </View>
      </View>
      {open === 'name' && <NameSheet team={team} side={side} onClose={close} />}
      {open === 'resign' && <ResignSheet team={team} side={side} onClose={close} />}
    </Card>
  )
}

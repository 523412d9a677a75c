import { useState } from 'react'
import { View } from '@tarojs/components'
import { rosterMachine } from 'types/volunteer-roster'
import { specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { RowList } from '@/components/row-list'
import { Segment } from '@/components/segment'
import { StateTag } from '@/components/tag'
import { useLiveRoster, useRosters, useSealRoster } from '@/features/corps/roster-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { sentenceOf } from '@/lib/query-client'

const nobody = <Empty icon="people" title="名册还是空的" detail="工会和监管部门都审核通过的申请，会自动进入名册。" />
const noVersion = (
  <Empty icon="document" title="还没有名册版本" detail="监管部门审核后填写名册汇总表，封存后反馈给工会。" />
)

const Live = ({ nodeId }: { nodeId: string }) => {
  const roster = useLiveRoster(nodeId)
  return (
    <RowList query={roster} empty={nobody}>
      {(row) => (
        <ListRow
          key={row.id}
          title={`${row.no}. ${row.name}`}
          detail={`${row.unit} · ${row.post} · ${row.specialties.map((one) => specialtyLabels[one]).join('、')} · ${showDate(row.enrolledAt)} 入册`}
          onPress={() => openPage(routes.deskApplication, { id: row.id })}
        />
      )}
    </RowList>
  )
}

type Draft = { rows: number; joined: number; left: number; changed: number }

const DraftCard = ({ nodeId, draft, next }: { nodeId: string; draft: Draft; next: number }) => {
  const sealing = useSealRoster()
  const [asking, setAsking] = useState(false)
  const isSame = draft.joined + draft.left + draft.changed === 0
  const seal = () => {
    setAsking(false)
    sealing.mutate({ nodeId }, { onSuccess: ({ id }) => openPage(routes.corpsRosterVersion, { id }) })
  }
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">第 {next} 版（未封存）</View>
        <View className="text-m">
          {isSame
            ? `现有 ${draft.rows} 人，和上一版一样，不用再封存。`
            : `共 ${draft.rows} 人：新增 ${draft.joined}，更正 ${draft.changed}，退出 ${draft.left}。`}
        </View>
        {!isSame && (
          <Button loading={sealing.isPending} onPress={() => setAsking(true)}>
            封存并反馈工会
          </Button>
        )}
        {sealing.error && <View className="ink-red">{sentenceOf(sealing.error)}</View>}
      </View>
      <ConfirmDialog
        open={asking}
        title={`封存第 ${next} 版名册？`}
        confirmWord="封存并反馈"
        onConfirm={seal}
        onClose={() => setAsking(false)}
      >
        封存后这一版不再变动，工会会收到提醒；以后的变化进入下一版。
      </ConfirmDialog>
    </Card>
  )
}

const Versions = ({ nodeId }: { nodeId: string }) => {
  const rosters = useRosters(nodeId)
  return (
    <QueryView
      query={rosters}
      isEmpty={({ pages }) => pages[0]?.items.length === 0 && !pages[0].draft?.rows}
      empty={noVersion}
    >
      {({ pages }) => (
        <>
          {pages[0]?.draft && (
            <DraftCard
              nodeId={nodeId}
              draft={pages[0].draft}
              next={(pages[0].items.find(({ regulator }) => regulator.id === nodeId)?.no ?? 0) + 1}
            />
          )}
          <ListGroup>
            {pages
              .flatMap(({ items }) => items)
              .map((head) => (
                <ListRow
                  key={head.id}
                  title={`${head.union.name} 第 ${head.no} 版`}
                  detail={`${head.rows} 人，新增 ${head.joined}、退出 ${head.left} · ${showDate(head.sealed.at)}`}
                  value={<StateTag state={rosterMachine.states[head.state]} />}
                  onPress={() => openPage(routes.corpsRosterVersion, { id: head.id })}
                />
              ))}
          </ListGroup>
          <MoreButton query={rosters} />
        </>
      )}
    </QueryView>
  )
}

const views = [
  { value: 'versions' as const, label: '名册汇总表' },
  { value: 'live' as const, label: '现有志愿者' },
]

const Roster = ({ seat }: { seat: Seat }) => {
  const [view, setView] = useState<'versions' | 'live'>('versions')
  return (
    <Page title="志愿者名册" wide>
      <SeatChoice seat={seat} />
      <Segment label="看什么" options={views} value={view} onChange={setView} />
      {view === 'versions' ? <Versions nodeId={seat.nodeId} /> : <Live nodeId={seat.nodeId} />}
    </Page>
  )
}

/** The roster both authorities keep: its versions, and who is a volunteer right now. */
const RosterPage = () => (
  <WithSeat title="志愿者名册" roles={['officer', 'regulator']}>
    {(seat) => <Roster key={seat.id} seat={seat} />}
  </WithSeat>
)

export default RosterPage

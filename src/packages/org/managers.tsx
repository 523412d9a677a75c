import { useState } from 'react'
import { View } from '@tarojs/components'
import { managerRoles } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { Segment } from '@/components/segment'
import { useAppointments, useThinNodes } from '@/features/office/managers/manager-api'
import { NodePick } from '@/features/office/node-field'
import type { Step } from '@/features/office/node-browser'
import { nodeWords } from '@/features/office/node-words'
import { RowList } from '@/components/row-list'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const title = '管理员配备'
const parts = [
  { value: 'thin' as const, label: '缺管理员' },
  { value: 'log' as const, label: '任免记录' },
]
const trees = [
  { value: 'union' as const, label: '工会' },
  { value: 'regulator' as const, label: '监管单位' },
]

const full = <Empty icon="check" title="每个单位都有两名管理员" detail="有人离任或任期到了，缺人的单位会列在这里。" />
const noLog = <Empty icon="people" title="还没有任免记录" detail="任命、撤销和任期变动都会记在这里。" />

const Thin = ({ seat }: { seat: Seat }) => {
  const [tree, setTree] = useState<(typeof trees)[number]['value']>(seat.authority)
  const thin = useThinNodes(seat.nodeId, tree)
  return (
    <View className="office-part">
      {seat.authority === 'union' && <ChipChoice label="哪一边" options={trees} value={tree} onChange={setTree} />}
      <Card tight>
        <View className="text-m">每个单位要有两名管理员：一个人有事时不会停摆，重要的事也要另一个人复核。</View>
      </Card>
      <RowList query={thin} empty={full}>
        {(node) => (
          <ListRow
            key={node.id}
            title={node.name}
            detail={nodeWords(node)}
            value="去邀请"
            onPress={() => openPage(routes.officeInviteNew, { node: node.id, name: node.name })}
          />
        )}
      </RowList>
    </View>
  )
}

const Log = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const [node, setNode] = useState<Step>(root)
  const log = useAppointments(node.id)
  return (
    <View className="office-part">
      <NodePick label="哪个单位" root={root} value={node} onChoose={setNode} />
      <RowList query={log} empty={noLog}>
        {({ id, at, verb, by, whom, reason }) => (
          <ListRow
            key={id}
            title={whom && whom !== by ? `${whom} · ${verb}` : `${by || '系统'} · ${verb}`}
            detail={[reason && `原因：${reason}`, whom && whom !== by && `${by || '系统'}办理`, showTime(at)]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
      </RowList>
    </View>
  )
}

const Managers = ({ seat }: { seat: Seat }) => {
  const [part, setPart] = useState<(typeof parts)[number]['value']>('thin')
  return (
    <Page
      title={title}
      wide="reading"
      footer={
        <View className="office-act">
          <Button kind="ghost" onPress={() => openPage(routes.officePeople)}>
            看在任人员
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <Segment label="看什么" options={parts} value={part} onChange={setPart} />
      {part === 'thin' ? <Thin seat={seat} /> : <Log seat={seat} />}
    </Page>
  )
}

/** Where a second manager is missing, and who came to and left which office. */
const ManagersPage = () => (
  <WithSeat title={title} roles={managerRoles}>
    {(seat) => <Managers key={seat.id} seat={seat} />}
  </WithSeat>
)

export default ManagersPage

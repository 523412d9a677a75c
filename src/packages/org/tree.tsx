import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { Segment } from '@/components/segment'
import { useTree } from '@/features/office/api'
import { EnterpriseList } from '@/features/office/enterprise-list'
import { NodeBrowser, type Step } from '@/features/office/node-browser'
import { childKinds } from '@/features/office/node-words'
import { MovingCard } from '@/features/office/tree/moving-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { useIsWide } from '@/hooks/use-is-wide'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const parts = [
  { value: 'nodes' as const, label: '下级组织' },
  { value: 'enterprises' as const, label: '企业' },
]
type Part = (typeof parts)[number]['value']

/** The way to what may be changed about the node at hand itself; regulators only look. */
const ManageRow = ({ seat, node }: { seat: Seat; node: Step }) =>
  seat.role === 'officer' ? (
    <ListGroup>
      <ListRow
        icon="building"
        title="管理这个组织"
        detail="改名、调整隶属、变更记录"
        onPress={() => openPage(routes.officeNode, { node: node.id })}
      />
    </ListGroup>
  ) : null

/** What may be founded at the node at hand, as buttons; none for a regulator. */
const useFounding = (seat: Seat, node: Step, isWide: boolean) => {
  const known = useTree(node.id).data?.pages[0]?.node
  if (seat.role !== 'officer' || !known) return {}
  const look = isWide ? ({ kind: 'ghost', small: true } as const) : {}
  const nodes = childKinds(known).length > 0 && (
    <Button {...look} icon="plus" onPress={() => openPage(routes.officeNodeNew, { parent: node.id })}>
      新建下级组织
    </Button>
  )
  const enterprises = known.authority === 'union' && (
    <Button
      {...look}
      icon="plus"
      onPress={() => openPage(routes.officeEnterpriseNew, { parent: node.id, name: node.name })}
    >
      登记企业
    </Button>
  )
  return { nodes: nodes || undefined, enterprises: enterprises || undefined }
}

const Tree = ({ seat }: { seat: Seat }) => {
  const [path, setPath] = useState<readonly Step[]>([{ id: seat.nodeId, name: seat.nodeName }])
  const [part, setPart] = useState<Part>('nodes')
  const isWide = useIsWide()
  const node = path[path.length - 1] ?? { id: seat.nodeId, name: seat.nodeName }
  const founding = useFounding(seat, node, isWide)
  const browser = (
    <>
      {seat.role === 'officer' && <MovingCard nodeId={seat.nodeId} />}
      <NodeBrowser path={path} onPath={setPath} />
      <ManageRow seat={seat} node={node} />
    </>
  )
  const enterprises = <EnterpriseList key={node.id} nodeId={node.id} />
  if (!isWide)
    return (
      <Page title="组织与企业" wide footer={founding[part]}>
        <SeatChoice seat={seat} />
        <Segment label="看什么" options={parts} value={part} onChange={setPart} />
        {part === 'enterprises' && <View className="text-m">{`${node.name}及下级的企业`}</View>}
        {part === 'nodes' ? browser : enterprises}
      </Page>
    )
  return (
    <Page title="组织与企业" wide>
      <SeatChoice seat={seat} />
      <View className="office-split">
        <View className="office-part">
          {browser}
          {founding.nodes}
        </View>
        <View className="office-part">
          <View className="row-between">
            <View className="office-crumb office-crumb-now">{`${node.name}及下级的企业`}</View>
            {founding.enterprises}
          </View>
          {enterprises}
        </View>
      </View>
    </Page>
  )
}

const readers = ['officer', 'regulator'] as const

/** The tree below one's own seat, node by node, and the enterprises of the node at hand. */
const TreePage = () => (
  <WithSeat title="组织与企业" roles={readers}>
    {(seat) => <Tree key={seat.id} seat={seat} />}
  </WithSeat>
)

export default TreePage

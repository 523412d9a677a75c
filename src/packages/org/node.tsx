import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Timeline } from '@/components/timeline'
import { useTree, type NodeView } from '@/features/office/api'
import { nodeWords } from '@/features/office/node-words'
import { MovingCard } from '@/features/office/tree/moving-card'
import { CloseSheet, RenameSheet } from '@/features/office/tree/node-sheets'
import { useNodeHistory } from '@/features/office/tree/tree-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import '@/features/office/office.scss'

const noHistory = <Empty icon="clock" title="还没有变更记录" detail="改名、调整隶属和撤销，都会记在这里。" />

const History = ({ nodeId }: { nodeId: string }) => (
  <View>
    <View className="list-group-title">变更记录</View>
    <QueryView query={useNodeHistory(nodeId)} isEmpty={({ items }) => items.length === 0} empty={noHistory}>
      {({ items }) => (
        <Card>
          <Timeline
            items={items.map(({ at, name, verb, words }) => ({
              ...{ title: verb, at, tone: 'done' as const },
              detail: words ? `${words}，${name}办理` : name,
            }))}
          />
        </Card>
      )}
    </QueryView>
  </View>
)

type Acting = 'rename' | 'close' | null

const NodeActs = ({ node, isOwn }: { node: NodeView; isOwn: boolean }) => {
  const [acting, setActing] = useState<Acting>(null)
  const stop = () => setActing(null)
  const closed = () => {
    showToast(`“${node.name}”已撤销`, 'good')
    goBack()
  }
  return (
    <>
      <ListGroup>
        <ListRow icon="edit" title="修改名称" onPress={() => setActing('rename')} />
        {!isOwn && (
          <ListRow
            icon="share"
            title="调整隶属"
            detail="连同下级、企业和资料移到另一个上级"
            onPress={() => openPage(routes.officeNodeMove, { node: node.id })}
          />
        )}
        {!isOwn && <ListRow icon="close" title="撤销组织" onPress={() => setActing('close')} />}
      </ListGroup>
      {acting === 'rename' && <RenameSheet node={node} onClose={stop} />}
      {acting === 'close' && <CloseSheet node={node} onClose={stop} onDone={closed} />}
    </>
  )
}

const NodeOf = ({ seat }: { seat: Seat }) => {
  const nodeId = useQueryParam('node') ?? seat.nodeId
  return (
    <Page title="组织管理" wide="reading">
      <QueryView query={useTree(nodeId)}>
        {({ pages: [first] }) =>
          first && (
            <View className="stack">
              <Card>
                <View className="title">{first.node.name}</View>
                <View className="text-m">{nodeWords(first.node)}</View>
              </Card>
              <MovingCard nodeId={seat.nodeId} />
              <NodeActs node={first.node} isOwn={nodeId === seat.nodeId} />
              <History nodeId={nodeId} />
            </View>
          )
        }
      </QueryView>
    </Page>
  )
}

/** One unit: its name, its place in the tree, what became of it so far. */
const NodePage = () => <WithSeat title="组织管理">{(seat) => <NodeOf key={seat.id} seat={seat} />}</WithSeat>

export default NodePage

import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useTree, type NodeView } from '@/features/office/api'
import type { Step } from '@/features/office/node-browser'
import { NodePick } from '@/features/office/node-field'
import { MovePreviewCard } from '@/features/office/tree/move-preview-card'
import { MovingCard } from '@/features/office/tree/moving-card'
import { useMoveNode, useMovePreview } from '@/features/office/tree/tree-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useNeededParam } from '@/hooks/use-needed-param'
import { goBack } from '@/lib/go'
import { aria } from '@/lib/aria'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import '@/features/office/office.scss'

const nowhere: Step = { id: '', name: '请选择新的上级' }

const useMoving = (node: NodeView, to: Step) => {
  const [asking, setAsking] = useState(false)
  const preview = useMovePreview(node.id, to.id)
  const move = useMoveNode()
  const confirm = () =>
    move.mutate(
      { nodeId: node.id, fromId: node.parentId ?? '', toId: to.id },
      {
        onSuccess: () => {
          showToast('新的隶属已生效，资料正在跟着更新', 'good')
          goBack()
        },
        onSettled: () => setAsking(false),
      },
    )
  return { asking, setAsking, preview, move, confirm }
}

const MoveForm = ({ node, seat }: { node: NodeView; seat: Seat }) => {
  const [to, setTo] = useState<Step>(nowhere)
  const { asking, setAsking, preview, move, confirm } = useMoving(node, to)
  const isReady = to.id !== '' && preview.data?.refusal === null
  return (
    <Page
      title="调整隶属"
      wide
      footer={
        <View className="office-act">
          <Button disabled={!isReady} loading={move.isPending} onPress={() => setAsking(true)}>
            {to.id === '' ? '先选新的上级' : `移到“${to.name}”`}
          </Button>
        </View>
      }
    >
      <View className="office-form">
        <MovingCard nodeId={seat.nodeId} />
        <Card>
          <View className="stack-s">
            <View className="title">{node.name}</View>
            <View className="text-m">连同下级、企业和资料，一起移到：</View>
            <NodePick
              label="新的上级"
              root={{ id: seat.nodeId, name: seat.nodeName }}
              value={to}
              unionOnly={node.authority === 'union'}
              onChoose={setTo}
            />
          </View>
        </Card>
        {move.error && (
          <View className="ink-red" {...aria({ role: 'alert' })}>
            {sentenceOf(move.error)}
          </View>
        )}
        {to.id !== '' && <QueryView query={preview}>{(data) => <MovePreviewCard preview={data} />}</QueryView>}
      </View>
      <ConfirmDialog
        open={asking}
        title={`把“${node.name}”移到“${to.name}”？`}
        confirmWord="确认移动"
        loading={move.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <View>确认后立即生效：新的上级马上看得到，原来的上级马上看不到。以后还可以再移回来。</View>
      </ConfirmDialog>
    </Page>
  )
}

const Loaded = ({ seat }: { seat: Seat }) => {
  const tree = useTree(useNeededParam('node'))
  const node = tree.data?.pages[0]?.node
  if (node) return <MoveForm node={node} seat={seat} />
  return (
    <Page title="调整隶属" wide>
      <QueryView query={tree}>{() => null}</QueryView>
    </Page>
  )
}

/** A unit with everything below it goes to another superior: chosen, looked at, confirmed once. */
const NodeMovePage = () => <WithSeat title="调整隶属">{(seat) => <Loaded key={seat.id} seat={seat} />}</WithSeat>

export default NodeMovePage

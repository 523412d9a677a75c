import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { useMoveState, type Moving } from './tree-api'

const phaseWords = (moving: Moving): string => {
  if (moving.phase === 'waiting') return '新隶属已生效，马上开始更新资料。'
  if (moving.phase === 'nodes') return '新隶属已生效，正在更新各级组织。'
  return `新隶属已生效，已更新 ${moving.records} 条资料。`
}

const share = ({ phase, rooms, roomsDone }: Moving): number =>
  phase === 'records' ? (roomsDone + 1) / (rooms + 1) : 0.05

/** A subtree on its way: the new place holds already, its records follow in the background. */
export const MovingCard = ({ nodeId }: { nodeId: string }) => {
  const moving = useMoveState(nodeId).data?.moving
  if (!moving) return null
  return (
    <Card tone="amber">
      <View className="stack">
        <View className="title">{`“${moving.node.name}”移到“${moving.to.name}”`}</View>
        <Progress value={share(moving)} tone="amber" label="资料更新进度" />
        <View className="text-m">
          {`${phaseWords(moving)}看到的名单已是新的，各级的统计数几分钟内更新完，可以离开这一页。`}
        </View>
      </View>
    </Card>
  )
}

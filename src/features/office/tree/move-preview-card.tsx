import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Pairs } from '../pairs'
import type { MovePreview } from './tree-api'

const named = (seats: MovePreview['gains'], nobody: string): string =>
  seats.length === 0 ? nobody : seats.map(({ name, managers }) => `${name}（${managers} 名管理员）`).join('、')

/** What goes along, and who sees it from now on and who no more. */
export const MovePreviewCard = ({ preview }: { preview: MovePreview }) => {
  if (preview.refusal)
    return (
      <Card tone="amber">
        <View>{preview.refusal}</View>
      </Card>
    )
  return (
    <Card>
      <View className="title">移过去以后</View>
      <Pairs
        long
        pairs={[
          {
            name: '移动的组织',
            value: `${preview.node.name}${preview.nodes > 1 ? `和下级共 ${preview.nodes} 个` : ''}`,
          },
          { name: '一起过去的人员', value: `${preview.people} 人` },
          { name: '一起过去的企业', value: `${preview.enterprises} 家` },
          { name: '在办隐患', value: `${preview.openHazards} 条` },
          { name: '志愿者和申请', value: `${preview.applications} 人` },
          { name: '从此看得到', value: named(preview.gains, '没有新增的单位') },
          { name: '从此看不到', value: named(preview.loses, '没有单位失去查看') },
        ]}
      />
    </Card>
  )
}

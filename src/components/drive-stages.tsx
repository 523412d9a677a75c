import { View } from '@tarojs/components'
import { formatMonthDay, startOfDay } from 'types/calendar'
import type { DriveStage } from 'types/drive-form'
import { dayOf } from '@/lib/clock'
import { spanWords } from './drive-cover'
import { Tag } from './tag'

const standing = ({ from, to }: DriveStage, today: string) => {
  if (today < from) return <Tag tone="grey">未开始</Tag>
  return today > to ? <Tag tone="green">已完成</Tag> : <Tag tone="amber">正在进行</Tag>
}

/** A drive's stages one after another, and which one it is today. */
export const DriveStages = ({ stages, withDue }: { stages: readonly DriveStage[]; withDue?: boolean }) => (
  <View className="stack">
    {stages.map((stage) => (
      <View key={stage.name + stage.from} className="stack-s">
        <View className="row-between">
          <View className="strong">{stage.name}</View>
          {standing(stage, dayOf(new Date()))}
        </View>
        <View className="text-m">{spanWords(stage.from, stage.to)}</View>
        {stage.words && <View className="pre-line">{stage.words}</View>}
        {withDue && stage.due && (
          <View className="text-m">{`材料上报：${formatMonthDay(startOfDay(stage.due))}前`}</View>
        )}
      </View>
    ))}
  </View>
)

import { View } from '@tarojs/components'
import { gradeLabels } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { HazardRow } from 'types/hazard-views'
import { StateTag, Tag } from '@/components/tag'
import { useNow } from '@/hooks/use-now'
import { deadlineOf } from './deadline'

type Props = { row: Pick<HazardRow, 'state' | 'grade' | 'dueAt' | 'overdue'>; identity?: string }

/** Where a hazard stands, each fact in its own word. */
export const HazardTags = ({ row, identity }: Props) => {
  const deadline = deadlineOf(row, useNow())
  return (
    <View className="row-wrap">
      <StateTag state={hazardMachine.states[row.state]} />
      {deadline && <Tag tone={deadline.late ? 'red' : 'grey'}>{deadline.words}</Tag>}
      {row.grade && <Tag tone={row.grade === 'major' ? 'red' : 'grey'}>{`${gradeLabels[row.grade]}隐患`}</Tag>}
      {identity && <Tag tone="blue">{identity}</Tag>}
    </View>
  )
}

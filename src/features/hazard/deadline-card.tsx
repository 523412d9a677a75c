import { View } from '@tarojs/components'
import type { HazardState } from 'types/hazard'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { useNow } from '@/hooks/use-now'
import { deadlineOf, shareGone } from './deadline'

type Props = {
  hazard: { state: HazardState; dueAt: string | null; overdue: boolean; reportedAt: string; timeline: readonly Line[] }
}
type Line = { at: string; tone: 'done' | 'now' | 'late' | 'next' }

/** The deadline began with the step that is at work now. */
const beganAt = ({ timeline, reportedAt }: Props['hazard']): string =>
  timeline.filter((line) => line.tone === 'now').at(-1)?.at ?? reportedAt

/** Days left, the day itself and a bar; nothing where no deadline runs. */
export const DeadlineCard = ({ hazard }: Props) => {
  const now = useNow()
  const deadline = deadlineOf(hazard, now)
  if (!deadline) return null
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className={deadline.late ? 'strong ink-red' : 'strong'}>{deadline.words}</View>
          <View className="text-m">{deadline.by}</View>
        </View>
        <Progress
          value={shareGone(beganAt(hazard), deadline.dueAt, now)}
          tone={deadline.late ? 'red' : 'amber'}
          label={`整改期限，${deadline.words}`}
        />
      </View>
    </Card>
  )
}

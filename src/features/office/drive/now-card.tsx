import { View } from '@tarojs/components'
import { formatMonthDay, startOfDay } from 'types/calendar'
import { nextDue, stageOn } from 'types/drive-form'
import { Card } from '@/components/card'
import { DriveStages } from '@/components/drive-stages'
import { dayOf, showRemaining } from '@/lib/clock'
import type { Drive } from './api'

const noon = (day: string) => `${day}T12:00:00+08:00`

/** Which stage it is, what is due next, and all stages below. */
export const NowCard = ({ drive: { form, state } }: { drive: Drive }) => {
  if (form.stages.length === 0) return null
  const today = dayOf(new Date())
  const stage = state === 'published' ? stageOn(form.stages, today) : null
  const due = nextDue(form.stages, today)
  return (
    <Card>
      <View className="stack">
        <View className="title">{stage ? `现在：${stage.name}` : '阶段安排'}</View>
        {due && (
          <View className="text-m">
            {`${due.name}的材料 ${formatMonthDay(startOfDay(due.due))}前上报，${showRemaining(noon(due.due))}`}
          </View>
        )}
        <DriveStages stages={form.stages} withDue />
      </View>
    </Card>
  )
}

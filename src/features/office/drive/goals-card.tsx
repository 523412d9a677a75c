import { View } from '@tarojs/components'
import { goalLabels, goalUnits, type DriveGoal } from 'types/drive-form'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { Stat } from '@/components/stat'
import { showNumber, showShare } from '@/lib/show-number'
import type { Drive } from './api'
import { goalKeys } from './drive-values'

const reached = ({ figures }: Drive, goal: DriveGoal): number => {
  if (goal !== 'rate') return figures[goal]
  return figures.enterprises > 0 ? Math.round((100 * figures.taking) / figures.enterprises) : 0
}

const Goal = ({ drive, goal }: { drive: Drive; goal: DriveGoal }) => {
  const aim = drive.form.goals[goal] ?? 0
  const now = reached(drive, goal)
  const share = aim > 0 ? now / aim : 0
  return (
    <View className="stack-s">
      <View className="row-between">
        <View>{goalLabels[goal]}</View>
        <View className="strong">{`${showNumber(now)} / ${showNumber(aim)} ${goalUnits[goal]}`}</View>
      </View>
      <Progress
        value={share}
        tone={share >= 1 ? 'green' : 'amber'}
        label={`${goalLabels[goal]}，目标的 ${showShare(Math.min(1, share))}`}
      />
    </View>
  )
}

const words = (drive: Drive): [string, number][] => [
  ['答题人次', drive.figures.players],
  ['查出隐患', drive.figures.found],
  ['整改销号', drive.figures.closed],
  ['志愿活动', drive.figures.activities],
]

/** How far the drive is: a bar for each goal, plain numbers where none was set. */
export const GoalsCard = ({ drive }: { drive: Drive }) => {
  const goals = goalKeys.filter((goal) => drive.form.goals[goal] !== null)
  return (
    <Card>
      <View className="stack">
        <View className="title">{goals.length > 0 ? '目标进展' : '目前的数字'}</View>
        {goals.map((goal) => (
          <Goal key={goal} drive={drive} goal={goal} />
        ))}
        {goals.length === 0 && (
          <View className="office-stats">
            {words(drive).map(([label, value]) => (
              <Stat key={label} label={label} value={value} />
            ))}
          </View>
        )}
        <View className="note">
          隐患按上报日期算在活动期间内，受理后计入“查出”；一人参加几个竞赛，答题人次按几次算。
        </View>
      </View>
    </Card>
  )
}

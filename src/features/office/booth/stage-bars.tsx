import { View } from '@tarojs/components'
import type { ToldCounts } from 'types/visit-counts'
import { visitStageLabels, visitStages, type VisitStage } from 'types/visit-source'
import { Progress } from '@/components/progress'
import { showTold } from '@/lib/show-number'

const shareOf = (counts: ToldCounts, stage: VisitStage) => {
  const count = counts[stage]
  if (stage === 'scans' || stage === 'people' || count === null || counts.people === 0) return ''
  return `（每 100 个来的人 ${Math.round((100 * count) / counts.people)}）`
}

type Props = {
  /** null: fewer than are told. */
  counts: ToldCounts
  /** What a step is held against, under its bar. */
  aims?: Partial<Record<VisitStage, string>>
}

/** How many came how far, from the scan to the consent: each step a bar beside its number. */
export const StageBars = ({ counts, aims = {} }: Props) => {
  const most = Math.max(1, ...visitStages.map((stage) => counts[stage] ?? 0))
  return (
    <View className="stack-s">
      {visitStages.map((stage) => (
        <View key={stage}>
          <View className="row-between">
            <View>
              {visitStageLabels[stage]}
              <View className="text-m">{shareOf(counts, stage)}</View>
            </View>
            <View className="strong">{showTold(counts[stage])}</View>
          </View>
          <Progress
            value={(counts[stage] ?? 0) / most}
            tone={stage === 'scans' || stage === 'people' ? 'amber' : 'green'}
            label={visitStageLabels[stage]}
          />
          {aims[stage] && <View className="note">{aims[stage]}</View>}
        </View>
      ))}
    </View>
  )
}

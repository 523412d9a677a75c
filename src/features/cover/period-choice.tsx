import { View } from '@tarojs/components'
import { periodWord, periodsOf, stepPeriod, type CoverPeriod } from 'types/hazard-coverage'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { Segment } from '@/components/segment'
import './cover.scss'

const spans = [
  { value: 'month', label: '按月' },
  { value: 'quarter', label: '按季' },
  { value: 'year', label: '按年' },
] as const
type Span = (typeof spans)[number]['value']

const spanOf = (period: CoverPeriod): Span => {
  if (!period.includes('-')) return 'year'
  return period.includes('q') ? 'quarter' : 'month'
}

type Props = { today: string; value: CoverPeriod; onChange: (period: CoverPeriod) => void }

/** A month, a quarter or a year, and the ones before it. */
export const PeriodChoice = ({ today, value, onChange }: Props) => {
  const [month, quarter, year] = periodsOf(today)
  const now = { month, quarter, year }
  const isNow = value === now[spanOf(value)]
  return (
    <View className="stack-s">
      <Segment label="看多长时间" options={spans} value={spanOf(value)} onChange={(span) => onChange(now[span])} />
      <View className="cover-period">
        <Pressable className="cover-step" label="往前" onPress={() => onChange(stepPeriod(value, -1))}>
          <Icon name="chevron-left" />
        </Pressable>
        <View className="title">{periodWord(value)}</View>
        <Pressable
          className="cover-step"
          label="往后"
          disabled={isNow}
          onPress={() => onChange(isNow ? value : stepPeriod(value, 1))}
        >
          {!isNow && <Icon name="chevron-right" />}
        </Pressable>
      </View>
    </View>
  )
}

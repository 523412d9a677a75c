import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import { showNumber } from '@/lib/show-number'
import { Pressable } from './pressable'
import { SkeletonWord } from './skeleton'
import './stat.scss'

type Props = {
  /** undefined is "not known yet". */
  value: number | string | undefined
  label: string
  /** Red is a warning: nothing is no reason for one. */
  tone?: 'red' | 'plain'
  on?: boolean
  onPress?: () => void
}

/** A number a person decides by, with its word under it: `<Stat value={counts.overdue} label='已逾期' tone='red' />`. */
export const Stat = ({ value, label, tone = 'plain', on, onPress }: Props) => {
  const shown = typeof value === 'number' ? showNumber(value) : value
  const content = (
    <>
      <View className={classNames('stat-value', tone === 'red' && value !== 0 && 'ink-red')}>
        {shown ?? <SkeletonWord />}
      </View>
      <View className="stat-label">{label}</View>
    </>
  )
  if (!onPress) return <View className="stat">{content}</View>
  return (
    <Pressable className={classNames('stat', 'stat-press', on && 'stat-on')} selected={undefined} onPress={onPress}>
      {content}
    </Pressable>
  )
}

import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { aria } from '@/lib/aria'
import type { ReportValues } from './report-values'
import './place-row.scss'

/** `泽能机械 · 二号车间` */
export const whereWords = (unit: { name: string } | string | null, place: string): string =>
  [typeof unit === 'string' ? unit : unit?.name, place].filter(Boolean).join(' · ')

type Props = {
  unit: ReportValues['unit']
  place: string
  error: string | undefined
  /** Filled in from the booth, not by the person. */
  fromBooth: boolean
  onPress: () => void
}

/** The place in one line; a tap changes it. */
export const PlaceRow = ({ unit, place, error, fromBooth, onPress }: Props) => {
  const shown = whereWords(unit, place)
  return (
    <View>
      <Pressable className="place-row" onPress={onPress}>
        <View className="place-row-label">地点</View>
        <View className={shown ? 'grow' : 'grow place-row-blank'}>{shown || '在哪里发现的？'}</View>
        <View className="place-row-act">{shown ? '修改' : '填写'}</View>
        <Icon name="chevron-right" size="s" />
      </Pressable>
      {error ? (
        <View className="ink-red text-m" {...aria({ role: 'alert' })}>
          {error}
        </View>
      ) : (
        fromBooth && <View className="note">按您扫的展台填的，不在这里请修改。</View>
      )}
    </View>
  )
}

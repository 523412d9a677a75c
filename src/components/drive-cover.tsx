import { View } from '@tarojs/components'
import { driveCovers, type DriveCover } from 'types/drive-form'
import { formatMonthDay, startOfDay } from 'types/calendar'
import { classNames } from '@/lib/class-names'
import { Icon, type IconName } from './icon'
import './drive-cover.scss'

const signs: Record<DriveCover, IconName> = {
  ...{ flag: 'star', helmet: 'shield', flame: 'warning', sun: 'bell', health: 'volunteer', law: 'document' },
}

/** `6月1日 至 6月30日`, with the years where they differ. */
export const spanWords = (from: string, to: string): string => {
  const year = (day: string) => (from.slice(0, 4) === to.slice(0, 4) ? '' : `${day.slice(0, 4)}年`)
  return `${year(from)}${formatMonthDay(startOfDay(from))} 至 ${year(to)}${formatMonthDay(startOfDay(to))}`
}

type Props = {
  cover: DriveCover
  theme: string
  slogan?: string
  from: string
  to: string
  union?: string
  small?: boolean
}

/** A drive's cover: its colour and sign, its own words over it. */
export const DriveCoverCard = ({ cover, theme, slogan, from, to, union, small }: Props) => (
  <View className={classNames('drive-cover', `drive-cover-${cover}`, small && 'drive-cover-small')}>
    <View className="drive-cover-sign">
      <Icon name={signs[cover]} size="l" />
    </View>
    <View className="drive-cover-theme">{theme}</View>
    {slogan && <View className="drive-cover-slogan">{slogan}</View>}
    <View className="drive-cover-days">{spanWords(from, to)}</View>
    {union && <View className="drive-cover-days">{union}</View>}
  </View>
)

export const coverOptions = (Object.keys(driveCovers) as DriveCover[]).map((value) => ({
  value,
  label: driveCovers[value],
}))

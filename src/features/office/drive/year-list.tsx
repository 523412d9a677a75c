import { View } from '@tarojs/components'
import { monthOf, type YearEntry } from 'types/drive-calendar'
import { formatMonthDay, formatWeekday, startOfDay } from 'types/calendar'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { classNames } from '@/lib/class-names'
import './year-list.scss'

type Look = { icon: IconName; tone: 'red' | 'amber' | 'green' | 'blue' | 'grey'; word?: string }
const looks: Record<YearEntry['kind'], Look> = {
  drive: { icon: 'star', tone: 'red' },
  due: { icon: 'document', tone: 'amber' },
  report: { icon: 'clock', tone: 'amber' },
  pattern: { icon: 'plus', tone: 'grey', word: '可新建' },
  holiday: { icon: 'calendar', tone: 'green' },
  workday: { icon: 'calendar', tone: 'grey' },
}

const spell = ({ from, to }: YearEntry) => {
  const first = formatMonthDay(startOfDay(from))
  if (from === to) return `${first} ${formatWeekday(startOfDay(from))}`
  const year = from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)} 年 `
  return `${first} 至 ${year}${formatMonthDay(startOfDay(to))}`
}

const opened = (entry: YearEntry, year: number): (() => void) | undefined => {
  if (entry.kind === 'drive' || entry.kind === 'due') return () => openPage(routes.officeDrive, { id: entry.id })
  if (entry.kind !== 'pattern') return undefined
  return () => openPage(routes.officeDriveNew, { pattern: entry.code, year: String(year) })
}

const Line = ({ entry, year }: { entry: YearEntry; year: number }) => {
  const { icon, tone, word } = looks[entry.kind]
  const onPress = opened(entry, year)
  return (
    <ListRow
      {...{ icon, tone, title: entry.words, detail: spell(entry) }}
      {...(word && { value: <Tag tone="grey">{word}</Tag> })}
      {...(onPress && { onPress })}
    />
  )
}

type Props = { year: number; entries: readonly YearEntry[]; today: string }

/** Twelve months, the running one marked; side by side where the window is wide. */
export const YearList = ({ year, entries, today }: Props) => (
  <View className="year-list">
    {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
      const lines = entries.filter((entry) => monthOf(year, entry) === month)
      const isNow = today.slice(0, 7) === `${year}-${String(month).padStart(2, '0')}`
      return (
        <Card key={month} className={classNames('year-list-month', isNow && 'year-list-now')}>
          <View className="row-between">
            <View className="title">{month} 月</View>
            {isNow && <Tag tone="red">本月</Tag>}
          </View>
          {lines.length === 0 && <View className="text-m">没有安排</View>}
          {lines.map((entry) => (
            <Line key={`${entry.kind}${entry.from}${entry.words}`} entry={entry} year={year} />
          ))}
        </Card>
      )
    })}
  </View>
)

import { View } from '@tarojs/components'
import { hoursOf } from 'types/volunteer-year-rules'
import type { OwnYear } from 'types/volunteer-year'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { Stat } from '@/components/stat'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const wordOf = ({ shelf, need, times, year }: OwnYear, now: number) => {
  if (shelf === 'left') return '已退出志愿服务，记录保留。'
  if (shelf === 'enough') return '承诺的次数已经完成，谢谢您。'
  return year === now ? `还差 ${need - times} 次专题志愿活动。` : `这一年少了 ${need - times} 次专题志愿活动。`
}

const ruleWord = ({ need, late }: OwnYear) =>
  late ? `您下半年入册，当年至少参加 ${need} 次专题志愿活动。` : `承诺：每年至少参加 ${need} 次专题志愿活动。`

/** How far the promise of the year is kept, and what to do next. */
export const YearCard = ({ mine, thisYear }: { mine: OwnYear; thisYear: number }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title">{mine.year} 年专题志愿活动</View>
        <View className="headline">
          {mine.times} / {mine.need}
        </View>
      </View>
      <Progress
        value={mine.times / Math.max(1, mine.need)}
        tone={mine.shelf === 'enough' ? 'green' : 'amber'}
        label={`专题志愿活动 ${mine.times} 次，需要 ${mine.need} 次`}
      />
      <View className="strong">{wordOf(mine, thisYear)}</View>
      <View className="text-m">{ruleWord(mine)}</View>
      <View className="row">
        <Stat value={mine.all} label="参加活动" />
        <Stat value={hoursOf(mine.minutes)} label="服务小时" />
        <Stat value={mine.absences} label="缺席" tone="red" />
      </View>
      {mine.year === thisYear && (mine.shelf === 'none' || mine.shelf === 'some') && (
        <Button onPress={() => openPage(routes.volunteerActivities)}>看看能参加的活动</Button>
      )}
    </View>
  </Card>
)

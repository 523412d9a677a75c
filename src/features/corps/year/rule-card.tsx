import { View } from '@tarojs/components'
import { spellNumber } from 'types/volunteer-certificate-rules'
import { hoursWord } from 'types/volunteer-year-rules'
import type { KeptRule } from 'types/volunteer-year-set'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'

const dayWord = (day: string) => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`

const linesOf = ({ excellent, ...rule }: KeptRule): readonly (readonly [string, string])[] => [
  ['专题志愿活动', `每年至少 ${rule.needed} 次`],
  [`${dayWord(rule.lateFrom)}起入册的`, `当年至少 ${rule.neededLate} 次`],
  ['优秀候选', `专题 ${excellent.times} 次、${hoursWord(excellent.minutes)}、缺席不超过 ${excellent.absences} 次`],
  ['优秀比例', `不超过 ${rule.quotaPercent}%，至少 1 人`],
  ['年度考核', `${dayWord(rule.opensFrom)}起，本人 ${rule.objectionDays} 天内可提异议`],
  ['提醒', rule.reminders.length > 0 ? rule.reminders.map(dayWord).join('、') : '不提醒'],
  ['证书编号', spellNumber(rule.from, 1, rule.numbers)],
]

/** One set of rules in words. */
export const RuleCard = ({ rule }: { rule: KeptRule }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title">{rule.from} 年起</View>
        {rule.shipped && <Tag tone="grey">随程序提供</Tag>}
      </View>
      {linesOf(rule).map(([label, value]) => (
        <View key={label} className="stack-s">
          <View className="text-m">{label}</View>
          <View className="strong">{value}</View>
        </View>
      ))}
    </View>
  </Card>
)

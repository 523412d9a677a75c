import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { LongRule, longRuleLabels } from 'types/fit-wording'
import type { pushEntries } from 'types/notice-pushes'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PhoneCard } from './phone-card'

type Preview = Pick<OutputOf<typeof pushEntries.preview>, 'tooLong' | 'fitted' | 'samples'>

const overWords = (over: number) => (over > 0 ? `多了 ${over} 个字` : '不合微信的格式')

type RuleProps = { preview: Preview; pending: boolean; onRule: (rule: LongRule) => void }

/** Whose name or unit makes a field too long, and the two ways out. */
export const LongRuleCard = ({ preview: { tooLong, fitted }, pending, onRule }: RuleProps) => {
  if (tooLong.length === 0)
    return fitted > 0 ? <Card tone="amber">{`${fitted} 个人的名称太长，会按您选的办法处理。`}</Card> : null
  return (
    <Card tone="red">
      <View className="stack">
        <View className="strong">有人的姓名或单位放不下，现在不能发送</View>
        {tooLong.map(({ key, name, people, who, value, over }) => (
          <View key={key}>{`“${name}”有 ${people} 人放不下，最长的是${who}：“${value}”${overWords(over)}。`}</View>
        ))}
        <View className="row-wrap">
          {LongRule.options.map((rule) => (
            <Button key={rule} small kind="ghost" loading={pending} onPress={() => onRule(rule)}>
              {longRuleLabels[rule].label}
            </Button>
          ))}
        </View>
        {LongRule.options.map((rule) => (
          <View key={rule} className="note">{`${longRuleLabels[rule].label}：${longRuleLabels[rule].detail}。`}</View>
        ))}
      </View>
    </Card>
  )
}

const labels = { first: '名单上第一位', longest: '名称最长的', unitless: '没有单位的' } as const

/** The message to real recipients, where they read it differently. */
export const RealSamples = ({ preview: { samples }, title }: { preview: Preview; title: string }) => (
  <>
    {(['first', 'longest', 'unitless'] as const).map((key) => {
      const sample = samples[key]
      return (
        sample && (
          <View key={key} className="stack-s">
            <View className="note">{`${labels[key]}：${sample.who}`}</View>
            <PhoneCard title={title} fields={sample.fields} />
          </View>
        )
      )
    })}
  </>
)

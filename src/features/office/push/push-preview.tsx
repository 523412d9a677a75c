import { View } from '@tarojs/components'
import { fewWords } from 'types/told-number'
import { Card } from '@/components/card'
import { Stat } from '@/components/stat'
import type { Preview } from '../api'
import { RealSamples } from '../wording/long-rule-card'
import { PhoneCard } from '../wording/phone-card'

export const hasProblem = (preview: Preview): boolean =>
  preview.fields.some(({ problem }) => problem !== null) || preview.tooLong.length > 0

const leftOutWords = (leftOut: number | null): string => {
  if (leftOut === null) return `点名除去的人都不会收到，其中原本会收到的${fewWords} 人。`
  return leftOut > 0 ? `点名除去的 ${leftOut} 人不会收到。` : ''
}

const reachWords = ({ recipients, reachable, capped, leftOut, isWhole }: Preview): string => {
  const out = leftOutWords(leftOut)
  if (recipients === 0) return `这个范围里现在没有符合的人，请换一个范围或对象。${out}`
  const rest = recipients - reachable - capped
  const parts = [
    ...(isWhole ? [] : ['人数很多，这里只数到一部分，实际会更多。']),
    `${recipients} 人里，${reachable} 人会在微信里收到提醒。`,
    ...(rest > 0 ? [`${rest} 人没有订阅，只在小程序的“消息”里看到。`] : []),
    ...(capped > 0 ? [`${capped} 人今天已收到足够多的提醒，这条也只在“消息”里看到。`] : []),
    out,
  ]
  return parts.join('')
}

/** The message as it will look, how many get it, and what WeChat would refuse. */
export const PushPreview = ({ preview, title }: { preview: Preview; title: string }) => (
  <View className="office-split">
    <View className="office-part">
      <View className="text-m">收到的样子</View>
      {Object.keys(preview.samples).length > 0 ? (
        <RealSamples preview={preview} title={title} />
      ) : (
        <PhoneCard title={title} fields={preview.fields} />
      )}
      {preview.fields.some(({ problem }) => problem !== null) && (
        <Card tone="red">有内容不符合微信的填写要求，现在不能发送，请回去修改标红的几项。</Card>
      )}
    </View>
    <View className="office-part">
      <View className="text-m">会发给</View>
      <View className="office-stats">
        <Stat value={preview.recipients} label="收件人" />
        <Stat value={preview.reachable} label="微信能收到" />
      </View>
      <Card tone={preview.recipients === 0 ? 'amber' : 'plain'}>{reachWords(preview)}</Card>
    </View>
  </View>
)

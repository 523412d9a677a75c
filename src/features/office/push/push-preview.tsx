import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Stat } from '@/components/stat'
import type { Preview } from '../api'
import { Pairs } from '../pairs'

export const hasProblem = (preview: Preview): boolean => preview.fields.some(({ problem }) => problem !== null)

const reachWords = ({ recipients, reachable }: Preview): string => {
  if (recipients === 0) return '这个范围里现在没有符合的人，请换一个范围或对象。'
  const rest = recipients - reachable
  return rest === 0 ? '每个人都会在微信里收到提醒。' : `另外 ${rest} 人没有订阅，只在小程序的“消息”里看到。`
}

/** The message as it will look, how many get it, and what WeChat would refuse. */
export const PushPreview = ({ preview, title }: { preview: Preview; title: string }) => (
  <View className="office-split">
    <View className="office-part">
      <View className="text-m">收到的样子</View>
      <Card>
        <View className="stack-s">
          <View className="note">安康志愿</View>
          <View className="title">{title}</View>
          <Pairs pairs={preview.fields} />
        </View>
      </Card>
      {hasProblem(preview) && <Card tone="red">有内容不符合微信的填写要求，现在不能发送，请回去修改标红的几项。</Card>}
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

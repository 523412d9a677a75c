import { View } from '@tarojs/components'
import { pushMachine } from 'types/notice-push'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { showNumber } from '@/lib/show-number'
import type { Push } from '../api'

/** How many stand where, by what an officer wants to know. */
export const pushNumbers = ({ total, counts }: Push) => {
  const inApp = counts['no-credit'] + counts.refused + counts.failed
  const waiting = counts.queued + counts.sending
  return { total, sent: counts.sent, inApp, unknown: counts.unknown, waiting, settled: total - waiting }
}

const numbersWords = (push: Push): string => {
  const { total, sent, inApp, unknown, waiting } = pushNumbers(push)
  if (push.state === 'preparing') return '正在准备名单'
  if (push.state === 'scheduled') return `${push.dueAt ? showTime(push.dueAt) : '稍后'} 开始发送`
  if (push.state === 'cancelled') return '没有发送'
  const parts = [
    `共 ${showNumber(total)} 人`,
    `微信送达 ${showNumber(sent)}`,
    `仅站内 ${showNumber(inApp)}`,
    ...(unknown > 0 ? [`结果不明 ${showNumber(unknown)}`] : []),
    ...(waiting > 0 ? [`待发送 ${showNumber(waiting)}`] : []),
  ]
  return parts.join(' · ')
}

/** What was sent, to whom, and how far it has come. */
export const PushFacts = ({ push }: { push: Push }) => {
  const { total, settled } = pushNumbers(push)
  return (
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{push.title}</View>
        <StateTag state={pushMachine.states[push.state]} />
      </View>
      <View>{push.audience}</View>
      <View className="text-m">{numbersWords(push)}</View>
      {push.state === 'sending' && <Progress value={total > 0 ? settled / total : 0} tone="amber" label="发送进度" />}
      <View className="note">{`${push.by} · ${showTime(push.at)}`}</View>
    </View>
  )
}

export const PushCard = ({ push, onOpen }: { push: Push; onOpen: () => void }) => (
  <Card onPress={onOpen}>
    <PushFacts push={push} />
  </Card>
)

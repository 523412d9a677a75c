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
  const inApp = counts['no-credit'] + counts.capped + counts.refused + counts.failed + counts['called-off']
  const waiting = counts.queued + counts.sending
  return { total, sent: counts.sent, inApp, unknown: counts.unknown, waiting, settled: total - waiting }
}

const numbersWords = (push: Push): string => {
  const { total, sent, inApp, unknown, waiting } = pushNumbers(push)
  if (push.state === 'preparing') return '正在准备名单'
  if (push.state === 'scheduled') return `${push.dueAt ? showTime(push.dueAt) : '稍后'} 开始发送`
  if (push.state === 'waiting') return '等另一位工会干部同意'
  if (push.state === 'returned') return '被退回，没有发送'
  if (push.state === 'cancelled' && total === 0) return '没有发送'
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
        <View className="title">{push.headline || push.title}</View>
        <StateTag state={pushMachine.states[push.state]} />
      </View>
      <View>{`${push.isTrial ? '试发给' : '发给'}：${push.audience}`}</View>
      <View className="text-m">{numbersWords(push)}</View>
      {push.state === 'sending' && <Progress value={total > 0 ? settled / total : 0} tone="amber" label="发送进度" />}
      {push.reason && <View className="ink-red">{push.reason}</View>}
      <View className="note">
        {[push.title, push.by, showTime(push.at), push.approvedBy && `${push.approvedBy}同意`]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  )
}

export const PushCard = ({ push, onOpen }: { push: Push; onOpen: () => void }) => (
  <Card onPress={onOpen}>
    <PushFacts push={push} />
  </Card>
)

import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoices } from '@/components/chip'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import type { Preview } from '../api'
import { toPush, type PushValues } from './push-values'
import { useTesters, useTrial } from './reach-api'

type Props = { preview: Preview; values: PushValues; seatNode: string }

/** What has to be done before it goes to many: a trial on oneself and colleagues, the word of a second officer. */
export const NeedsCard = ({ preview: { needs }, values, seatNode }: Props) => {
  const [testers, setTesters] = useState<string[]>([])
  const { data } = useTesters(seatNode)
  const trial = useTrial()
  const send = () => {
    const { template, wording, page, longRule } = toPush(values, seatNode)
    trial.mutate(
      { nodeId: seatNode, template, wording, page, longRule, testers },
      { onSuccess: () => showToast('已试发，请到微信或“消息”里看一看', 'good') },
    )
  }
  const colleagues = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card tone={needs.trial && !trial.isSuccess ? 'amber' : 'plain'}>
      <View className="stack-s">
        <View className="title">{needs.trial ? '先试发，再发给大家' : '可以先试发给自己看看'}</View>
        {needs.trial && <View>人数较多，要先用同样的内容试发一次；改了内容要重新试发。</View>}
        {needs.approval && <View>人数超过规定，提交后要另一位工会干部同意才会发出，系统会通知他。</View>}
        {colleagues.length > 0 && (
          <>
            <View className="note">也请这些同事看看（可不选）</View>
            <ChipChoices label="试发给同事" options={colleagues.slice(0, 5)} value={testers} onChange={setTesters} />
          </>
        )}
        {trial.error && <View className="ink-red">{sentenceOf(trial.error)}</View>}
        <Button small kind="ghost" loading={trial.isPending} onPress={send}>
          {trial.isSuccess ? '再试发一次' : '试发给自己'}
        </Button>
      </View>
    </Card>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { useSubscribeAsk, type SubscribeResults, type SubscribeTemplate } from '@/lib/subscribe-store'
import { Button } from './button'
import { CheckRow } from './checkbox-field'
import { Sheet } from './sheet'

type PanelProps = { templates: readonly SubscribeTemplate[]; answer: (results: SubscribeResults) => void }

const Panel = ({ templates, answer }: PanelProps) => {
  const [on, setOn] = useState<readonly string[]>(templates.map(({ id }) => id))
  const finish = (accepted: readonly string[]) =>
    answer(Object.fromEntries(templates.map(({ id }) => [id, accepted.includes(id) ? 'accept' : 'reject'])))
  return (
    <Sheet
      open
      title="允许发送一次消息"
      onClose={() => finish([])}
      footer={
        <>
          <Button onPress={() => finish(on)}>允许</Button>
          <Button kind="quiet" onPress={() => finish([])}>
            拒绝
          </Button>
        </>
      }
    >
      <View className="text-m">本机演示：这里代替微信的订阅消息窗口。每允许一次，可收到一条通知。</View>
      {templates.map(({ id, title }) => (
        <CheckRow
          key={id}
          on={on.includes(id)}
          onChange={(yes) => setOn(yes ? [...on, id] : on.filter((one) => one !== id))}
        >
          {title}
        </CheckRow>
      ))}
    </Sheet>
  )
}

/** The browser's stand-in for WeChat's subscribe panel. */
export const SubscribeSheet = () => {
  const ask = useSubscribeAsk((state) => state.ask)
  return ask && <Panel templates={ask.templates} answer={ask.answer} />
}

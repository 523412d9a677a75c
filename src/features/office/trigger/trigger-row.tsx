import type { OutputOf } from 'types/contract'
import { View } from '@tarojs/components'
import { messageTemplates } from 'types/message-templates'
import type { triggerEntries } from 'types/notice-trigger'
import { isSwitch, triggers, type SwitchKey } from 'types/triggers'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'

export type TriggerState = OutputOf<typeof triggerEntries.triggers>['items'][number]
type Props = { state: TriggerState; pending: boolean; onSet: (key: SwitchKey, on: boolean | null) => void }

const saidBy = ({ by, own, on }: TriggerState) => {
  if (by === null) return '没有人改过，按默认发送。'
  return own ? `本单位设为${on ? '发送' : '不发'}，下级跟着，除非自己另设。` : `跟着${by}的设置。`
}

const Switch = ({ state, pending, onSet }: Props) => {
  const { key, on, own } = state
  if (!isSwitch(key)) return <View className="note">{`${triggers[key].fixed}。`}</View>
  return (
    <>
      <View className="note">{saidBy(state)}</View>
      <View className="row-wrap">
        <Button small kind="ghost" loading={pending} onPress={() => onSet(key, !on)}>
          {on ? '不再发送' : '恢复发送'}
        </Button>
        {own && (
          <Button small kind="quiet" loading={pending} onPress={() => onSet(key, null)}>
            跟着上级
          </Button>
        )}
      </View>
    </>
  )
}

/** One automatic message: when it is sent, what it says, and whether this union wants it. */
export const TriggerCard = (props: Props) => {
  const { key, on, withheld } = props.state
  const { title, when, text, template } = triggers[key]
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{title}</View>
          <Tag tone={on ? 'green' : 'grey'}>{on ? (isSwitch(key) ? '发送' : '固定发送') : '不发'}</Tag>
        </View>
        <View>{when}</View>
        <View className="text-m">{`“${text}”`}</View>
        <View className="note">{`用“${messageTemplates[template].title}”模板`}</View>
        {withheld > 0 && <View className="text-m">{`${withheld} 条按设置未发`}</View>}
        <Switch {...props} />
      </View>
    </Card>
  )
}

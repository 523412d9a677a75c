import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { movesFor } from 'types/state-machine'
import { signalDoubts, signalKindLabels, signalMachine, type SignalAct, type SignalRow } from 'types/quiz-signals'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { TextareaField } from '@/components/textarea-field'
import { showTime } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useSettleSignal } from './result-api'
import './office.scss'

const asks: Record<SignalAct, { title: string; text: string; done: string; label: string }> = {
  clear: {
    title: '核对无误？',
    text: '成绩照常排名。如果之前取消过名次，会马上恢复并告诉本人。',
    done: '已记为核对无误',
    label: '核对情况',
  },
  exclude: {
    title: '不计名次？',
    text: '本人和单位的名次里都不再算这份成绩，也不参加抽奖。理由会原样告诉本人；核对清楚后随时可以恢复。',
    done: '已不计名次，本人会收到理由',
    label: '理由（本人会看到）',
  },
}

const who = ({ name, mark }: SignalRow) => `${name ?? '未填姓名'} · 编号 ${mark}`

type Settling = { signal: SignalRow; act: SignalAct; word: string; onClose: () => void }

const SettleSheet = ({ signal, act, word, onClose }: Settling) => {
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' } })
  const settle = useSettleSignal()
  const { title, text, done, label } = asks[act]
  const submit = ({ reason }: { reason: string }) =>
    settle.mutate(
      { id: signal.id, version: signal.version, act, reason },
      {
        onSuccess: () => {
          showToast(done, 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title={title}
      form={form}
      pending={settle.isPending}
      error={settle.error}
      confirmWord={word}
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="strong">{who(signal)}</View>
      <View className="text-m">{text}</View>
      <TextareaField control={form.control} name="reason" label={label} max={60} />
    </ActSheet>
  )
}

const Acts = ({ signal }: { signal: SignalRow }) => {
  const [act, setAct] = useState<SignalAct>()
  const close = useCallback(() => setAct(undefined), [])
  const moves = movesFor(signalMachine, signal.state, 'officer').filter(
    (move): move is typeof move & { act: SignalAct } => move.act !== 'reopen',
  )
  const word = moves.find((move) => move.act === act)?.label ?? ''
  return (
    <View className="row-wrap">
      {moves.map((move) => (
        <Button
          key={move.act}
          small
          kind={move.act === 'clear' ? 'ghost' : 'quiet'}
          label={`${move.label}：${who(signal)}`}
          onPress={() => setAct(move.act)}
        >
          {move.label}
        </Button>
      ))}
      {act && <SettleSheet signal={signal} act={act} word={word} onClose={close} />}
    </View>
  )
}

/** One signal: what was seen, in figures, why it may be honest, and what an officer can decide. */
export const SignalCard = ({ signal }: { signal: SignalRow }) => {
  const { kind, state, evidence, settled, unit } = signal
  return (
    <Card>
      <View className="stack">
        <View className="row-between">
          <Tag tone="amber">{signalKindLabels[kind]}</Tag>
          <StateTag state={signalMachine.states[state]} />
        </View>
        <View>
          <View className="strong">{who(signal)}</View>
          {unit && <View className="text-m">{unit}</View>}
        </View>
        {evidence.map(({ at, words }) => (
          <View key={words}>
            <View>{words}</View>
            <View className="note">{showTime(at)}</View>
          </View>
        ))}
        <View className="text-m">{signalDoubts[kind]}</View>
        {settled && <View className="text-m">{`${settled.by}，${showTime(settled.at)}：${settled.reason}`}</View>}
        <Acts signal={signal} />
      </View>
    </Card>
  )
}

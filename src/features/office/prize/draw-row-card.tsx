import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { drawMachine, type DrawAct } from 'types/prize-machines'
import type { DrawRow } from 'types/quiz-prize'
import { movesFor } from 'types/state-machine'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { StateTag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { showTime } from '@/lib/clock'
import { copyText } from '@/lib/copy-text'
import { showNumber } from '@/lib/show-number'
import { showToast } from '@/lib/toast-store'
import { useCommitDraw, useEnterValue, useVoidDraw } from './api'

type Asking = { draw: DrawRow; word: string; onClose: () => void }

const CommitDialog = ({ draw, word, onClose }: Asking) => {
  const commit = useCommitDraw()
  const { id, version, value } = draw
  const confirm = () =>
    commit.mutate(
      { id, version },
      { onSuccess: () => showToast('正在锁定名单，几秒钟就好', 'good'), onSettled: onClose },
    )
  return (
    <ConfirmDialog
      open
      title="锁定名单并公布？"
      confirmWord={word}
      loading={commit.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {`名单和指纹马上公布，所有人可查，之后不能再改。奖品会先留出来。${showTime(value.at)} 后录入“${value.name}”开奖。`}
    </ConfirmDialog>
  )
}

const EnterSheet = ({ draw, word, onClose }: Asking) => {
  const form = useForm<{ value: string }>({ defaultValues: { value: '' } })
  const enter = useEnterValue()
  const submit = ({ value }: { value: string }) =>
    enter.mutate(
      { id: draw.id, version: draw.version, value },
      {
        onSuccess: () => {
          showToast('正在开奖，几秒钟就好', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="录入公开数"
      form={form}
      pending={enter.isPending}
      error={enter.error}
      confirmWord={word}
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="text-m">{`请照${draw.value.where}公布的“${draw.value.name}”填写。只能录入一次，录入后马上开奖，不能作废。`}</View>
      <TextField
        control={form.control}
        name="value"
        label={draw.value.name}
        hint="只填数字和字母，中间不留空格。"
        placeholder="例如 381"
        max={60}
      />
    </ActSheet>
  )
}

const VoidSheet = ({ draw, word, onClose }: Asking) => {
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' } })
  const giveUp = useVoidDraw()
  const submit = ({ reason }: { reason: string }) =>
    giveUp.mutate(
      { id: draw.id, version: draw.version, reason },
      {
        onSuccess: () => {
          showToast('已作废，留出的奖品退回库存', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="作废这次抽奖"
      form={form}
      pending={giveUp.isPending}
      error={giveUp.error}
      confirmWord={word}
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="text-m">{`“${draw.title}”作废后不能恢复。名单已经公布的，原因会一并公布。`}</View>
      <TextField control={form.control} name="reason" label="作废原因" max={60} />
    </ActSheet>
  )
}

const facts = ({ commitment, value, entered, winnersTotal, withheld, voided }: DrawRow): string[] => [
  ...(commitment
    ? [`${showTime(commitment.committedAt)} 锁定 ${showNumber(commitment.entries)} 人`]
    : ['锁定名单后才能开奖']),
  entered
    ? `公开数 ${entered.text}，${showTime(entered.at)} 录入`
    : `公开数：${value.name}，${showTime(value.at)} 在${value.where}公布`,
  ...(winnersTotal > 0 ? [`中奖 ${winnersTotal} 名${withheld > 0 ? `，其中 ${withheld} 名没有发出` : ''}`] : []),
  ...(voided ? [`作废原因：${voided}`] : []),
]

/** A value cannot be entered before it is published. */
const isDue = (act: DrawAct, { value }: DrawRow) => act !== 'enter' || new Date(value.at) <= new Date()

/** One draw: how far it is, and the next step. */
export const DrawRowCard = ({ draw }: { draw: DrawRow }) => {
  const [asking, setAsking] = useState<DrawAct>()
  const close = useCallback(() => setAsking(undefined), [])
  const moves = movesFor(drawMachine, draw.state, 'officer')
  const shared = { draw, word: moves.find(({ act }) => act === asking)?.label ?? '', onClose: close }
  return (
    <Card>
      <View className="stack">
        <View className="stack-s">
          <View className="row-between">
            <View className="title grow">{draw.title}</View>
            <StateTag state={drawMachine.states[draw.state]} />
          </View>
          <View className="text-m">{draw.prizes.map(({ title, count }) => `${title} ${count} 份`).join('，')}</View>
          {facts(draw).map((fact) => (
            <View key={fact} className="text-m">
              {fact}
            </View>
          ))}
        </View>
        {draw.problem && <Card tone="red">{draw.problem}</Card>}
        <View className="row-wrap">
          {moves
            .filter(({ act }) => isDue(act, draw))
            .map(({ act, label }) => (
              <Button
                key={act}
                small
                kind={act === 'void' ? 'quiet' : 'ghost'}
                label={`${label}：${draw.title}`}
                onPress={() => setAsking(act)}
              >
                {label}
              </Button>
            ))}
          {draw.commitment && (
            <Button
              small
              kind="quiet"
              label={`复制指纹：${draw.title}`}
              onPress={() => void copyText(`${draw.commitment?.listHash} ${draw.commitment?.seedHash}`, '指纹')}
            >
              复制指纹
            </Button>
          )}
        </View>
      </View>
      {asking === 'commit' && <CommitDialog {...shared} />}
      {asking === 'enter' && <EnterSheet {...shared} />}
      {asking === 'void' && <VoidSheet {...shared} />}
    </Card>
  )
}

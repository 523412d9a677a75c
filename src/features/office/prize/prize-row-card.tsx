import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { prizeMachine } from 'types/prize-machines'
import type { PrizeRow } from 'types/quiz-prize'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { showDay } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useChangeStock, useMovePrize } from './api'
import { MoveButtons } from '../move-buttons'
import { conditionWords, showYuan } from './prize-values'
import '../office.scss'

const asks = {
  open: { title: '现在上架？', text: '上架后职工就能看到。名称、价值和条件不能再改，数量可以增减。', done: '已上架' },
  close: { title: '现在下架？', text: '下架后不能再申领，也不能重新上架；已领到码的人仍可领取。', done: '已下架' },
} as const

type StockValues = { way: 'more' | 'less'; by: number | undefined }
const ways = [
  { value: 'more', label: '增加' },
  { value: 'less', label: '减少' },
] as const

const StockSheet = ({ prize, onClose }: { prize: PrizeRow; onClose: () => void }) => {
  const form = useForm<StockValues>({ defaultValues: { way: 'more', by: undefined } })
  const change = useChangeStock()
  const submit = ({ way, by = 0 }: StockValues) =>
    change.mutate(
      { id: prize.id, version: prize.version, by: way === 'more' ? by : -by },
      {
        onSuccess: ({ stock }) => {
          showToast(`现在共 ${stock} 份`, 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title={`增减库存：${prize.title}`}
      form={form}
      pending={change.isPending}
      error={change.error}
      confirmWord="确定"
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="text-m">{`共 ${prize.stock} 份，还剩 ${prize.left} 份。已经发出的不会受影响。`}</View>
      <ChoiceField control={form.control} name="way" label="增加还是减少" look="segment" options={ways} />
      <TextField control={form.control} name="by" kind="number" label="几份" max={6} />
    </ActSheet>
  )
}

/** One prize of a contest: what it is, how many are left, and what can be done. */
export const PrizeRowCard = ({ prize }: { prize: PrizeRow }) => {
  const move = useMovePrize()
  const [stocking, setStocking] = useState(false)
  const close = useCallback(() => setStocking(false), [])
  return (
    <Card>
      <View className="stack">
        <View className="stack-s">
          <View className="row-between">
            <View className="title grow">{prize.title}</View>
            <StateTag state={prizeMachine.states[prize.state]} />
          </View>
          <View className="text-m">{conditionWords(prize)}</View>
          <View className="text-m">{`${prize.place}，${showDay(prize.expiresAt)}前领取`}</View>
        </View>
        <View className="office-stats">
          <Stat value={prize.left} label="还剩" />
          <Stat value={prize.stock - prize.left} label="发出或留出" />
          <Stat value={showYuan(prize.value)} label="每份价值" />
        </View>
        <View className="row-wrap">
          {prize.state !== 'closed' && (
            <Button small kind="ghost" label={`增减库存：${prize.title}`} onPress={() => setStocking(true)}>
              增减库存
            </Button>
          )}
          <MoveButtons machine={prizeMachine} thing={prize} words={asks} command={move} />
        </View>
      </View>
      {stocking && <StockSheet prize={prize} onClose={close} />}
    </Card>
  )
}

import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { MyPrize } from 'types/quiz-prize'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Tag } from '@/components/tag'
import { showDay } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useClaimPrize } from './api'
import { leftWords, priceWords, showYuan } from './prize-words'

const costWords = ({ price }: MyPrize) =>
  price.chances > 0 ? `要用掉 ${price.chances} 次机会；没领到会退回。` : '不用花机会。'

const Ask = ({ prize }: { prize: MyPrize }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const claim = useClaimPrize(prize.campaignId, prize.id)
  const confirm = () =>
    claim.mutate(undefined, {
      onSuccess: () => showToast('已经在排队，马上有结果', 'good'),
      onSettled: close,
    })
  return (
    <>
      <Button small icon="gift" label={`申领：${prize.title}`} onPress={() => setOpen(true)}>
        申领
      </Button>
      <ConfirmDialog
        open={open}
        title={`申领“${prize.title}”？`}
        confirmWord="申领"
        loading={claim.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {`${costWords(prize)}领到后凭码到${prize.place}领取，${showDay(prize.expiresAt)}前有效。`}
      </ConfirmDialog>
    </>
  )
}

/** One prize: what it takes, how many are left, and the way to ask for it or the reason why not. */
export const PrizeCard = ({ prize }: { prize: MyPrize }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{prize.title}</View>
        <Tag tone={prize.mode === 'draw' ? 'blue' : prize.left > 0 ? 'green' : 'grey'}>{leftWords(prize)}</Tag>
      </View>
      <View className="text-m">{`${priceWords(prize)} · 价值 ${showYuan(prize.value)}`}</View>
      <View className="text-m">{`领取：${prize.place}，${showDay(prize.expiresAt)}前`}</View>
      {prize.refusal === null ? <Ask prize={prize} /> : <View className="note">{prize.refusal}</View>}
    </View>
  </Card>
)

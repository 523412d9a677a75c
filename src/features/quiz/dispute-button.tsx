import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { disputeStates } from 'types/quiz-disputes'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { StateTag } from '@/components/tag'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useDispute, useMyDisputes } from './dispute-api'

type Place = { campaignId: string; paperId: string; no: number }

const DisputeSheet = ({ place, stem, onClose }: { place: Place; stem: string; onClose: () => void }) => {
  const form = useForm({ defaultValues: { words: '' } })
  const dispute = useDispute()
  const submit = ({ words }: { words: string }) =>
    dispute.mutate(
      { ...place, words },
      {
        onSuccess: () => {
          showToast('已收到，工会会答复您', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      {...{ open: true, title: '对这道题有意见', form, confirmWord: '提交', onClose, onSubmit: submit }}
      {...{ pending: dispute.isPending, error: dispute.error }}
    >
      <View className="strong">{stem}</View>
      <TextareaField
        control={form.control}
        name="words"
        label="您的意见"
        placeholder="哪里不对，或者哪里看不懂"
        max={200}
      />
      <View className="note">题目由出题的工会答复，结果会发消息给您。每道题只能提一次。</View>
    </ActSheet>
  )
}

/** Lets a player object to a question of his paper; afterwards what became of it. */
export const DisputeButton = ({ place, stem }: { place: Place; stem: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const said = useMyDisputes().data?.pages.flatMap(({ items }) => items) ?? []
  const mine = said.find(({ paperId, no }) => paperId === place.paperId && no === place.no)
  if (mine)
    return (
      <View className="row-wrap">
        <StateTag state={disputeStates[mine.state]} />
        <View className="text-m">{mine.reply ?? '您提过意见，请等答复'}</View>
      </View>
    )
  return (
    <View className="row-wrap">
      <Button small kind="quiet" label={`这题有问题？第 ${place.no} 题`} onPress={() => setOpen(true)}>
        这题有问题？
      </Button>
      {open && <DisputeSheet place={place} stem={stem} onClose={close} />}
    </View>
  )
}

import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { endOfDay } from 'types/calendar'
import { ActSheet } from '@/components/act-sheet'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { dayOf, showDate } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useChangeCampaign } from './contest-api'
import { attemptWords } from './contest-words'
import { isWithin } from './is-within'
import { LimitField, type Limit } from './limit-field'
import type { Campaign } from './quiz-api'

type Values = {
  title: string
  slogan: string
  closesAt: string | undefined
  limit: Limit
  attempts: number | undefined
}

const toValues = ({ title, slogan, closesAt, attempts }: Campaign): Values => ({
  ...{ title, slogan, closesAt: dayOf(closesAt), limit: attempts.count === null ? 'free' : 'count' },
  attempts: attempts.count ?? undefined,
})

const fair = '已经开始的活动只能延长、只能加次数：大家是按原来的规则答的题。怎么计分、抽哪些题、开始日期都不能再改。'

/** Words, last day and attempts of a campaign. What would be unfair to who has played already stays as it is. */
export const CampaignSheet = ({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) => {
  const { id, version, opensAt, closesAt, attempts, state } = campaign
  const form = useForm<Values>({ defaultValues: toValues(campaign) })
  const { control } = form
  const change = useChangeCampaign()
  const limit = useWatch({ control, name: 'limit' })
  const save = (values: Values) => {
    const count = values.limit === 'free' ? null : values.attempts
    if (count !== null && !isWithin(count, 1, 100)) return form.setError('attempts', { message: '请填写 1 到 100' })
    const day = values.closesAt ?? ''
    // The same day keeps its moment: an unchanged end is no change.
    const end = day === dayOf(closesAt) ? closesAt : endOfDay(day).toISOString()
    change.mutate(
      { id, version, title: values.title, slogan: values.slogan, opensAt, closesAt: end, attempts: count },
      {
        onSuccess: () => {
          showToast('活动已更改', 'good')
          onClose()
        },
      },
    )
  }
  return (
    <ActSheet
      {...{ open: true, title: '改活动', form, confirmWord: '保存', onClose, onSubmit: save }}
      {...{ pending: change.isPending, error: change.error }}
    >
      {state === 'open' && <View className="text-m">{fair}</View>}
      <TextField control={control} name="title" label="活动名称" max={30} />
      <TextField control={control} name="slogan" label="活动口号" max={30} />
      <DateField
        control={control}
        name="closesAt"
        label="最后一天"
        from={state === 'open' ? dayOf(closesAt) : dayOf(opensAt)}
        hint={`现在是 ${showDate(closesAt)}`}
      />
      {attempts.count !== null && <LimitField control={control} name="limit" />}
      {limit === 'count' && (
        <TextField
          control={control}
          name="attempts"
          kind="number"
          label="能答几次"
          hint={`现在是${attemptWords(attempts)}`}
          max={3}
        />
      )}
    </ActSheet>
  )
}

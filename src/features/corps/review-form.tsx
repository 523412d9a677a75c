import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useReview, type Application } from './api'

type Values = { decision: 'approve' | 'return' | 'reject'; opinion: string }

const decisions = [
  { value: 'approve', label: '通过' },
  { value: 'return', label: '退回补充' },
  { value: 'reject', label: '不通过' },
]

const suggested = { union: '同意推荐，符合志愿者招募条件。', regulator: '专业审核通过，同意入册。' } as const

/** The opinion that is due now; nothing where it is not this reviewer's turn. */
export const ReviewForm = ({ application }: { application: Application }) => {
  const stage = application.acts.some((act) => act.startsWith('union-'))
    ? 'union'
    : application.acts.some((act) => act.startsWith('regulator-'))
      ? 'regulator'
      : null
  const form = useForm<Values>({ defaultValues: { decision: 'approve', opinion: suggested[stage ?? 'union'] } })
  const review = useReview(stage === 'regulator' ? 'regulatorReview' : 'unionReview')
  if (!stage) return null
  const submit = form.handleSubmit((values) =>
    review.mutate(
      { id: application.id, version: application.version, ...values },
      { onSuccess: () => showToast('审核意见已记录', 'good') },
    ),
  )
  return (
    <Card>
      <View className="stack">
        <View className="title">{stage === 'union' ? '工会审核（资格）' : '监管部门审核（专业）'}</View>
        <ChoiceField control={form.control} name="decision" label="结论" look="segment" options={decisions} />
        <TextareaField
          control={form.control}
          name="opinion"
          label="审核意见"
          hint="退回或不通过时，请写明原因，申请人会看到。"
          max={200}
        />
        <Button loading={review.isPending} onPress={() => void submit()}>
          提交审核意见
        </Button>
      </View>
    </Card>
  )
}

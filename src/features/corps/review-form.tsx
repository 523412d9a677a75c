import { useEffect } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { reviewStages, type ReviewStage } from 'types/volunteer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { useSubscribe } from '@/hooks/use-subscribe'
import { showToast } from '@/lib/toast-store'
import { useReview, type Application } from './api'
import { decisionLabels, stageOfActs, suggestedWords } from './review-words'

type Values = { decision: 'approve' | 'return' | 'reject'; opinion: string; entered: boolean }

const decisions = Object.entries(decisionLabels).map(([value, label]) => ({ value, label }))

/** The usual words of agreement stand for agreement only: whoever sends something back says why. */
const useSuggestion = (form: UseFormReturn<Values>, stage: ReviewStage, decision: Values['decision']) =>
  useEffect(() => {
    const [words, suggested] = [form.getValues('opinion'), suggestedWords[stage]]
    if (decision !== 'approve' && words === suggested) form.setValue('opinion', '')
    if (decision === 'approve' && words === '') form.setValue('opinion', suggested)
  }, [form, stage, decision])

type Props = { application: Application; stage: ReviewStage }

const StageForm = ({ application, stage }: Props) => {
  const defaultValues: Values = { decision: 'approve', opinion: suggestedWords[stage], entered: false }
  const form = useForm<Values>({ defaultValues })
  const decision = useWatch({ control: form.control, name: 'decision' })
  useSuggestion(form, stage, decision)
  const review = useReview(stage === 'union-approved' ? 'regulatorReview' : 'unionReview')
  const { askAlong } = useSubscribe('review', 'work-to-do')
  const mustEnter = stage === 'submitted' && decision === 'approve' && !application.enteredGeneral
  const submit = form.handleSubmit(({ entered, ...values }) =>
    review.mutate(
      { id: application.id, version: application.version, ...values, ...(mustEnter && entered ? { entered } : {}) },
      { onSuccess: () => showToast('审核意见已记录', 'good') },
    ),
  )
  const confirm = () => {
    askAlong()
    void submit()
  }
  return (
    <Card>
      <View className="stack">
        <View className="title">{reviewStages[stage].title}</View>
        <ChoiceField control={form.control} name="decision" label="结论" look="segment" options={decisions} />
        {mustEnter && (
          <CheckboxField control={form.control} name="entered">
            申请人还不是职工志愿者：已在职工志愿平台为他录入
          </CheckboxField>
        )}
        <TextareaField
          control={form.control}
          name="opinion"
          label="审核意见"
          hint="退回或不通过时，请写明原因，申请人会看到。"
          max={200}
        />
        <Button loading={review.isPending} onPress={confirm}>
          提交审核意见
        </Button>
      </View>
    </Card>
  )
}

/** The opinion that is due now; who has it where it is not this reviewer's turn. */
export const ReviewForm = ({ application }: { application: Application }) => {
  const stage = stageOfActs(application.acts)
  if (stage) return <StageForm key={`${application.id}.${stage}`} application={application} stage={stage} />
  if (!application.waiting) return null
  return (
    <Card>
      <View className="text-m">现在由“{application.waiting.desk}”办理，您可以查看，不在您这一步。</View>
    </Card>
  )
}

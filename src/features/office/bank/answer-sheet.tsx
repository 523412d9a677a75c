import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { disputeMachine, type DisputeAct } from 'types/quiz-verdicts'
import { ActSheet } from '@/components/act-sheet'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useAnswerDispute, useQuestion, type Dispute, type Question } from './bank-api'
import { EditFields } from './edit-fields'
import { changedIn, editsOf, type WithEdits } from './edits'
import { basisOf } from './question-facts'

const acts = disputeMachine.moves.map(({ act, label }) => ({ value: act, label }))
const hints: Record<DisputeAct, string> = {
  keep: '题目没有问题，照旧抽题。',
  correct: '改好的题目马上替换活动里的旧题；已交的答卷成绩不变。',
  withdraw: '这道题马上不再抽到；已交的答卷成绩不变。',
}

type Props = { dispute: Dispute; question: Question; onClose: () => void }
type Values = WithEdits & { reply: string }

const AnswerForm = ({ dispute, question, onClose }: Props) => {
  const [act, setAct] = useState<DisputeAct>('keep')
  const form = useForm<Values>({ defaultValues: { edits: editsOf(question), reply: '' } })
  const answer = useAnswerDispute()
  const { id, version, words } = dispute
  const submit = ({ reply, edits }: Values) =>
    answer.mutate(
      { id, version, act, reply, ...(act === 'correct' && { edits: changedIn(question, edits) }) },
      {
        onSuccess: () => {
          showToast('已答复，职工会收到消息', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      {...{ open: true, title: '答复', form, confirmWord: '答复职工', onClose, onSubmit: submit }}
      {...{ pending: answer.isPending, error: answer.error }}
    >
      <View className="strong">{question.stem}</View>
      <View className="text-m">依据 {basisOf(question)}</View>
      <View>职工说：{words}</View>
      <Segment label="怎么处理" options={acts} value={act} onChange={setAct} />
      <View className="text-m">{hints[act]}</View>
      {act === 'correct' && <EditFields control={form.control} question={question} />}
      <TextareaField
        control={form.control}
        name="reply"
        label="给职工的答复"
        placeholder="说明理由，职工能看到"
        max={200}
      />
    </ActSheet>
  )
}

/** The answer to one objection; the question itself is read first. */
export const AnswerSheet = ({ dispute, onClose }: Omit<Props, 'question'>) => {
  const question = useQuestion(dispute.questionId)
  return (
    <QueryView query={question}>
      {(data) => <AnswerForm dispute={dispute} question={data} onClose={onClose} />}
    </QueryView>
  )
}

import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { movesFor } from 'types/state-machine'
import { questionMachine, type QuestionAct } from 'types/quiz-questions'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useDoubtQuestion, useSettleQuestion, type Question } from './bank-api'
import { EditFields } from './edit-fields'
import { changedIn, editsOf, type WithEdits } from './edits'

type Asking = { question: Question; word: string; onClose: () => void }

const EnableSheet = ({ question, word, onClose }: Asking) => {
  const form = useForm<WithEdits & { reply: string }>({ defaultValues: { edits: editsOf(question), reply: '' } })
  const settle = useSettleQuestion()
  const { id, version } = question
  const submit = ({ edits }: WithEdits) =>
    settle.mutate(
      { id, version, act: 'enable', edits: changedIn(question, edits) },
      {
        onSuccess: () => {
          showToast('已启用，很快就会抽到它', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      {...{ open: true, title: '核对题目', form, confirmWord: word, onClose, onSubmit: submit }}
      {...{ pending: settle.isPending, error: settle.error }}
    >
      <View className="strong">{question.stem}</View>
      <EditFields control={form.control} question={question} />
    </ActSheet>
  )
}

const RetireDialog = ({ question, word, onClose }: Asking) => {
  const settle = useSettleQuestion()
  const { id, version, stem } = question
  const confirm = () =>
    settle.mutate(
      { id, version, act: 'retire' },
      {
        onSuccess: () => showToast('已停用', 'good'),
        onError: (error) => showToast(error.message, 'bad'),
        onSettled: onClose,
      },
    )
  return (
    <ConfirmDialog
      {...{ open: true, title: '停用这道题？', confirmWord: word, danger: true, loading: settle.isPending }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {`“${stem}”：停用后不会抽到，也不能再启用。`}
    </ConfirmDialog>
  )
}

const leaving = {
  flag: { title: '这道题存疑？', text: '马上不再抽到它，等人核对后再启用。', done: '已转到待核对' },
  withdraw: { title: '撤下这道题？', text: '马上不再抽到它，也不能再启用。已交的答卷成绩不变。', done: '已撤下' },
} as const

const DoubtSheet = ({ question, word, act, onClose }: Asking & { act: keyof typeof leaving }) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const doubt = useDoubtQuestion()
  const { id, version } = question
  const submit = ({ reason }: { reason: string }) =>
    doubt.mutate(
      { id, version, act, reason },
      {
        onSuccess: () => {
          showToast(leaving[act].done, 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      {...{ open: true, title: leaving[act].title, form, confirmWord: word, onClose, onSubmit: submit }}
      {...{ pending: doubt.isPending, error: doubt.error }}
    >
      <View className="text-m">{leaving[act].text}</View>
      <TextareaField
        control={form.control}
        name="reason"
        label="原因"
        placeholder="例如：与新修订的条文不一致"
        max={100}
      />
    </ActSheet>
  )
}

/** What an officer can do with a question as it stands: the buttons of its state, each with its sheet. */
export const QuestionActs = ({ question }: { question: Question }) => {
  const [asking, setAsking] = useState<QuestionAct>()
  const close = useCallback(() => setAsking(undefined), [])
  // A live question is put right in the answer to an objection, or after it was taken out for a look.
  const moves = movesFor(questionMachine, question.state, 'officer').filter(({ act }) => act !== 'correct')
  const asked = { question, word: moves.find(({ act }) => act === asking)?.label ?? '', onClose: close }
  if (moves.length === 0) return null
  return (
    <>
      <View className="row-wrap">
        {moves.map(({ act, label }, index) => (
          <Button key={act} kind={index === 0 ? 'ghost' : 'quiet'} onPress={() => setAsking(act)}>
            {label}
          </Button>
        ))}
      </View>
      {asking === 'enable' && <EnableSheet {...asked} />}
      {asking === 'retire' && <RetireDialog {...asked} />}
      {(asking === 'flag' || asking === 'withdraw') && <DoubtSheet {...asked} act={asking} />}
    </>
  )
}

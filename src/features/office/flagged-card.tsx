import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { movesFor } from 'types/state-machine'
import { questionMachine } from 'types/quiz-bank'
import { questionKindLabels } from 'types/quiz-play'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Tag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { useSettleQuestion, type FlaggedQuestion } from './quiz-api'
import './office.scss'

type Asking = { question: FlaggedQuestion; word: string; onClose: () => void }

const EnableSheet = ({ question, word, onClose }: Asking) => {
  const form = useForm<{ article: number | undefined }>({ defaultValues: { article: undefined } })
  const settle = useSettleQuestion()
  const submit = ({ article }: { article: number | undefined }) =>
    settle.mutate(
      { id: question.id, act: 'enable', article },
      {
        onSuccess: () => {
          showToast('已启用，以后的活动会抽到它', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="核对题目"
      form={form}
      pending={settle.isPending}
      error={settle.error}
      confirmWord={word}
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="strong">{question.stem}</View>
      <TextField
        control={form.control}
        name="article"
        kind="number"
        label={`依据${question.law}（${question.lawVersion}）第几条`}
        placeholder="例如 55"
        max={3}
      />
    </ActSheet>
  )
}

const RetireDialog = ({ question, word, onClose }: Asking) => {
  const settle = useSettleQuestion()
  const confirm = () =>
    settle.mutate(
      { id: question.id, act: 'retire' },
      { onSuccess: () => showToast('已停用', 'good'), onSettled: onClose },
    )
  return (
    <ConfirmDialog
      open
      title="停用这道题？"
      confirmWord={word}
      danger
      loading={settle.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {`“${question.stem}”：停用后不会抽到，也不能再启用。`}
    </ConfirmDialog>
  )
}

const Options = ({ question }: { question: FlaggedQuestion }) => (
  <View className="stack-s">
    {question.options.map((option, index) => (
      <View key={index} className="row-wrap">
        <View>{`${String.fromCharCode(65 + index)}. ${option}`}</View>
        {question.key.includes(index) && <Tag tone="green">答案</Tag>}
      </View>
    ))}
  </View>
)

/** One question that waits: what it says, and the two ways on. */
export const FlaggedCard = ({ question }: { question: FlaggedQuestion }) => {
  const [asking, setAsking] = useState<'enable' | 'retire'>()
  const close = useCallback(() => setAsking(undefined), [])
  const moves = movesFor(questionMachine, 'flagged', 'officer')
  const word = moves.find(({ act }) => act === asking)?.label ?? ''
  return (
    <Card>
      <View className="stack">
        <View className="note">{questionKindLabels[question.kind]}</View>
        <View className="strong">{question.stem}</View>
        <Options question={question} />
        {question.explain !== '' && <View className="text-m">{question.explain}</View>}
        <View className="row-wrap">
          {moves.map(({ act, label }) => (
            <Button
              key={act}
              small
              kind={act === 'enable' ? 'ghost' : 'quiet'}
              label={`${label}：${question.stem}`}
              onPress={() => setAsking(act)}
            >
              {label}
            </Button>
          ))}
        </View>
      </View>
      {asking === 'enable' && <EnableSheet question={question} word={word} onClose={close} />}
      {asking === 'retire' && <RetireDialog question={question} word={word} onClose={close} />}
    </Card>
  )
}

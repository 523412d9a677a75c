import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Input, View } from '@tarojs/components'
import type { ReviewDecision, ReviewStage } from 'types/volunteer'
import { Button } from '@/components/button'
import { CheckRow } from '@/components/checkbox-field'
import { Progress } from '@/components/progress'
import { Sheet } from '@/components/sheet'
import { TextareaField } from '@/components/textarea-field'
import { inputName } from '@/lib/input-name'
import { sentenceOf } from '@/lib/query-client'
import { decisionLabels, suggestedWords } from './review-words'
import { useBatch, type BatchRow } from './use-batch'

type Props = { rows: readonly BatchRow[]; decision: ReviewDecision; stage: ReviewStage; onClose: () => void }

const Outcome = ({ rows, batch }: { rows: readonly BatchRow[]; batch: ReturnType<typeof useBatch> }) => {
  const { results, refused, total, running, error } = batch
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? ''
  return (
    <View className="stack-s">
      <View className="strong">
        {running ? '正在办理' : error ? '没有办完' : '办完了'}：{results.length - refused.length} 份成功
        {refused.length > 0 && `，${refused.length} 份没有办成`}
      </View>
      <Progress value={results.length / total} tone="green" label="办理进度" />
      {refused.map(({ id, reason }) => (
        <View key={id} className="text-m">
          {nameOf(id)}：{reason}
        </View>
      ))}
      {error && <View className="ink-red">{sentenceOf(error)}已办的都记下了，再点一次接着办。</View>}
    </View>
  )
}

type OwnProps = { rows: readonly BatchRow[]; own: Record<string, string>; onWrite: (id: string, words: string) => void }

const OwnWords = ({ rows, own, onWrite }: OwnProps) => (
  <View className="stack-s">
    {rows.map(({ id, name }) => (
      <View key={id} className="row">
        <View className="text-m">{name}</View>
        <Input
          className="field-box field-input grow"
          value={own[id] ?? ''}
          maxlength={200}
          placeholder="不写就用上面的意见"
          placeholderClass="field-blank"
          onInput={(event) => onWrite(id, event.detail.value)}
          {...inputName(`给${name}的意见`)}
        />
      </View>
    ))}
  </View>
)

/** The same words for all that were ticked, or a row's own; then what became of each. */
export const BatchSheet = ({ rows, decision, stage, onClose }: Props) => {
  const batch = useBatch()
  const [own, setOwn] = useState<Record<string, string>>({})
  const [isOwn, setIsOwn] = useState(false)
  const [entered, setEntered] = useState(false)
  const form = useForm({ defaultValues: { opinion: decision === 'approve' ? suggestedWords[stage] : '' } })
  const submit = form.handleSubmit(({ opinion }) =>
    batch.run(
      rows.map((row) => (own[row.id]?.trim() ? { ...row, opinion: own[row.id]?.trim() } : row)),
      { decision, opinion, ...(entered ? { entered } : {}) },
    ),
  )
  const footer = batch.done ? (
    <Button onPress={onClose}>知道了</Button>
  ) : (
    <Button loading={batch.running} onPress={() => void submit()}>
      {`${decisionLabels[decision]} ${rows.length} 份`}
    </Button>
  )
  return (
    <Sheet open title={`${decisionLabels[decision]}选中的 ${rows.length} 份`} onClose={onClose} footer={footer}>
      <View className="stack">
        {batch.total > 0 && <Outcome rows={rows} batch={batch} />}
        {!batch.done && (
          <>
            <TextareaField
              control={form.control}
              name="opinion"
              label="审核意见"
              hint="每一份都会写上这句话，申请人会看到。"
              max={200}
            />
            {stage === 'submitted' && decision === 'approve' && (
              <CheckRow on={entered} onChange={setEntered}>
                其中还不是职工志愿者的，都已在职工志愿平台录入
              </CheckRow>
            )}
            <CheckRow on={isOwn} onChange={setIsOwn}>
              给有的人单独写意见
            </CheckRow>
            {isOwn && <OwnWords rows={rows} own={own} onWrite={(id, words) => setOwn({ ...own, [id]: words })} />}
          </>
        )}
      </View>
    </Sheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { YearRecord } from 'types/volunteer-year'
import { yearResultLabels, YearResult } from 'types/volunteer-year-rules'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { ReasonForm } from './reason-form'
import { useAgreeYears, useAnswerYear, useCommentYear, useConfirmYears, useRecommendHonour } from './year-api'

export type SheetProps = { record: YearRecord; nodeId: string; onClose: () => void }

const results = YearResult.options.map((value) => ({ value, label: yearResultLabels[value] }))
const rowOf = ({ id, version }: YearRecord) => ({ id, version })

type Decided = { items: readonly { ok: boolean; message: string | null }[] }
/** What a command about one row answers: said where it was refused. */
const told = (words: string, onClose: () => void) => ({
  onSuccess: ({ items: [one] }: Decided) => {
    showToast(one?.ok ? words : (one?.message ?? '没有办成'), one?.ok ? 'good' : 'bad')
    if (one?.ok) onClose()
  },
})

export const ConfirmSheet = ({ record, nodeId, onClose }: SheetProps) => {
  const form = useForm({ defaultValues: { result: record.proposal ?? 'qualified', reason: '' } })
  const command = useConfirmYears()
  return (
    <CommandSheet
      title="确认考核结果"
      form={form}
      command={command}
      confirmWord="确认，交监管同意"
      onClose={onClose}
      onSubmit={({ result, reason }) =>
        command.mutate(
          { nodeId, items: [{ ...rowOf(record), result, reason: reason || undefined }] },
          told('已确认', onClose),
        )
      }
    >
      <ChoiceField control={form.control} name="result" label="结果" look="segment" options={results} />
      <TextareaField
        control={form.control}
        name="reason"
        label="理由"
        hint="评为优秀、或和系统建议不同时要写；本人能看到。"
        max={200}
      />
    </CommandSheet>
  )
}

export const CommentSheet = ({ record, onClose }: SheetProps) => {
  const command = useCommentYear()
  return (
    <ReasonForm
      title="写评语"
      label="评语"
      name="words"
      max={200}
      confirmWord="写进考核"
      command={command}
      onWords={(words) => command.mutate({ ...rowOf(record), words }, saying('评语已记下', onClose))}
      onClose={onClose}
    />
  )
}

export const ReturnSheet = ({ record, nodeId, onClose }: SheetProps) => {
  const command = useAgreeYears()
  return (
    <ReasonForm
      title="退回工会"
      label="退回原因"
      confirmWord="退回工会"
      max={200}
      command={command}
      onWords={(reason) =>
        command.mutate({ nodeId, decision: 'return', reason, items: [rowOf(record)] }, told('已退回', onClose))
      }
      onClose={onClose}
    />
  )
}

export const AnswerSheet = ({ record, onClose }: SheetProps) => {
  const form = useForm({ defaultValues: { result: record.result ?? 'qualified', words: '' } })
  const command = useAnswerYear()
  return (
    <CommandSheet
      title="答复异议"
      form={form}
      command={command}
      confirmWord="答复"
      onClose={onClose}
      onSubmit={({ result, words }) => command.mutate({ ...rowOf(record), result, words }, saying('已答复', onClose))}
    >
      <View className="pre-line">{record.objection?.words}</View>
      <ChoiceField
        control={form.control}
        name="result"
        label="结果"
        hint="改变结果要监管再次同意。"
        look="segment"
        options={results}
      />
      <TextareaField control={form.control} name="words" label="答复" max={200} />
    </CommandSheet>
  )
}

export const RecommendSheet = ({ record, nodeId, onClose }: SheetProps) => {
  const command = useRecommendHonour()
  const { applicationId: subjectId, year } = record
  return (
    <ReasonForm
      title="推荐优秀志愿者"
      label="推荐理由"
      hint="公示时人人能看到，请写事实，不写电话和证件号。"
      confirmWord="推荐给上级工会"
      max={300}
      command={command}
      onWords={(reason) =>
        command.mutate({ nodeId, kind: 'person', subjectId, year, reason }, saying('已推荐', onClose))
      }
      onClose={onClose}
    />
  )
}

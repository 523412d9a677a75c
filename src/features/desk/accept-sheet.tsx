import { useForm } from 'react-hook-form'
import { HazardGrade, HazardKind, gradeLabels, hazardKindLabels } from 'types/hazard'
import {
  CampaignGrade,
  HazardSource,
  RecordKind,
  campaignGradeLabels,
  recordLabels,
  sourceLabels,
} from 'types/hazard-record'
import type * as z from 'types/zod'
import { ChoiceField } from '@/components/choice-field'
import { ActSheet } from '@/components/act-sheet'
import { saying } from '@/lib/said-and-done'
import { useHazardCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'

type Values = {
  grade: z.output<typeof HazardGrade>
  kind: z.output<typeof HazardKind>
  record: z.output<typeof RecordKind>
  level: z.output<typeof CampaignGrade> | 'none'
  source: HazardSource
}

const grades = HazardGrade.options.map((value) => ({ value, label: gradeLabels[value] }))
const kinds = HazardKind.options.map((value) => ({ value, label: hazardKindLabels[value] }))
const records = RecordKind.options.map((value) => ({ value, label: recordLabels[value] }))
const sources = HazardSource.options.map((value) => ({ value, label: sourceLabels[value] }))
const levels = [
  { value: 'none', label: '不分级' },
  ...CampaignGrade.options.map((value) => ({ value, label: campaignGradeLabels[value] })),
]

/** Takes a report on: grade and kind; the serial number comes with it. */
export const AcceptSheet = ({ detail, open, onClose, onTap }: HazardSheetProps) => {
  const form = useForm<Values>({
    defaultValues: {
      ...{ grade: 'general', kind: detail.kind, record: detail.kind === 'health' ? 'health' : 'danger' },
      ...{ level: 'none', source: 'worker' },
    },
  })
  const accept = useHazardCommand('accept')
  const submit = ({ level, ...values }: Values) =>
    accept.mutate(
      { id: detail.id, version: detail.version, ...values, level: level === 'none' ? null : level },
      saying('已受理并编号', onClose),
    )
  return (
    <ActSheet
      open={open}
      title="受理"
      form={form}
      pending={accept.isPending}
      error={accept.error}
      confirmWord="受理并编号"
      onClose={onClose}
      onTap={onTap}
      onSubmit={submit}
    >
      <ChoiceField control={form.control} name="grade" label="隐患等级" look="segment" options={grades} />
      <ChoiceField control={form.control} name="kind" label="隐患类别" options={kinds} />
      <ChoiceField control={form.control} name="record" label="记录类型" look="segment" options={records} />
      <ChoiceField control={form.control} name="source" label="怎样发现的" options={sources} />
      <ChoiceField
        control={form.control}
        name="level"
        label="活动分级"
        hint="按活动方案分的级，和法定的一般、重大是两回事。"
        options={levels}
      />
    </ActSheet>
  )
}

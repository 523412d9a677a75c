import { useForm } from 'react-hook-form'
import { HazardGrade, HazardKind, gradeLabels, hazardKindLabels } from 'types/hazard'
import type { z } from 'types/zod'
import { ChoiceField } from '@/components/choice-field'
import { ActSheet } from '@/components/act-sheet'
import { useHazardCommand } from './api'
import { saying, type HazardSheetProps } from './hazard-sheet'

type Values = { grade: z.output<typeof HazardGrade>; kind: z.output<typeof HazardKind> }

const grades = HazardGrade.options.map((value) => ({ value, label: gradeLabels[value] }))
const kinds = HazardKind.options.map((value) => ({ value, label: hazardKindLabels[value] }))

/** Takes a report on: grade and kind; the serial number comes with it. */
export const AcceptSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<Values>({ defaultValues: { grade: 'general', kind: detail.kind } })
  const accept = useHazardCommand('accept')
  const submit = (values: Values) =>
    accept.mutate({ id: detail.id, version: detail.version, ...values }, saying('已受理并编号', onClose))
  return (
    <ActSheet
      open={open}
      title="受理"
      form={form}
      pending={accept.isPending}
      error={accept.error}
      confirmWord="受理并编号"
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField control={form.control} name="grade" label="隐患等级" look="segment" options={grades} />
      <ChoiceField control={form.control} name="kind" label="隐患类别" options={kinds} />
    </ActSheet>
  )
}

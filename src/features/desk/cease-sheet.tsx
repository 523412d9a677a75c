import { useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { dayIn } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useHazardCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'

type Values = { on: string; proof: string; words: string }

/** The enterprise exists no more: since when, by what one knows, and what became of the danger. */
export const CeaseSheet = ({ detail: { id, version }, open, onClose }: HazardSheetProps) => {
  const form = useForm<Values>({ defaultValues: { on: dayIn(0), proof: '', words: '' } })
  const ceasing = useHazardCommand('cease')
  return (
    <ActSheet
      open={open}
      title="登记企业关停"
      form={form}
      pending={ceasing.isPending}
      error={ceasing.error}
      confirmWord="确认企业已关停"
      onClose={onClose}
      onSubmit={(values) => ceasing.mutate({ id, version, ...values }, saying('已登记企业关停', onClose))}
    >
      <DateField control={form.control} name="on" label="关停日期" to={dayIn(0)} />
      <TextField
        control={form.control}
        name="proof"
        label="关停依据"
        hint="例如：登记机关注销日期、停业公告文号"
        max={60}
      />
      <TextareaField
        control={form.control}
        name="words"
        label="现场情况"
        hint="写明现场还有没有危险。上报人会看到，90 天内可以反映还在生产。"
        max={300}
      />
    </ActSheet>
  )
}

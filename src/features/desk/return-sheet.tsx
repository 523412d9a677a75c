import { useForm } from 'react-hook-form'
import { DateField } from '@/components/date-field'
import { TextareaField } from '@/components/textarea-field'
import { dayIn, endOfDay } from '@/lib/clock'
import { ActSheet } from '@/components/act-sheet'
import { saying } from '@/lib/said-and-done'
import { useHazardCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'

type Values = { reason: string; dueOn: string }

/** Not fixed yet: why, and until when. */
export const ReturnSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<Values>({ defaultValues: { reason: '', dueOn: dayIn(3) } })
  const giveBack = useHazardCommand('return')
  const submit = ({ reason, dueOn }: Values) =>
    giveBack.mutate(
      { id: detail.id, version: detail.version, reason, dueAt: endOfDay(dueOn) },
      saying('已退回企业再改', onClose),
    )
  return (
    <ActSheet
      open={open}
      title="退回再改"
      form={form}
      pending={giveBack.isPending}
      error={giveBack.error}
      confirmWord="退回再改"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextareaField control={form.control} name="reason" label="还差什么" max={200} />
      <DateField control={form.control} name="dueOn" label="新的改完日期" from={dayIn(0)} to={dayIn(365)} />
    </ActSheet>
  )
}

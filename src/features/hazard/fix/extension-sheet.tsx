import { useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { DateField } from '@/components/date-field'
import { TextareaField } from '@/components/textarea-field'
import { dayIn, daysUntil, endOfDay } from '@/lib/clock'
import { useFixCommand, type FixSheetProps } from './fix-api'

type Values = { reason: string; dueAt: string }

/** Asks the union for a later deadline. */
export const ExtensionSheet = ({ hazard, onClose }: FixSheetProps) => {
  const left = Math.max(0, hazard.dueAt ? daysUntil(hazard.dueAt) : 0)
  const form = useForm<Values>({ defaultValues: { reason: '', dueAt: dayIn(left + 7) } })
  const asking = useFixCommand('askExtension', '已向工会申请延期', onClose)
  const submit = ({ reason, dueAt }: Values) =>
    asking.mutate({ id: hazard.id, version: hazard.version, reason, dueAt: endOfDay(dueAt) })
  return (
    <ActSheet
      open
      title="申请延期"
      form={form}
      pending={asking.isPending}
      error={asking.error}
      confirmWord="提交申请"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextareaField control={form.control} name="reason" label="延期原因" max={200} />
      <DateField control={form.control} name="dueAt" label="希望延到" from={dayIn(left + 1)} to={dayIn(365)} />
    </ActSheet>
  )
}

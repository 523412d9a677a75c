import { useForm } from 'react-hook-form'
import { DateField } from '@/components/date-field'
import { TextareaField } from '@/components/textarea-field'
import { dayOf, endOfDay } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { ActSheet } from '@/components/act-sheet'
import { useHazardCommand, type HazardDetail } from './api'

type Values = { reason: string; dueOn: string }

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

/** Not fixed yet: why, and until when. */
export const ReturnSheet = ({
  detail,
  open,
  onClose,
}: {
  detail: HazardDetail
  open: boolean
  onClose: () => void
}) => {
  const form = useForm<Values>({ defaultValues: { reason: '', dueOn: inDays(3) } })
  const giveBack = useHazardCommand('return')
  const submit = ({ reason, dueOn }: Values) =>
    giveBack.mutate(
      { id: detail.id, version: detail.version, reason, dueAt: endOfDay(dueOn) },
      {
        onSuccess: () => {
          showToast('已退回企业再改', 'good')
          onClose()
        },
      },
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
      <DateField control={form.control} name="dueOn" label="新的改完日期" from={inDays(0)} to={inDays(365)} />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { TextareaField } from '@/components/textarea-field'

type Props = {
  open: boolean
  title: string
  hint: string
  reading: { isPending: boolean; error: Error | null }
  onReason: (reason: string) => void
  onClose: () => void
}

/** Asked before something personal is shown: why, and that the look stays on record. */
export const ReasonSheet = ({ open, title, hint, reading, onReason, onClose }: Props) => {
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <ActSheet
      open={open}
      title={title}
      form={form}
      pending={reading.isPending}
      error={reading.error}
      confirmWord="查看并留下记录"
      onClose={onClose}
      onSubmit={({ reason }) => onReason(reason)}
    >
      <TextareaField control={form.control} name="reason" label="查看原因" hint={hint} max={100} />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { ActSheet } from '@/components/act-sheet'
import { useHazardCommand, type HazardDetail } from './api'

type Props = {
  detail: HazardDetail
  open: boolean
  onClose: () => void
  command: 'decline' | 'close'
  field: 'reason' | 'words'
  title: string
  label: string
  hint: string
  confirmWord: string
  max: number
}

/** An act that asks for one text. */
export const WordsSheet = ({ detail, open, onClose, command, field, title, label, hint, confirmWord, max }: Props) => {
  const form = useForm({ defaultValues: { reason: '', words: '' } })
  const decline = useHazardCommand('decline')
  const close = useHazardCommand('close')
  const running = command === 'decline' ? decline : close
  const done = {
    onSuccess: () => {
      showToast(`已${title}`, 'good')
      onClose()
    },
  }
  const { id, version } = detail
  const submit = ({ reason, words }: { reason: string; words: string }) =>
    command === 'decline' ? decline.mutate({ id, version, reason }, done) : close.mutate({ id, version, words }, done)
  return (
    <ActSheet
      open={open}
      title={title}
      form={form}
      pending={running.isPending}
      error={running.error}
      confirmWord={confirmWord}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextareaField control={form.control} name={field} label={label} hint={hint} max={max} />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { TextareaField } from '@/components/textarea-field'
import { ActSheet } from '@/components/act-sheet'
import { saying } from '@/lib/said-and-done'
import type { HazardSheetProps } from './hazard-sheet'

type Props = HazardSheetProps & {
  running: { isPending: boolean; error: Error | null }
  /** Name of the text in the act's input: what the server finds wrong stands at it. */
  field: 'reason' | 'words'
  title: string
  label: string
  hint: string
  confirmWord: string
  max: number
  onWords: (words: string, done: ReturnType<typeof saying>) => void
}

/** An act that asks for one text. */
export const WordsSheet = (props: Props) => {
  const { open, onClose, onTap, running, field, title, label, hint, confirmWord, max, onWords } = props
  const form = useForm({ defaultValues: { reason: '', words: '' } })
  return (
    <ActSheet
      open={open}
      title={title}
      form={form}
      pending={running.isPending}
      error={running.error}
      confirmWord={confirmWord}
      onClose={onClose}
      onTap={onTap}
      onSubmit={(values) => onWords(values[field], saying(`已${title}`, onClose))}
    >
      <TextareaField control={form.control} name={field} label={label} hint={hint} max={max} />
    </ActSheet>
  )
}

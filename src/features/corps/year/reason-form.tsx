import { useForm } from 'react-hook-form'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'

type Props = {
  title: string
  label: string
  hint?: string
  max?: number
  confirmWord: string
  command: { isPending: boolean; error: Error | null }
  /** Name under which the server finds fault with it. */
  name?: 'reason' | 'words'
  onWords: (words: string) => void
  onClose: () => void
}

/** One act that needs a few words. */
export const ReasonForm = ({ label, hint, max = 100, name = 'reason', onWords, ...rest }: Props) => {
  const form = useForm({ defaultValues: { reason: '', words: '' } })
  return (
    <CommandSheet form={form} {...rest} onSubmit={(values) => onWords(values[name])}>
      <TextareaField control={form.control} name={name} label={label} hint={hint} max={max} />
    </CommandSheet>
  )
}

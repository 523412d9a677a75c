import { useForm } from 'react-hook-form'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'

type Props = {
  hint: string
  command: { isPending: boolean; error: Error | null }
  onWords: (words: string) => void
  onClose: () => void
}

/** What somebody has to say against a result or a name on a list. */
export const ObjectionSheet = ({ hint, command, onWords, onClose }: Props) => {
  const form = useForm({ defaultValues: { words: '' } })
  return (
    <CommandSheet
      title="提出异议"
      form={form}
      command={command}
      confirmWord="提交异议"
      onClose={onClose}
      onSubmit={({ words }) => onWords(words)}
    >
      <TextareaField control={form.control} name="words" label="哪里不对" hint={hint} max={300} />
    </CommandSheet>
  )
}

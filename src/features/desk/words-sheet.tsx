import { useForm } from 'react-hook-form'
import { TextareaField } from '@/components/textarea-field'
import { ActSheet } from '@/components/act-sheet'
import { useHazardCommand, usePlanCommand } from './api'
import { saying, type HazardSheetProps } from './hazard-sheet'

type Command = 'decline' | 'close' | 'grantExtension' | 'refuseExtension'

type Props = HazardSheetProps & {
  command: Command
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
  const grant = usePlanCommand('grantExtension')
  const refuse = usePlanCommand('refuseExtension')
  const running = { decline, close, grantExtension: grant, refuseExtension: refuse }[command]
  const done = saying(`已${title}`, onClose)
  const { id, version } = detail
  const submit = ({ reason, words }: { reason: string; words: string }) => {
    if (command === 'decline') decline.mutate({ id, version, reason }, done)
    else ({ close, grantExtension: grant, refuseExtension: refuse })[command].mutate({ id, version, words }, done)
  }
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

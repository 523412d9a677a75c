import { useForm } from 'react-hook-form'
import { rungLabels, type Rung } from 'types/hazard-ladder'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { saying } from '@/lib/said-and-done'
import { useRaise } from './onward-api'

type Props = { hazard: { id: string; version: number }; above: readonly Rung[]; onClose: () => void }
type Values = { to: Rung | undefined; reason: string }

/** Takes a hazard further up by hand, with the reason. */
export const RaiseSheet = ({ hazard: { id, version }, above, onClose }: Props) => {
  const form = useForm<Values>({ defaultValues: { to: above[0], reason: '' } })
  const raise = useRaise()
  const submit = ({ to, reason }: Values) => {
    if (to) raise.mutate({ id, version, to, reason }, saying(`已提到${rungLabels[to]}`, onClose))
  }
  return (
    <ActSheet
      {...{ open: true, title: '提高督促层级', form, confirmWord: '提高层级', onClose, onSubmit: submit }}
      {...{ pending: raise.isPending, error: raise.error }}
    >
      <ChoiceField
        control={form.control}
        name="to"
        label="提到哪一级"
        hint="会通知那一级的工会干部和整改责任人。"
        options={above.map((value) => ({ value, label: rungLabels[value] }))}
      />
      <TextareaField control={form.control} name="reason" label="原因" placeholder="例如 班组没有条件解决" max={200} />
    </ActSheet>
  )
}

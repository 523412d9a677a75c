import { useForm } from 'react-hook-form'
import { HandOverLine, hotlines } from 'types/hazard-hotline'
import { dayIn } from '@/lib/clock'
import { ActSheet } from './act-sheet'
import { ChoiceField } from './choice-field'
import { DateField } from './date-field'
import { TextField } from './text-field'

const options = HandOverLine.options.map((value) => ({ value, label: `${value} ${hotlines[value].name}` }))

/** A call to a hotline as it is written down; `calledOn` is `YYYY-MM-DD`. */
export type CallRecord = { hotline: HandOverLine; calledOn: string; receipt: string }

type Props = {
  open: boolean
  pending: boolean
  error: Error | null
  onSave: (record: CallRecord) => void
  onClose: () => void
}

/** Which hotline was called, when, and the number it gave: `<CallRecordSheet open={open} onSave={save} …/>`. */
export const CallRecordSheet = ({ open, pending, error, onSave, onClose }: Props) => {
  const form = useForm<CallRecord>({ defaultValues: { hotline: '12350', calledOn: dayIn(0), receipt: '' } })
  return (
    <ActSheet
      open={open}
      title="记下热线受理编号"
      form={form}
      pending={pending}
      error={error}
      confirmWord="记下来"
      onClose={onClose}
      onSubmit={onSave}
    >
      <ChoiceField control={form.control} name="hotline" label="打的哪个热线" options={options} />
      <DateField control={form.control} name="calledOn" label="哪天打的" from={dayIn(-366)} to={dayIn(0)} />
      <TextField
        control={form.control}
        name="receipt"
        label="受理编号"
        optional
        max={40}
        placeholder="接线员给的编号，没有就不填"
      />
    </ActSheet>
  )
}

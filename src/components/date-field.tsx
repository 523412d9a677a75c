import { useState } from 'react'
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { DatePicker } from '@nutui/nutui-react-taro'
import { showDate } from '@/lib/clock'
import { FieldFrame, type FieldFacts } from './field-frame'
import { PickerBox } from './picker-field'

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  /** Keeps `YYYY-MM-DD`. */
  name: FieldPathByValue<T, string | undefined>
  /** `YYYY-MM-DD` */
  from?: string
  to?: string
}

const toDate = (day: string | undefined, otherwise: Date) => (day ? new Date(`${day}T00:00:00`) : otherwise)
const pad = (part: unknown) => String(part).padStart(2, '0')

/** A day: `<DateField control={form.control} name='dueOn' label='整改期限' from={today} />`. */
export const DateField = <T extends FieldValues>({ control, name, from, to, ...facts }: Props<T>) => {
  const [open, setOpen] = useState(false)
  const [today] = useState(() => new Date())
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <FieldFrame {...facts} error={fieldState.error?.message}>
          <PickerBox
            label={facts.label}
            icon="calendar"
            shown={field.value ? showDate(`${field.value}T12:00:00+08:00`) : undefined}
            onPress={() => setOpen(true)}
          />
          <DatePicker
            title={facts.label}
            type="date"
            showChinese
            visible={open}
            value={toDate(field.value, toDate(from, today))}
            startDate={toDate(from, new Date(1930, 0, 1))}
            endDate={toDate(to, new Date(today.getFullYear() + 5, 11, 31))}
            onClose={() => setOpen(false)}
            onConfirm={(_options, [year, month, day]) => field.onChange(`${year ?? ''}-${pad(month)}-${pad(day)}`)}
          />
        </FieldFrame>
      )}
    />
  )
}

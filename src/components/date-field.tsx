import { useCallback, useState } from 'react'
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CalendarCard } from '@nutui/nutui-react-taro'
import { aria } from '@/lib/aria'
import { dayOf, showDate } from '@/lib/clock'
import { Button } from './button'
import { FieldFrame, type FieldFacts } from './field-frame'
import { PickerBox } from './picker-field'
import { Sheet } from './sheet'
import './date-field.scss'

type Range = {
  /** `YYYY-MM-DD` */
  from?: string
  to?: string
  /** Shortcuts: so many days from today. */
  inDays?: readonly number[]
}

type SheetProps = Range & {
  label: string
  value: string | undefined
  onChoose: (day: string) => void
  onClose: () => void
}

const toDate = (day: string | undefined) => (day ? new Date(`${day}T00:00:00`) : undefined)
const pad = (part: number) => String(part).padStart(2, '0')
const toDay = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
const daysFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

/** A month at a time, each day big enough for a thumb. */
const DateSheet = ({ label, value, from, to, inDays = [], onChoose, onClose }: SheetProps) => (
  <Sheet open title={label} onClose={onClose}>
    {inDays.length > 0 && (
      <View className="row-wrap">
        {inDays.map((days) => (
          <Button key={days} kind="ghost" small onPress={() => onChoose(daysFromNow(days))}>
            {days} 天后
          </Button>
        ))}
      </View>
    )}
    <View className="date-sheet">
      <CalendarCard
        value={toDate(value) ?? null}
        startDate={toDate(from)}
        endDate={toDate(to)}
        renderDay={({ month, date }) => (
          <View {...aria({ role: 'button', label: `${month} 月 ${date} 日` })}>{date}</View>
        )}
        onChange={(chosen) => {
          if (chosen instanceof Date) onChoose(toDay(chosen))
        }}
      />
    </View>
  </Sheet>
)

type Props<T extends FieldValues> = FieldFacts &
  Range & {
    control: Control<T>
    /** Keeps `YYYY-MM-DD`. */
    name: FieldPathByValue<T, string | undefined>
  }

/** A day: `<DateField control={form.control} name='dueOn' label='整改期限' from={today} inDays={[3, 7, 15]} />`. */
export const DateField = <T extends FieldValues>({ control, name, from, to, inDays, ...facts }: Props<T>) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
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
          {open && (
            <DateSheet
              label={facts.label}
              value={field.value}
              from={from}
              to={to}
              inDays={inDays}
              onClose={close}
              onChoose={(day) => {
                field.onChange(day)
                close()
              }}
            />
          )}
        </FieldFrame>
      )}
    />
  )
}

import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { formatTime } from 'types/calendar'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { dayOf } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useSetAttendance, type Attendee, type OfficeActivity } from './activity-office-api'
import { instantOf } from './activity-values'

type Values = { what: string; inAt: string; outAt: string; reason: string }
type Props = { activity: OfficeActivity; person: Attendee; onClose: () => void }

const kinds = [
  { value: 'served', label: '来了又走了' },
  { value: 'present', label: '在现场' },
  { value: 'absent', label: '没来' },
]

const isTime = (typed: string | number | undefined) => {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})$/.exec(String(typed ?? '').trim()) ?? []
  return (hour !== undefined && Number(hour) < 24 && Number(minute) < 60) || '请写成 09:05 这样'
}

const timeOf = (typed: string) => typed.trim().replace('：', ':').padStart(5, '0')

/** A time of the activity's first day, or of the next one where it would lie before the signing in. */
export const momentOf = ({ startsAt }: Pick<OfficeActivity, 'startsAt'>, typed: string): string => {
  const at = instantOf(dayOf(startsAt), timeOf(typed))
  const isBefore = at !== '' && Date.parse(at) < Date.parse(startsAt) - 3_600_000
  return isBefore ? new Date(Date.parse(at) + 86_400_000).toISOString() : at
}

const Times = ({ form }: { form: UseFormReturn<Values> }) => {
  const what = useWatch({ control: form.control, name: 'what' })
  const rules = { validate: isTime }
  return (
    <>
      {what !== 'absent' && (
        <TextField control={form.control} name="inAt" label="到场时间" placeholder="例如 09:05" max={5} rules={rules} />
      )}
      {what === 'served' && (
        <TextField
          control={form.control}
          name="outAt"
          label="离开时间"
          placeholder="例如 11:00"
          max={5}
          rules={rules}
        />
      )}
    </>
  )
}

/** Attendance written by hand or corrected: what stood before stays on record. */
export const SetSheet = ({ activity, person, onClose }: Props) => {
  const form = useForm<Values>({
    defaultValues: {
      what: person.state === 'joined' || person.state === 'present' ? 'served' : 'absent',
      inAt: formatTime(person.inAt ?? activity.startsAt),
      outAt: formatTime(person.outAt ?? activity.endsAt),
      reason: '',
    },
    shouldUnregister: false,
  })
  const set = useSetAttendance()
  const submit = ({ what, inAt, outAt, reason }: Values) =>
    set.mutate(
      {
        ...{ id: person.id, version: person.version, reason },
        inAt: what === 'absent' ? null : momentOf(activity, inAt),
        outAt: what === 'served' ? momentOf(activity, outAt) : null,
      },
      saying('已登记，原来的记录保留', onClose),
    )
  return (
    <CommandSheet
      title={`登记 ${person.name}`}
      form={form}
      command={set}
      confirmWord="登记"
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField control={form.control} name="what" label="他来了吗" options={kinds} />
      <Times form={form} />
      <TextareaField
        control={form.control}
        name="reason"
        label="原因"
        placeholder="例如 手机没电，现场点名"
        hint="本人能看到；标为手工登记。"
        max={100}
      />
      <View className="note">时长按到场到离开算，不超过活动时长加半小时。</View>
    </CommandSheet>
  )
}

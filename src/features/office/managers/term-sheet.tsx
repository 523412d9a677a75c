import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { endOfDay } from 'types/calendar'
import { termNoticeDays } from 'types/org-managers'
import { CommandSheet } from '@/components/command-sheet'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { dayIn, dayOf } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import type { PersonRow } from '../api'
import { useSetTerm } from './manager-api'

type Values = { until: string | undefined; reason: string }

/** When somebody's term ends; a later day is another term. */
export const TermSheet = ({ person, onClose }: { person: PersonRow; onClose: () => void }) => {
  const until = person.until ? dayOf(person.until) : undefined
  const form = useForm<Values>({ defaultValues: { until, reason: '' } })
  const command = useSetTerm()
  const submit = ({ until: day, reason }: Values) =>
    command.mutate(
      {
        ...{ id: person.grantId, personId: person.personId, reason },
        until: day ? endOfDay(day).toISOString() : null,
      },
      {
        onSuccess: () => {
          showToast(day ? '任期已记下，到期前会提醒' : '已改为不限任期', 'good')
          onClose()
        },
      },
    )
  return (
    <CommandSheet {...{ title: '设定任期', form, command, confirmWord: '记下来', onClose, onSubmit: submit }}>
      <View className="text-m">
        {`到期前 ${termNoticeDays.join(' 天和 ')} 天提醒他和同单位的管理员，到期自动结束；接任的人没到位时先留任。`}
      </View>
      <DateField
        {...{ control: form.control, name: 'until', label: '任期到哪天', optional: true, from: dayIn(1) }}
        hint="不填就是不限任期。"
      />
      <TextField control={form.control} name="reason" label="原因" placeholder="例如 换届选举、续任" max={100} />
    </CommandSheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { MoreButton } from '@/components/more-button'
import { PickerField } from '@/components/picker-field'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { saying } from '@/lib/said-and-done'
import { useRoster } from '../api'
import { formatTime } from 'types/calendar'
import { useAddAttendee, useAnswerAbsence, useCancelActivity, type OfficeActivity } from './activity-office-api'
import { momentOf } from './set-sheet'

type Props = { activity: OfficeActivity; onClose: () => void }

export const CancelSheet = ({ activity, onClose }: Props) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const cancel = useCancelActivity()
  const submit = ({ reason }: { reason: string }) =>
    cancel.mutate(
      { id: activity.id, version: activity.version, reason },
      saying('已取消，报名的人都会收到通知', onClose),
    )
  const people = activity.joined + activity.waiting
  return (
    <CommandSheet
      title="取消活动"
      form={form}
      command={cancel}
      confirmWord="取消这次活动"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>
        {people > 0 ? `${people} 位报名和候补的人会收到通知，不记未到场。` : '还没有人报名。'}取消后不能恢复。
      </View>
      <TextareaField
        control={form.control}
        name="reason"
        label="取消原因"
        placeholder="例如 雷雨预警，改期另行通知"
        hint="报名的人能看到。"
        max={100}
      />
    </CommandSheet>
  )
}

type Answering = { id: string; version: number; name: string; words: string }
const verdicts = [
  { value: 'yes', label: '情况属实' },
  { value: 'no', label: '维持记录' },
]

export const AnswerSheet = ({ appeal, onClose }: { appeal: Answering; onClose: () => void }) => {
  const form = useForm({ defaultValues: { verdict: 'yes', words: '' } })
  const answer = useAnswerAbsence()
  const submit = ({ verdict, words }: { verdict: string; words: string }) =>
    answer.mutate(
      { id: appeal.id, version: appeal.version, upheld: verdict === 'yes', words },
      saying('已答复，本人会收到通知', onClose),
    )
  return (
    <CommandSheet
      title={`答复 ${appeal.name}`}
      form={form}
      command={answer}
      confirmWord="答复"
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="pre-line">{appeal.words}</View>
      <ChoiceField
        control={form.control}
        name="verdict"
        label="结论"
        look="segment"
        hint="情况属实的，不再记未到场。"
        options={verdicts}
      />
      <TextareaField control={form.control} name="words" label="答复" placeholder="例如 已向班组核实" max={100} />
    </CommandSheet>
  )
}

/** Somebody of the roster who came without having joined. */
export const AddSheet = ({ activity, onClose }: Props) => {
  const form = useForm({ defaultValues: { applicationId: '', inAt: formatTime(new Date()), reason: '' } })
  const roster = useRoster()
  const add = useAddAttendee()
  const options = (roster.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, name, unit }) => ({ value: id, label: `${name} · ${unit}` }))
  const submit = ({ applicationId, inAt, reason }: { applicationId: string; inAt: string; reason: string }) =>
    add.mutate(
      { id: activity.id, applicationId, inAt: momentOf(activity, inAt), outAt: null, reason },
      saying('已补录，离开时请他签退', onClose),
    )
  return (
    <CommandSheet
      title="补录没报名的人"
      form={form}
      command={add}
      confirmWord="补录"
      onClose={onClose}
      onSubmit={submit}
    >
      <PickerField control={form.control} name="applicationId" label="名册上的志愿者" options={options} />
      {roster.hasNextPage && <MoreButton query={roster} />}
      <TextField control={form.control} name="inAt" label="到场时间" placeholder="例如 09:05" max={5} />
      <TextareaField control={form.control} name="reason" label="原因" placeholder="例如 临时来帮忙" max={100} />
    </CommandSheet>
  )
}

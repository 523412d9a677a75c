import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { dictionaries, editionOn, likelyCode, type DictionaryName } from 'types/hazard-dictionary'
import { ActSheet } from '@/components/act-sheet'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { dayOf } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useClassify } from './api'
import type { HazardSheetProps } from './hazard-sheet'

type Values = Record<DictionaryName, string> & { note: string }
type Detail = HazardSheetProps['detail']

const optionsOf = (name: DictionaryName, day: string) => {
  const { entries } = editionOn(name, day)
  const coded = Object.entries(entries).sort(([one], [other]) => one.localeCompare(other, 'zh', { numeric: true }))
  const none = { value: '', label: '不填写' }
  return [none, ...coded.map(([value, label]) => ({ value, label }))]
}

const valuesOf = ({ classes, kind }: Detail, day: string): Values => {
  if (!classes)
    return {
      accident: likelyCode('accident', kind, day) ?? '',
      factor: likelyCode('factor', kind, day) ?? '',
      ...{ basis: '', note: '' },
    }
  const { accident, factor, basis, note } = classes
  return { accident: accident?.code ?? '', factor: factor?.code ?? '', basis: basis?.code ?? '', note: note ?? '' }
}

const Edition = ({ name, day }: { name: DictionaryName; day: string }) => {
  const { standard, title } = editionOn(name, day)
  return (
    <View className="note">
      按 {standard}《{title}》
    </View>
  )
}

/** By the standards in force on the day it was reported: the accident it may end in, the factor, why it is major. */
export const ClassifySheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const day = dayOf(detail.reportedAt)
  const form = useForm<Values>({ defaultValues: valuesOf(detail, day) })
  const classing = useClassify()
  const { id, version } = detail
  const major = detail.grade === 'major'
  const other = useWatch({ control: form.control, name: 'basis' }) === 'other'
  const submit = ({ accident, factor, basis, note }: Values) =>
    classing.mutate(
      {
        ...{ id, version, accident: accident || null, factor: factor || null },
        ...{ basis: basis || null, note: other && note ? note : undefined },
      },
      saying('已记入台账', onClose),
    )
  return (
    <ActSheet
      open={open}
      title="事故类别和判定依据"
      form={form}
      pending={classing.isPending}
      error={classing.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={submit}
    >
      {(major ? (['accident', 'factor', 'basis'] as const) : (['accident', 'factor'] as const)).map((name) => (
        <View key={name} className="stack-s">
          <PickerField
            control={form.control}
            name={name}
            label={dictionaries[name].label}
            options={optionsOf(name, day)}
          />
          <Edition name={name} day={day} />
        </View>
      ))}
      {major && other && <TextField control={form.control} name="note" label="按哪个文件判定" max={60} />}
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { AppError } from 'types/app-error'
import { labelKeys, labelNames, type Labels } from 'types/labels'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { useSetLabels } from './label-api'

type Props = { version: number | null; labels: Labels; onClose: () => void }

/** Faults come as `labels.regulator`; the fields are called `regulator`. */
const unnested = (error: Error | null): Error | null => {
  if (!(error instanceof AppError) || !error.fields) return error
  const fields = Object.entries(error.fields).map(([field, words]) => [field.replace(/^labels\./, ''), words])
  return new AppError(error.code, { message: error.message, fields: Object.fromEntries(fields) })
}

/** All words at once: they are kept as one edition. */
export const LabelSheet = ({ version, labels, onClose }: Props) => {
  const form = useForm<Labels>({ defaultValues: labels })
  const saving = useSetLabels()
  const command = { isPending: saving.isPending, error: unnested(saving.error) }
  const submit = (values: Labels) =>
    saving.mutate(
      { version, labels: values },
      {
        onSuccess: () => {
          showToast('名称已改好，各处明天之前都会更新', 'good')
          onClose()
        },
      },
    )
  return (
    <CommandSheet {...{ title: '修改机构名称', form, command, confirmWord: '保存', onClose, onSubmit: submit }}>
      <View className="text-m">改后新打印的表、新发的消息用新名称，以前的保留当时的名称。</View>
      {labelKeys.map((key) => (
        <TextField
          key={key}
          control={form.control}
          name={key}
          label={labelNames[key].name}
          hint={labelNames[key].hint}
          max={30}
        />
      ))}
    </CommandSheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { educationLabels, healthLabels, politicalLabels } from 'types/volunteer-form'
import type { MyData } from 'types/volunteer-privacy'
import { CommandSheet } from '@/components/command-sheet'
import { PickerField } from '@/components/picker-field'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { changeOf, valuesOf, type CorrectionValues } from './correction-values'
import { useAskCorrection } from './privacy-api'

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What is wrong, as it should be; the union answers. */
export const CorrectionSheet = ({ data, onClose }: { data: MyData; onClose: () => void }) => {
  const asking = useAskCorrection()
  const form = useForm<CorrectionValues>({ defaultValues: valuesOf(data) })
  const { control } = form
  const submit = (values: CorrectionValues) => {
    const change = changeOf(data, values)
    if (Object.keys(change).length === 0) {
      showToast('还没有改动', 'bad')
      return
    }
    asking.mutate(
      { id: data.id, version: data.version, change, reason: values.reason },
      saying('已提交，等工会答复', onClose),
    )
  }
  return (
    <CommandSheet
      title="申请更正"
      form={form}
      command={asking}
      confirmWord="提交更正"
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="note">只改写错的几项，受理工会核对后生效。</View>
      <TextField control={control} name="name" label="姓名" max={25} />
      <TextField control={control} name="idCard" kind="idcard" label="身份证号" optional placeholder={data.idCard} />
      <TextField control={control} name="phone" kind="phone" label="手机号" optional placeholder={data.phone} />
      <TextField control={control} name="ethnicity" label="民族" max={10} />
      <TextField control={control} name="nativePlace" label="籍贯" max={30} />
      <PickerField control={control} name="political" label="政治面貌" options={optionsOf(politicalLabels)} />
      <PickerField control={control} name="education" label="学历" options={optionsOf(educationLabels)} />
      <PickerField control={control} name="health" label="健康状况" options={optionsOf(healthLabels)} />
      <TextField control={control} name="unit" label="工作单位" max={60} />
      <TextField control={control} name="post" label="部门及职务" max={40} />
      <TextareaField control={control} name="reason" label="更正原因" max={100} />
    </CommandSheet>
  )
}

import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { openDocument } from '@/lib/open-document'
import { useExportResults } from './result-api'

type Values = { names: 'masked' | 'full'; reason: string }

const nameOptions = [
  { value: 'masked', label: '只留姓' },
  { value: 'full', label: '完整姓名' },
] as const

/** What goes into the sheets, and for full names what they are needed for. */
export const ExportSheet = ({ campaignId, onClose }: { campaignId: string; onClose: () => void }) => {
  const form = useForm<Values>({ defaultValues: { names: 'masked', reason: '' } })
  const exporting = useExportResults()
  const full = useWatch({ control: form.control, name: 'names' }) === 'full'
  const submit = ({ reason }: Values) =>
    exporting.mutate(
      { campaignId, full, ...(full ? { reason } : {}) },
      {
        onSuccess: ({ url, fileName }) => {
          void openDocument(url, fileName)
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="导出活动成绩"
      form={form}
      pending={exporting.isPending}
      error={exporting.error}
      confirmWord="导出表格"
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="text-m">一个文件三张表：单位参与情况、个人成绩、未参与单位，可直接打印盖章。</View>
      <ChoiceField
        control={form.control}
        name="names"
        label="职工姓名"
        look="segment"
        hint="导出会记入操作记录，表格一小时后自动删除。"
        options={nameOptions}
      />
      {full && <TextField control={form.control} name="reason" label="用途" placeholder="例如 颁发奖状" max={60} />}
    </ActSheet>
  )
}

import { useForm, useWatch } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { openDocument } from '@/lib/open-document'
import { showToast } from '@/lib/toast-store'
import { useSignOff } from './api'

type Values = { names: 'masked' | 'full'; reason: string }

const nameOptions = [
  { value: 'masked', label: '只留姓' },
  { value: 'full', label: '完整姓名' },
] as const

/** The sheet of who got what, for signing and for auditors. */
export const SignOffSheet = ({ campaignId, onClose }: { campaignId: string; onClose: () => void }) => {
  const form = useForm<Values>({ defaultValues: { names: 'masked', reason: '' } })
  const names = useWatch({ control: form.control, name: 'names' })
  const signOff = useSignOff()
  const submit = (values: Values) =>
    signOff.mutate(
      { campaignId, full: values.names === 'full', ...(values.names === 'full' && { reason: values.reason }) },
      {
        onSuccess: ({ url, fileName, rows }) => {
          showToast(`签收单共 ${rows} 行`, 'good')
          void openDocument(url, fileName)
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="导出签收单"
      form={form}
      pending={signOff.isPending}
      error={signOff.error}
      confirmWord="导出表格"
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField
        control={form.control}
        name="names"
        label="领取人姓名"
        look="segment"
        hint="导出会记入操作记录，表格一小时后自动删除。"
        options={nameOptions}
      />
      {names === 'full' && (
        <TextField control={form.control} name="reason" label="用途" placeholder="例如 审计核对" max={60} />
      )}
    </ActSheet>
  )
}

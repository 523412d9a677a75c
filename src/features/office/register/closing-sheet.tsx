import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useCloseEnterprise, useReopenEnterprise, type Enterprise } from './register-api'

const words = {
  active: {
    title: '标记关停',
    done: '已标记关停',
    detail: '关停后职工找不到它，也不能再邀请整改责任人；它的隐患和记录都保留，可以恢复在册。',
    example: '例如 已注销、整体搬迁',
  },
  closed: {
    title: '恢复在册',
    done: '已恢复在册',
    detail: '恢复后职工又能找到它，隐患也能再交给它整改。',
    example: '例如 恢复生产、登记有误',
  },
} as const

/** Closes an enterprise, or brings a closed one back; with a reason either way. */
export const ClosingSheet = ({ row, onClose }: { row: Enterprise; onClose: () => void }) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const [close, reopen] = [useCloseEnterprise(), useReopenEnterprise()]
  const command = row.state === 'active' ? close : reopen
  const { title, done, detail, example } = words[row.state]
  const submit = ({ reason }: { reason: string }) =>
    command.mutate(
      { id: row.id, version: row.version, reason },
      {
        onSuccess: () => {
          showToast(done, 'good')
          onClose()
        },
      },
    )
  return (
    <CommandSheet {...{ title, form, command, confirmWord: title, onClose, onSubmit: submit }}>
      <View className="text-m">{detail}</View>
      <TextareaField control={form.control} name="reason" label="原因" placeholder={example} max={100} />
    </CommandSheet>
  )
}

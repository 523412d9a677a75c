import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { AttendanceRow } from 'types/volunteer-activity-views'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { saying } from '@/lib/said-and-done'
import { useAppealAbsence } from './activity-api'

type Props = { row: AttendanceRow; onClose: () => void }

/** Why I did not come: once, answered by an officer who did not organise it. */
export const AppealSheet = ({ row, onClose }: Props) => {
  const form = useForm({ defaultValues: { words: '' } })
  const appeal = useAppealAbsence()
  const submit = ({ words }: { words: string }) =>
    appeal.mutate({ id: row.id, version: row.version, words }, saying('已交给工会，有答复会告诉您', onClose))
  return (
    <CommandSheet
      title="说明没到的原因"
      form={form}
      command={appeal}
      confirmWord="交给工会"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>{row.title}。由没有组织这次活动的工会干部答复。</View>
      <TextareaField
        control={form.control}
        name="words"
        label="情况说明"
        placeholder="例如 临时加班，已打电话告诉组织者"
        hint="只能交一次，不必写病情等个人隐私。"
        max={200}
      />
    </CommandSheet>
  )
}

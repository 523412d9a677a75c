import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { saying } from '@/lib/said-and-done'
import { useLeaveTeam } from './team-api'

type Props = { volunteer: { id: string; version: number }; onClose: () => void }

/** Leaving a team, with a word why; the volunteer stays on the roster. */
export const LeaveSheet = ({ volunteer, onClose }: Props) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const leaving = useLeaveTeam()
  return (
    <CommandSheet
      title="退出队伍"
      form={form}
      command={leaving}
      confirmWord="退出队伍"
      onClose={onClose}
      onSubmit={({ reason }) => leaving.mutate({ ...volunteer, reason }, saying('已退出队伍', onClose))}
    >
      <View className="text-m">您仍是志愿者，服务次数和时长不变，以后可以编入别的队伍。</View>
      <TextareaField control={form.control} name="reason" label="原因" hint="两方管理员会看到。" max={100} />
    </CommandSheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { PickerField } from '@/components/picker-field'
import { TextareaField } from '@/components/textarea-field'
import { useTeams } from './team-api'

type Values = { teamId: string; reason: string }
type Props = {
  title: string
  says: string
  confirmWord: string
  nodeId: string
  /** The team that is not offered. */
  except: string
  command: { isPending: boolean; error: Error | null }
  onChoose: (values: Values) => void
  onClose: () => void
}

/** Another working team, and why. */
export const TeamChoice = ({ title, says, confirmWord, nodeId, except, command, onChoose, onClose }: Props) => {
  const teams = useTeams(nodeId)
  const form = useForm<Values>({ defaultValues: { teamId: '', reason: '' } })
  const options = (teams.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id, state }) => id !== except && state === 'working')
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <CommandSheet
      title={title}
      form={form}
      command={command}
      confirmWord={confirmWord}
      onClose={onClose}
      onSubmit={onChoose}
    >
      <View className="text-m">{says}</View>
      <PickerField control={form.control} name="teamId" label="哪支队伍" options={options} />
      <TextareaField control={form.control} name="reason" label="原因" max={100} />
    </CommandSheet>
  )
}

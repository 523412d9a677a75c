import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { teamName } from 'types/volunteer-team-machine'
import { CommandSheet } from '@/components/command-sheet'
import { TextField } from '@/components/text-field'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { useCreateTeam } from './team-api'

type Props = { nodeId: string; nodeName: string; onClose: () => void }

/** Founds a team; its name follows the pattern, only the unit is typed. */
export const CreateSheet = ({ nodeId, nodeName, onClose }: Props) => {
  const creating = useCreateTeam()
  const form = useForm({ defaultValues: { unit: nodeName.replace(/总?工会$/, '') } })
  const unit = useWatch({ control: form.control, name: 'unit' })
  const submit = (values: { unit: string }) =>
    creating.mutate(
      { nodeId, unit: values.unit },
      {
        onSuccess: ({ id }) => {
          showToast('已组建，请监管方指定管理员', 'good')
          onClose()
          openPage(routes.corpsTeam, { id })
        },
      },
    )
  return (
    <CommandSheet
      title="组建队伍"
      form={form}
      command={creating}
      confirmWord="组建"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField control={form.control} name="unit" label="单位名称" max={30} />
      <View className="note">队名：{teamName(unit || '××')}</View>
      <View className="note">您是工会方管理员；监管方管理员接受后，队伍成立。</View>
    </CommandSheet>
  )
}

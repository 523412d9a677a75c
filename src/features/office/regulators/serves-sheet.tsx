import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { showToast } from '@/lib/toast-store'
import type { Step } from '../node-browser'
import { NodeField } from '../node-field'
import { useSetServes } from './regulator-api'

type Props = { regulator: Step; serves: Step; root: Step; onClose: () => void }

/** Which union a regulator reviews for. */
export const ServesSheet = ({ regulator, serves, root, onClose }: Props) => {
  const form = useForm<{ serves: Step }>({ defaultValues: { serves } })
  const command = useSetServes()
  const submit = (values: { serves: Step }) =>
    command.mutate(
      { nodeId: regulator.id, serves: values.serves.id },
      {
        onSuccess: ({ serves: now }) => {
          showToast(`以后审核${now.name}的志愿者`, 'good')
          onClose()
        },
      },
    )
  return (
    <CommandSheet {...{ title: regulator.name, form, command, confirmWord: '保存', onClose, onSubmit: submit }}>
      <NodeField
        {...{ control: form.control, name: 'serves', label: '对应哪个工会', root, unionOnly: true }}
        hint="审核这个工会及下级的志愿者。"
      />
      <View className="text-m">已经转过去的申请仍由原来的监管单位审完；以后的按新的对应关系转。</View>
    </CommandSheet>
  )
}

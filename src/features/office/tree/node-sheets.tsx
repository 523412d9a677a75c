import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { ActSheet } from '@/components/act-sheet'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import type { Step } from '../node-browser'
import { useCloseNode, useRenameNode } from './tree-api'

type Props = { node: Step; onClose: () => void }

export const RenameSheet = ({ node, onClose }: Props) => {
  const form = useForm({ defaultValues: { name: node.name } })
  const rename = useRenameNode()
  const submit = ({ name }: { name: string }) =>
    rename.mutate(
      { nodeId: node.id, name },
      {
        onSuccess: () => {
          showToast('名称已修改', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="修改名称"
      form={form}
      pending={rename.isPending}
      error={rename.error}
      confirmWord="改好了"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        control={form.control}
        name="name"
        label="新名称"
        hint="企业、展台和任职信息随着改；以前办的事保留当时的名称。"
        max={40}
      />
    </ActSheet>
  )
}

/** `onDone`: the node is no more. */
export const CloseSheet = ({ node, onClose, onDone }: Props & { onDone: () => void }) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const close = useCloseNode()
  return (
    <ActSheet
      open
      title={`撤销“${node.name}”`}
      form={form}
      pending={close.isPending}
      error={close.error}
      confirmWord="撤销这个组织"
      onClose={onClose}
      onSubmit={({ reason }) => close.mutate({ nodeId: node.id, reason }, { onSuccess: onDone })}
    >
      <Card tone="amber">
        <View>只能撤销空的组织：没有下级、企业、任职人员、展台和没办完的事。以前的记录都会保留。</View>
      </Card>
      <TextareaField control={form.control} name="reason" label="撤销原因" hint="记入操作记录。" max={100} />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'

type Props = {
  title: string
  /** What will happen, in plain words. */
  says: string
  confirmWord: string
  command: { isPending: boolean; error: Error | null }
  onReason: (reason: string) => void
  onClose: () => void
}

/** An act that needs a reason: what it does, why, done. */
export const ReasonAct = ({ title, says, confirmWord, command, onReason, onClose }: Props) => {
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <CommandSheet
      title={title}
      form={form}
      command={command}
      confirmWord={confirmWord}
      onClose={onClose}
      onSubmit={({ reason }) => onReason(reason)}
    >
      <View className="text-m">{says}</View>
      <TextareaField control={form.control} name="reason" label="原因" max={100} />
    </CommandSheet>
  )
}

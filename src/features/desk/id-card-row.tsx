import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { TextareaField } from '@/components/textarea-field'
import { ActSheet } from '@/components/act-sheet'
import { useReadIdCard, type Application } from './api'

/** The masked ID number; the full one only with a reason, and on record. */
export const IdCardRow = ({ application }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const form = useForm({ defaultValues: { reason: '' } })
  const reading = useReadIdCard()
  const submit = ({ reason }: { reason: string }) =>
    reading.mutate({ id: application.id, reason }, { onSuccess: () => setOpen(false) })
  return (
    <View className="stack-s">
      <View className="row-between">
        <View className="text-m">身份证号</View>
        <View>{reading.data?.idCard ?? application.idCard}</View>
      </View>
      {!reading.data && (
        <Button small kind="quiet" icon="eye" onPress={() => setOpen(true)}>
          查看完整号码
        </Button>
      )}
      <ActSheet
        open={open}
        title="查看完整身份证号"
        form={form}
        pending={reading.isPending}
        error={reading.error}
        confirmWord="查看并留下记录"
        onClose={() => setOpen(false)}
        onSubmit={submit}
      >
        <TextareaField control={form.control} name="reason" label="查看原因" hint="会记入操作记录。" max={100} />
      </ActSheet>
    </View>
  )
}

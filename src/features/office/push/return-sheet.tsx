import { useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import type { Push } from '../api'
import { useReturnPush } from './reach-api'

/** Sends a push back to its author, with the reason. */
export const ReturnSheet = ({ push, onClose }: { push: Push; onClose: () => void }) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const command = useReturnPush()
  const done = () => {
    showToast('已退回，编写人会收到原因', 'good')
    onClose()
  }
  return (
    <ActSheet
      {...{ open: true, title: '退回这次推送', form, confirmWord: '退回', onClose }}
      {...{ pending: command.isPending, error: command.error }}
      onSubmit={({ reason }) => command.mutate({ id: push.id, version: push.version, reason }, { onSuccess: done })}
    >
      <TextareaField control={form.control} name="reason" label="原因" hint="请写清楚要改什么" max={100} />
    </ActSheet>
  )
}

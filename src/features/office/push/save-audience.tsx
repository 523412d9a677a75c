import { useCallback, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { toAudience } from './audience-values'
import type { PushValues } from './push-values'
import { useSaveAudience } from './reach-api'

/** Keeps the audience put together here under a name. */
export const SaveAudience = ({ form, seatNode }: { form: UseFormReturn<PushValues>; seatNode: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const named = useForm({ defaultValues: { name: '' } })
  const saving = useSaveAudience()
  const save = ({ name }: { name: string }) => {
    const { node, who, narrow } = form.getValues()
    saving.mutate(
      { nodeId: seatNode, name, audience: toAudience(node.id, who, narrow) },
      {
        onSuccess: () => {
          showToast('已保存，下次可以直接选', 'good')
          close()
        },
      },
    )
  }
  return (
    <>
      <Button kind="quiet" small onPress={() => setOpen(true)}>
        保存这个对象，下次直接选
      </Button>
      {open && (
        <ActSheet
          {...{ open: true, title: '保存推送对象', form: named, confirmWord: '保存', onClose: close }}
          {...{ pending: saving.isPending, error: saving.error }}
          onSubmit={save}
        >
          <TextField control={named.control} name="name" label="名称" max={20} hint="如“还没参加竞赛的职工”" />
        </ActSheet>
      )}
    </>
  )
}

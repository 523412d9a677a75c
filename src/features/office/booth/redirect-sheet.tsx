import { useForm, useWatch } from 'react-hook-form'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { PickerField } from '@/components/picker-field'
import { showToast } from '@/lib/toast-store'
import { useBooths, useRedirectBooth, type Booth } from './booth-api'
import { taskOptions } from './booth-values'

type Values = { to: 'booth' | 'task'; boothId: string; task: Booth['task'] }

const ways = [
  { value: 'booth', label: '改到另一个展台' },
  { value: 'task', label: '改到一项功能' },
] as const

/** Where a lost or worn code is to lead from now on. */
export const RedirectSheet = ({ booth, nodeId, onClose }: { booth: Booth; nodeId: string; onClose: () => void }) => {
  const form = useForm<Values>({ defaultValues: { to: 'booth', boothId: '', task: booth.task } })
  const { control } = form
  const to = useWatch({ control, name: 'to' })
  const redirect = useRedirectBooth()
  const others = (useBooths(nodeId).data?.pages ?? []).flatMap(({ items }) => items)
  const options = others
    .filter(({ id, state }) => id !== booth.id && state === 'open')
    .map(({ id, name, place }) => ({ value: id, label: `${name}（${place}）` }))
  const submit = (values: Values) => {
    if (values.to === 'booth' && !values.boothId) return form.setError('boothId', { message: '请选择要改到哪个展台' })
    redirect.mutate(
      {
        ...{ id: booth.id, version: booth.version },
        to: values.to === 'booth' ? { boothId: values.boothId } : { task: values.task },
      },
      {
        onSuccess: () => {
          showToast('已改道，旧海报马上生效', 'good')
          onClose()
        },
      },
    )
  }
  return (
    <CommandSheet
      title={`“${booth.name}”的码改道`}
      form={form}
      command={redirect}
      confirmWord="改道"
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField
        control={control}
        name="to"
        label="旧码改到哪里"
        look="segment"
        hint="海报丢了、坏了、贴错了，不用收回：扫旧码的人会到您选的地方，扫码次数另记在这个展台的“改道后扫旧码”里。"
        options={ways}
      />
      {to === 'booth' ? (
        <PickerField control={control} name="boothId" label="哪个展台" options={options} />
      ) : (
        <ChoiceField control={control} name="task" label="扫码后打开" options={taskOptions} />
      )}
    </CommandSheet>
  )
}

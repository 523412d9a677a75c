import { useForm } from 'react-hook-form'
import type { PublicAward } from 'types/hazard-award-public'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { PickerField } from '@/components/picker-field'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useObject } from './api'

type Values = { seat: string; words: string; named: 'no' | 'yes' }

const whole = 'whole'
const namedOptions = [
  { value: 'no', label: '不留姓名' },
  { value: 'yes', label: '留下我的身份' },
]

const seatsOf = ({ places }: PublicAward) => [
  { value: whole, label: '整份名单' },
  ...places.map(({ seat, label }) => ({ value: String(seat), label: `第 ${seat} 位 ${label}` })),
]

/** Anybody's objection to a list, named or not. */
export const ObjectionSheet = ({ award, onClose }: { award: PublicAward; onClose: () => void }) => {
  const form = useForm<Values>({ defaultValues: { seat: whole, words: '', named: 'no' } })
  const object = useObject()
  const submit = ({ seat, words, named }: Values) =>
    object.mutate(
      { id: award.id, seat: seat === whole ? null : Number(seat), words, named: named === 'yes' },
      {
        onSuccess: () => {
          showToast('已提交，工会答复后在这里能看到', 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="提出异议"
      form={form}
      pending={object.isPending}
      error={object.error}
      confirmWord="提交异议"
      onClose={onClose}
      onSubmit={submit}
    >
      <PickerField control={form.control} name="seat" label="对谁有异议" options={seatsOf(award)} />
      <TextareaField
        control={form.control}
        name="words"
        label="说明情况"
        hint="写清楚为什么不该得、您怎么知道的。"
        max={300}
      />
      <ChoiceField
        control={form.control}
        name="named"
        label="您的身份"
        look="segment"
        hint="不留姓名时，答复只在这部手机上能看到。"
        options={namedOptions}
      />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import type { PushRules } from 'types/notice-rules'
import { ActSheet } from '@/components/act-sheet'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { useSetPushRules, type RulesView } from './reach-api'

const rows: readonly { name: keyof PushRules; label: string; most: number; hint?: string }[] = [
  { name: 'perPerson', label: '每人每天微信最多提醒几次', most: 20 },
  { name: 'perNode', label: '每个单位每天最多推送几次', most: 100 },
  { name: 'trialAbove', label: '超过多少人要先试发', most: 100_000 },
  { name: 'approveAbove', label: '超过多少人要另一位干部同意', most: 100_000 },
  { name: 'quietFrom', label: '不打扰从几点开始', most: 23, hint: '0 到 23，如 22' },
  { name: 'quietTo', label: '到几点结束', most: 23, hint: '0 到 23，如 8；与开始相同就是没有' },
]

const upTo = (most: number) => (typed: unknown) => {
  const count = Number(typed)
  return (typed !== '' && Number.isInteger(count) && count >= 0 && count <= most) || `请填 0 到 ${most} 的整数`
}

/** The numbers of the whole tree, changed together. */
export const PushRulesSheet = ({ view: { rules, version }, onClose }: { view: RulesView; onClose: () => void }) => {
  const form = useForm<PushRules>({ defaultValues: rules })
  const saving = useSetPushRules()
  const done = () => {
    showToast('推送规则已改好', 'good')
    onClose()
  }
  const save = (typed: PushRules) => {
    const numbers = Object.fromEntries(rows.map(({ name }) => [name, Number(typed[name])])) as PushRules
    saving.mutate({ version, rules: numbers }, { onSuccess: done })
  }
  return (
    <ActSheet
      {...{ open: true, title: '修改推送规则', form, confirmWord: '保存', onClose }}
      {...{ pending: saving.isPending, error: saving.error }}
      onSubmit={save}
    >
      {rows.map(({ name, label, most, hint }) => (
        <TextField
          key={name}
          {...{ control: form.control, name, label, hint, kind: 'number' as const, max: 6 }}
          rules={{ validate: upTo(most) }}
        />
      ))}
    </ActSheet>
  )
}

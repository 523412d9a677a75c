import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { CorrectionRow } from 'types/volunteer-privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { showTime } from '@/lib/clock'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { useSettleCorrection } from './correction-api'

type Values = { decision: 'confirm' | 'refuse'; words: string }

const usual = '已核对证件，同意更正。'
const decisions = [
  { value: 'confirm', label: '同意更正' },
  { value: 'refuse', label: '不采纳' },
]

const Changes = ({ row }: { row: CorrectionRow }) => (
  <>
    {row.changes.map(({ field, before, after }) => (
      <View key={field}>
        <View className="note">{field}</View>
        <View>
          {before} → <View className="strong">{after}</View>
        </View>
      </View>
    ))}
  </>
)

/** One correction: old and new side by side, the reason, and the union's answer. */
export const CorrectionCard = ({ row }: { row: CorrectionRow }) => {
  const form = useForm<Values>({ defaultValues: { decision: 'confirm', words: usual } })
  const decision = useWatch({ control: form.control, name: 'decision' })
  // The usual words of agreement stand for agreement only.
  useEffect(() => {
    const words = form.getValues('words')
    if (decision === 'refuse' && words === usual) form.setValue('words', '')
    if (decision === 'confirm' && words === '') form.setValue('words', usual)
  }, [form, decision])
  const settling = useSettleCorrection()
  const submit = form.handleSubmit((values) =>
    settling.mutate({ id: row.id, version: row.version, ...values }, { onSuccess: () => showToast('已答复', 'good') }),
  )
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="title">{row.name}</View>
          <View className="note">
            {row.unit} · {row.nodeName} · {showTime(row.at)}
          </View>
        </View>
        <Changes row={row} />
        <View className="text-m">原因：{row.reason}</View>
        <ChoiceField control={form.control} name="decision" label="答复" look="segment" options={decisions} />
        <TextareaField control={form.control} name="words" label="说明" hint="志愿者会看到。" max={100} />
        {settling.error && <View className="ink-red">{sentenceOf(settling.error)}</View>}
        <Button loading={settling.isPending} onPress={() => void submit()}>
          提交答复
        </Button>
      </View>
    </Card>
  )
}

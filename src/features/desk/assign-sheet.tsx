import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { TextareaField } from '@/components/textarea-field'
import { dayIn, endOfDay } from '@/lib/clock'
import { ActSheet } from '@/components/act-sheet'
import { saying } from '@/lib/said-and-done'
import { useHazardCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'

type Values = { fixerId: string; dueOn: string; suggestion: string }

/** Hands the hazard to the enterprise: who answers for it, until when, and what the union suggests. */
export const AssignSheet = ({ detail, open, onClose, onTap }: HazardSheetProps) => {
  const only = detail.fixers.length === 1 ? detail.fixers[0] : undefined
  const form = useForm<Values>({
    defaultValues: { fixerId: only?.id ?? '', dueOn: dayIn(7), suggestion: detail.suggestion ?? '' },
  })
  const assign = useHazardCommand('assign')
  const submit = ({ fixerId, dueOn, suggestion }: Values) =>
    assign.mutate(
      { id: detail.id, version: detail.version, fixerId, dueAt: endOfDay(dueOn), suggestion },
      saying('已发出整改建议', onClose),
    )
  return (
    <ActSheet
      open={open}
      title="交办整改"
      form={form}
      pending={assign.isPending}
      error={assign.error}
      confirmWord="发出整改建议"
      onClose={onClose}
      onTap={onTap}
      onSubmit={submit}
    >
      {detail.fixers.length === 0 && (
        <Card tone="amber">
          <View>这家企业还没有整改责任人，请先在“组织与人员”里邀请一位。</View>
        </Card>
      )}
      <PickerField
        control={form.control}
        name="fixerId"
        label="整改责任人"
        options={detail.fixers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField control={form.control} name="dueOn" label="建议改完日期" from={dayIn(0)} to={dayIn(365)} />
      <TextareaField
        control={form.control}
        name="suggestion"
        label="整改建议"
        hint="以工会名义书面反映，用“建议”“请”，不用命令口气。"
        max={500}
      />
    </ActSheet>
  )
}

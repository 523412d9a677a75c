import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { CongressForm, congressLabels } from 'types/hazard-proof-views'
import type * as z from 'types/zod'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { dayIn, dayOf } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useProofCommand } from './api'
import { instantOf, type HazardSheetProps } from './hazard-sheet'

type Values = {
  regulator: { at: string; to: string; number: string }
  congress: { at: string; form: z.output<typeof CongressForm>; where: string }
}

const forms = CongressForm.options.map((value) => ({ value, label: congressLabels[value] }))

const valuesOf = ({ proofs: { regulator, congress } }: HazardSheetProps['detail']): Values => ({
  regulator: {
    at: regulator ? dayOf(regulator.at) : dayIn(0),
    to: regulator?.to ?? '',
    number: regulator?.number ?? '',
  },
  congress: {
    at: congress ? dayOf(congress.at) : dayIn(0),
    form: congress?.form ?? 'congress',
    where: congress?.where ?? '',
  },
})

// A report nothing is written of was not made yet.
const inputOf = ({ regulator, congress }: Values) => ({
  ...(regulator.to || regulator.number ? { regulator: { ...regulator, at: instantOf(regulator.at) } } : {}),
  ...(congress.where ? { congress: { ...congress, at: instantOf(congress.at) } } : {}),
})

/** 双报告: to the regulator and to the workers, each with its day. */
export const ProveSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<Values>({ defaultValues: valuesOf(detail) })
  const proving = useProofCommand('prove')
  const { id, version } = detail
  return (
    <ActSheet
      open={open}
      title="登记双报告"
      form={form}
      pending={proving.isPending}
      error={proving.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={(values) => proving.mutate({ id, version, ...inputOf(values) }, saying('已登记双报告', onClose))}
    >
      <View className="note">重大隐患两项都登记后才能销号；可以先登记一项。</View>
      <TextField control={form.control} name="regulator.to" label="报给哪个监管部门" max={60} />
      <TextField control={form.control} name="regulator.number" label="文号或受理编号" max={60} />
      <DateField control={form.control} name="regulator.at" label="报告日期" to={dayIn(0)} />
      <ChoiceField control={form.control} name="congress.form" label="怎样告诉职工" look="segment" options={forms} />
      <TextField
        control={form.control}
        name="congress.where"
        label="在哪里"
        placeholder="例如：二楼会议室、厂门口"
        max={60}
      />
      <DateField control={form.control} name="congress.at" label="通报日期" to={dayIn(0)} />
    </ActSheet>
  )
}

import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { ActSheet } from '@/components/act-sheet'
import { PlanFields, planInput, planValues, type PlanValues } from '@/components/plan-fields'
import { saying } from '@/lib/said-and-done'
import { usePlanCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'

/** The five commitments as the enterprise gave them on paper. */
export const PlanSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<PlanValues>({ defaultValues: planValues(detail) })
  const saving = usePlanCommand(detail.plan ? 'replan' : 'plan')
  const { id, version } = detail
  return (
    <ActSheet
      open={open}
      title={detail.plan ? '修改整改方案' : '落实整改方案'}
      form={form}
      pending={saving.isPending}
      error={saving.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={(values) => saving.mutate({ id, version, ...planInput(values) }, saying('已记入台账', onClose))}
    >
      <View className="note">企业用纸质方案报来时，由工会代为记入。</View>
      <PlanFields control={form.control} dueAt={detail.dueAt} />
    </ActSheet>
  )
}

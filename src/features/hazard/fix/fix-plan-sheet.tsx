import { useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { PlanFields, planInput, planValues, type PlanValues } from '@/components/plan-fields'
import { useFixCommand, type FixSheetProps } from './fix-api'

/** The five commitments, made or changed by the enterprise. */
export const FixPlanSheet = ({ hazard, onClose }: FixSheetProps) => {
  const form = useForm<PlanValues>({ defaultValues: planValues(hazard) })
  const act = hazard.plan ? 'replan' : 'plan'
  const saving = useFixCommand(act, '整改方案已报工会', onClose)
  return (
    <ActSheet
      open
      title={hazard.plan ? '修改整改方案' : '落实整改方案'}
      form={form}
      pending={saving.isPending}
      error={saving.error}
      confirmWord="报给工会"
      onClose={onClose}
      onSubmit={(values) => saving.mutate({ id: hazard.id, version: hazard.version, ...planInput(values) })}
    >
      <PlanFields control={form.control} dueAt={hazard.dueAt} />
    </ActSheet>
  )
}

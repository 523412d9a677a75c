import type { Control } from 'react-hook-form'
import type { FivePlan } from 'types/hazard-five'
import { dayIn, dayOf, endOfDay } from '@/lib/clock'
import { DateField } from './date-field'
import { TextField } from './text-field'
import { TextareaField } from './textarea-field'

/** What the form of the five commitments holds; `dueAt` is a day, `YYYY-MM-DD`. */
export type PlanValues = { answerable: string; measures: string; money?: number; dueAt: string; emergency: string }

type Planned = { plan: FivePlan | null; dueAt: string | null }

const lastDay = (dueAt: string | null) => {
  const due = dueAt ? dayOf(dueAt) : dayIn(0)
  return due > dayIn(0) ? due : dayIn(0)
}

/** The plan as it stands, or an empty one that uses all the time there is. */
export const planValues = ({ plan, dueAt }: Planned): PlanValues => ({
  answerable: plan?.answerable ?? '',
  measures: plan?.measures ?? '',
  money: plan?.money,
  dueAt: plan && dayOf(plan.dueAt) >= dayIn(0) ? dayOf(plan.dueAt) : lastDay(dueAt),
  emergency: plan?.emergency ?? '',
})

/** The form as the plan is sent; money left blank is refused there. */
export const planInput = ({ money, dueAt, ...texts }: PlanValues) => ({
  ...texts,
  money: money ?? Number.NaN,
  dueAt: endOfDay(dueAt),
})

/** 五落实: responsibility, measures, money, deadline, emergency plan. */
export const PlanFields = ({ control, dueAt }: { control: Control<PlanValues>; dueAt: string | null }) => (
  <>
    <TextField control={control} name="answerable" label="责任人" hint="企业里谁负责改完，写姓名和职务。" max={60} />
    <TextareaField control={control} name="measures" label="整改措施" max={500} />
    <TextField control={control} name="money" kind="digit" label="整改资金（元）" hint="不花钱就填 0。" />
    <DateField control={control} name="dueAt" label="整改时限" from={dayIn(0)} to={lastDay(dueAt)} />
    <TextareaField
      control={control}
      name="emergency"
      label="应急预案"
      hint="改好之前怎样防止出事，例如停用、围挡、专人看守。"
      max={300}
    />
  </>
)

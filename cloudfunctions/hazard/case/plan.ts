import { AppError } from 'types/app-error'
import { dateOf, endOfDay, formatMonthDay } from 'types/calendar'
import type { InputOf } from 'types/contract'
import { mostPlans } from 'types/hazard-five'
import type { planEntries } from 'types/hazard-plan'
import type { Context, Handler } from '../../kit/serve'
import type { HazardDoc, HazardPlan } from '../hazard'
import { toReporter } from '../messages'
import { nextProgress } from './progress'
import { advance, isRetry } from './step'

type Entries = typeof planEntries
type Input = InputOf<Entries['plan']>

const full = () =>
  new AppError('NOT_ALLOWED_NOW', {
    message: `整改方案最多改 ${mostPlans} 次，请照现在的方案整改，或联系工会当面说明。`,
  })
const refuse = (problem: string) => new AppError('INVALID_INPUT', { fields: { dueAt: problem } })

// A plan made after the deadline has until the end of its own day: whoever needs longer asks for an extension.
const planDay = (doc: HazardDoc, iso: string, now: Date): Date => {
  const dueAt = new Date(iso)
  const today = endOfDay(dateOf(now))
  const latest = doc.dueAt && doc.dueAt > today ? doc.dueAt : today
  if (dueAt < now) throw refuse('整改时限要晚于现在')
  if (dueAt <= latest) return dueAt
  throw refuse(`整改时限最迟${formatMonthDay(latest)}，需要更久请申请延期`)
}

const texts = ({ answerable, measures, money, emergency }: Omit<HazardPlan, 'at' | 'by' | 'dueAt'>) => ({
  ...{ answerable, measures, money, emergency },
})

/** Facts of a plan for the trail: everything but who answers for it. */
const traceOf = ({ measures, money, emergency, dueAt }: HazardPlan) => ({
  ...{ measures, money, emergency, dueAt: dueAt.toISOString() },
})

const isSamePlan = (plan: HazardPlan | null, input: Input) =>
  plan !== null &&
  JSON.stringify(texts(plan)) === JSON.stringify(texts(input)) &&
  plan.dueAt.getTime() === Date.parse(input.dueAt)

/** 五落实, by the fixer himself or by the officer who got them on paper. */
const commit = async (act: 'plan' | 'replan', input: Input, context: Context<HazardDoc>) => {
  const { subject: doc, caller, grant, now, acting } = context
  const who = acting(grant?.role === 'officer' ? 'officer' : 'fixer')
  const isNew = doc.state === (act === 'plan' ? 'assigned' : 'fixing') && !isRetry(doc, who, act, input.version)
  if (isNew && act === 'replan' && doc.formerPlans.length >= mostPlans) throw full()
  const dueAt = isNew ? planDay(doc, input.dueAt, now) : new Date(input.dueAt)
  const plan: HazardPlan = { ...texts(input), dueAt, at: now, by: caller.personId }
  const first = { progressDueAt: nextProgress(doc, now) }
  const former = { formerPlans: [...doc.formerPlans, ...(doc.plan ? [doc.plan] : [])] }
  return advance(doc, who, act, input.version, {
    at: now,
    same: isSamePlan(doc.plan, input),
    data: { ...traceOf(plan), ...(doc.plan && { was: traceOf(doc.plan) }) },
    set: { plan, ...(act === 'plan' ? first : former) },
    push: act === 'plan' ? toReporter(doc, '整改中', `企业定了整改方案，${formatMonthDay(dueAt)}前改完`, now) : [],
  })
}

export const plan: Handler<Entries['plan'], HazardDoc> = (input, context) => commit('plan', input, context)
export const replan: Handler<Entries['replan'], HazardDoc> = (input, context) => commit('replan', input, context)

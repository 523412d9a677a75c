import { AppError } from 'types/app-error'
import { pushMachine, type PushAct } from 'types/notice-push'
import type { pushEntries } from 'types/notice-pushes'
import { move } from '../../kit/aggregate'
import { nudge } from '../../kit/nudge'
import type { Context, Handler } from '../../kit/serve'
import type { PushDoc } from '../documents'
import { pushes } from './push-store'

type Entries = typeof pushEntries
type Act = (input: { version: number }, context: Context<PushDoc>) => ReturnType<typeof moveBy>
type Step = { set?: Partial<PushDoc>; push?: readonly { to: string; kind: string; payload: Record<string, unknown> }[] }

const moveBy = (act: PushAct, version: number, { subject: push, acting, now }: Context<PushDoc>, step: Step = {}) =>
  move(pushes, pushMachine, push, acting('officer'), act, version, { at: now, ...step })

const aWord = ({ _id }: PushDoc) => [{ to: 'local', kind: 'push-word', payload: { pushId: _id } }]

const notOneself = ({ subject: push, caller }: Context<PushDoc>) => {
  if (push.authorId !== caller.personId) return
  throw new AppError('NOT_ALLOWED_NOW', { message: '自己写的推送不能自己同意，请另一位工会干部来看。' })
}

/** A second officer agrees: it begins at its time, or at once. */
export const approvePush: Act = ({ version }, context) => {
  notOneself(context)
  const { subject: push, caller, now } = context
  const dueAt = push.dueAt && push.dueAt > now ? push.dueAt : now
  return moveBy('approve', version, context, {
    ...{ set: { dueAt, approvedBy: caller.name ?? '' }, push: aWord(push) },
  })
}

/** It goes back to its author with the reason. */
export const returnPush: Handler<Entries['returnPush'], PushDoc> = ({ version, reason }, context) => {
  notOneself(context)
  return moveBy('return', version, context, { set: { note: reason }, push: aWord(context.subject) })
}

/** What is not sent yet is not sent at all; what was laid out can still be read in the app. */
export const cancelPush: Act = ({ version }, context) =>
  moveBy('cancel', version, context, { set: { sweep: context.subject.state === 'paused' } })

/** What is under way is finished; everybody else waits. */
export const pausePush: Act = ({ version }, context) => moveBy('pause', version, context)

/** Whoever resumes it answers for it from now on. */
export const resumePush: Act = async ({ version }, context) => {
  const moved = await moveBy('resume', version, context, { set: { keeperId: context.caller.personId, note: null } })
  nudge('notice')
  return moved
}

/** Sends again what certainly did not arrive and may arrive now: see requeueSome. */
export const retryPush: Act = async ({ version }, context) => {
  const moved = await moveBy('retry', version, context, {
    set: { retryAfter: '', keeperId: context.caller.personId },
  })
  nudge('notice')
  return moved
}

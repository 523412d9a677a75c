import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import { pushMachine, type PushAct } from 'types/notice-push'
import type { pushEntries } from 'types/notice-pushes'
import { move } from '../../kit/aggregate'
import { nudge } from '../../kit/nudge'
import type { Context, Handler } from '../../kit/serve'
import type { PushDoc } from '../documents'
import { rulesFor } from '../rules/rules-store'
import { holdPlace } from './places'
import { pushes } from './push-store'
import { lookAgain, type Missing } from './second-look'

type Entries = typeof pushEntries
type Act = (input: { version: number }, context: Context<PushDoc>) => ReturnType<typeof moveBy>
type Step = { set?: Partial<PushDoc>; push?: readonly { to: string; kind: string; payload: Record<string, unknown> }[] }

const moveBy = (act: PushAct, version: number, { subject: push, acting, now }: Context<PushDoc>, step: Step = {}) =>
  move(pushes, pushMachine, push, acting('officer'), act, version, { at: now, ...step })

const aWord = ({ _id }: PushDoc) => [{ to: 'local', kind: 'push-word', payload: { pushId: _id } }]

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

const notOneself = ({ subject: push, caller }: Context<PushDoc>) => {
  if (push.authorId !== caller.personId) return
  throw refuse('自己写的推送不能自己同意，请另一位工会干部来看。')
}

// It counts for the day it begins; the day it was written for has its place kept already.
const holdDay = async ({ _id, nodeId, under, day: before, state }: PushDoc, day: string, now: Date) => {
  if (state !== 'waiting' || day === before) return
  const { perNode } = await rulesFor(under)
  if (await holdPlace(_id, { nodeId, day, most: perNode }, now)) return
  throw refuse(`一个单位一天最多推送 ${perNode} 次，今天已经满了，请改天再来同意。`)
}

/** A second officer agrees: it begins at its time, or at once. */
export const approvePush: Act = async ({ version }, context) => {
  notOneself(context)
  const { subject: push, caller, now } = context
  const dueAt = push.dueAt && push.dueAt > now ? push.dueAt : now
  const day = dateOf(dueAt)
  await holdDay(push, day, now)
  return moveBy('approve', version, context, {
    ...{ set: { dueAt, day, approvedBy: caller.name ?? '', note: null }, push: aWord(push) },
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

// Where the list is not complete, more people may have come to it. What is asked twice stands as it was asked first.
const lackingOf = async ({ subject: push, now }: Context<PushDoc>): Promise<Missing | null> => {
  if (push.state !== 'paused' || push.laid || push.testers) return null
  return lookAgain(push, typeof push.approvedBy === 'string', now)
}

const askForWord = (
  version: number,
  set: Partial<PushDoc>,
  { subject: push, caller, acting, now }: Context<PushDoc>,
) => {
  const asks = { to: 'local', kind: 'push-asks', payload: { pushId: push._id } }
  const tells = push.authorId === caller.personId ? [asks] : [asks, ...aWord(push)]
  // It is the rules that ask, whoever resumed it.
  return move(pushes, pushMachine, push, acting('clock'), 'ask', version, { at: now, set, push: tells })
}

/**
 * Whoever resumes it answers for it from now on. To resume is nobody's consent: where a second officer's word is missing,
 * it is asked for.
 */
export const resumePush: Act = async ({ version }, context) => {
  const { subject: push, caller } = context
  const missing = await lackingOf(context)
  if (missing?.act === 'hold') throw refuse(`这次推送还不能继续：${missing.note}。`)
  const keeper = { keeperId: caller.personId }
  if (missing) return askForWord(version, { ...keeper, note: missing.note, size: missing.size }, context)
  if (push.state === 'waiting') return askForWord(version, {}, context)
  const moved = await moveBy('resume', version, context, { set: { ...keeper, note: null } })
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

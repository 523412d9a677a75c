import { pushMachine } from 'types/notice-push'
import { move, type Acting } from '../../kit/aggregate'
import type { PushDoc } from '../documents'
import { findDue, pushes } from './push-store'
import { lookAgain } from './second-look'
import { unlessActed } from './unless-acted'

/** Counting a large audience takes seconds, and who is due a minute later begins a minute later. */
const budgetMs = 4_000

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })
const verbs = { ask: '人数变多，等人同意', hold: '到时没有发送' } as const

const tellOf = (act: 'ask' | 'hold', { _id: pushId }: PushDoc) =>
  (act === 'ask' ? ['push-asks', 'push-word'] : ['push-word']).map((kind) => ({
    to: 'local',
    kind,
    payload: { pushId },
  }))

const beginOne = async (push: PushDoc, now: Date) => {
  const missing = await lookAgain(push, typeof push.approvedBy === 'string', now)
  if (!missing) return move(pushes, pushMachine, push, clock('到了定好的时间'), 'begin', push.version, { at: now })
  const { act, ...set } = missing
  const step = { at: now, set, push: tellOf(act, push) }
  return move(pushes, pushMachine, push, clock(verbs[act]), act, push.version, step)
}

/** Begins pushes that were put off until now; one that may not go yet waits, and its officers are told. */
export const beginDue = async (now: Date) => {
  const until = Date.now() + budgetMs
  for (const push of await findDue(now)) {
    if (Date.now() > until) return
    await unlessActed(beginOne(push, now))
  }
}

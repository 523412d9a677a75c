import { messageMachine, type MessageAct } from 'types/notice'
import type { CountPayload } from '../../kit/outbox'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { MessageDoc } from '../documents'

export const messages = collection<MessageDoc>('messages')

export const createMessage = (message: MessageDoc) => messages.insert(message)

/** Lays out many in one trip; those of a batch that came before are left as they stand. */
export const createMessages = async (many: readonly MessageDoc[]) => {
  if (!(await messages.insertAll(many))) await Promise.all(many.map(createMessage))
}

export const pageInbox = (openid: string, page: number, size: number) =>
  messages.page({ openid }, { sort: [['at', 'desc']], page, size })

const mostUnread = 100

/** Unread messages, at most 100: the badge says 99+. */
export const countUnread = async (openid: string): Promise<number> =>
  (await messages.list({ openid, read: false }, { limit: mostUnread, fields: ['_id'] })).length

export const setRead = (openid: string, ids: readonly string[]) =>
  messages.update({ _id: command.in(ids), openid }, { read: true })

export const pageRecipients = (pushId: string, page: number, size: number) =>
  messages.page({ pushId }, { sort: [['_id', 'asc']], page, size })

/** How many messages a push has, read by thousands. */
export const countMessages = async (pushId: string): Promise<number> => {
  let [total, after] = [0, '']
  for (;;) {
    const filter = { pushId, _id: command.gt(after) }
    const found = await messages.list(filter, { sort: [['_id', 'asc']], limit: 1000, fields: ['_id'] })
    total += found.length
    if (found.length < 1000) return total
    after = found.at(-1)?._id ?? ''
  }
}

/** Whether some message of a push still waits for its result. */
export const isUnfinished = async (pushId: string): Promise<boolean> => {
  const filter = { pushId, state: command.in(['queued', 'sending']) }
  return (await messages.list(filter, { limit: 1, fields: ['_id'] })).length > 0
}

/** The oldest that wait, of one push or (null) of none. */
export const listQueued = (pushId: string | null, limit: number) =>
  messages.list({ pushId, state: 'queued' }, { sort: [['at', 'asc']], limit })

const rowOf = (act: MessageAct) => {
  const row = messageMachine.moves.find((move) => move.act === act && move.by.includes('clock'))
  if (!row) throw new Error(`no move ${act}`)
  return row
}

/**
 * Claims queued messages for this sender.
 * @returns ids of those that are now its own
 */
export const claimAs = async (claim: string, ids: readonly string[], leaseUntil: Date): Promise<Set<string>> => {
  const { from, to } = rowOf('claim')
  const wanted = { _id: command.in(ids) }
  const claimed = await messages.update({ ...wanted, state: command.in(from) }, { state: to, leaseUntil, claim })
  if (claimed === ids.length) return new Set(ids)
  const own = await messages.list({ ...wanted, state: to, claim }, { fields: ['_id'] })
  return new Set(own.map(({ _id }) => _id))
}

export type Settlement = { act: MessageAct; reason: string | null }

const countFor = (pushId: string, field: string): CountPayload => ({ add: [{ key: `push.${pushId}`, field, by: 1 }] })

const settled = (pushId: string | null, { act, reason }: Settlement, now: Date) => {
  const { to } = rowOf(act)
  const outbox =
    pushId === null ? [] : [{ id: `${pushId}.${to}`, to: 'counters', kind: 'count', payload: countFor(pushId, to) }]
  const waiting = { outbox, outboxAt: outbox.length > 0 ? now : null }
  return { state: to, reason, settledAt: now, leaseUntil: null, ...waiting }
}

/** Writes the result of several messages of one push (or of none); each is counted for its push. */
export const settle = (ids: readonly string[], pushId: string | null, settlement: Settlement, now: Date) =>
  messages.update(
    { _id: command.in(ids), state: command.in(rowOf(settlement.act).from) },
    settled(pushId, settlement, now),
  )

/** Messages whose sender's time is over while they were under way. */
export const listInterrupted = (now: Date) =>
  messages.list(
    { state: 'sending', leaseUntil: command.lte(now) },
    {
      fields: ['pushId', 'openid', 'template', 'claim'],
    },
  )

/** What stays of an erased person's messages is their result. */
export const forgetPerson = async (openid: string, now: Date) => {
  const { from } = rowOf('settle-no-credit')
  const queued = await messages.list({ openid, state: command.in(from) }, { fields: ['pushId'] })
  const gone = { act: 'settle-no-credit', reason: '对方已注销' } as const
  for (const { _id, pushId } of queued) await settle([_id], pushId, gone, now)
  await messages.update({ openid }, { openid: null, name: null, fields: [], page: null })
}

import { messageMachine, type MessageAct, type MessageState } from 'types/notice-message'
import type { TemplateKey } from 'types/template-keys'
import type { OutboxItem } from '../../kit/aggregate'
import type { CountPayload } from '../../kit/outbox'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { MessageDoc } from '../documents'
import { groupBy } from './group-by'

export const messages = collection<MessageDoc>('messages')

export const findMessage = (id: string) => messages.find(id)
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

const counting = (pushId: string, act: string, fields: readonly string[], by = 1): OutboxItem => {
  const payload: CountPayload = { add: fields.map((field) => ({ key: `push.${pushId}`, field, by })) }
  return { id: `${pushId}.${act}`, to: 'counters', kind: 'count', payload }
}

/** Messages of a push, of one state or of all. */
export const pageRecipients = (pushId: string, state: MessageState | undefined, page: number, size: number) =>
  state
    ? messages.page({ pushId, state }, { sort: [['at', 'asc']], page, size })
    : messages.page({ pushId }, { sort: [['_id', 'asc']], page, size })

/** The next messages of a push in the order of their ids. */
export const listAfter = (pushId: string, after: string, limit: number) =>
  messages.list(
    { pushId, _id: command.gt(after) },
    {
      sort: [['_id', 'asc']],
      limit,
      fields: ['pushId', 'openid', 'name', 'template', 'state', 'reason', 'again', 'outboxAt'],
    },
  )

const missedStates: readonly MessageState[] = ['no-credit', 'capped', 'refused', 'failed', 'unknown', 'called-off']

/** At most 1000 of each way in which WeChat did not reach somebody; read side by side. */
export const listMissed = async (pushId: string) => {
  const fields = ['openid', 'name', 'state', 'reason']
  const read = (state: MessageState) => messages.list({ pushId, state }, { sort: [['at', 'asc']], limit: 1000, fields })
  const lists = await Promise.all(missedStates.map(read))
  return { missed: lists.flat(), isCut: lists.some(({ length }) => length === 1000) }
}

const requeueGroup = async (group: readonly Waiting[], first: Waiting, now: Date) => {
  const { from, to } = rowOf('requeue')
  if (!from.includes(first.state)) return
  const fields = [first.state, ...(first.again ? ['again'] : [])]
  const outbox = first.pushId ? [counting(first.pushId, 'requeue', fields, -1)] : []
  await messages.update(
    { _id: command.in(group.map(({ _id }) => _id)), state: first.state, outboxAt: null },
    { state: to, reason: null, settledAt: null, claim: null, again: false, outbox, outboxAt: now },
  )
}

type Waiting = Pick<MessageDoc, '_id' | 'pushId' | 'state' | 'again'>

/** Has messages of one push wait again; each is taken out of the count of its former result first. */
export const requeue = async (found: readonly Waiting[], now: Date) => {
  const groups = groupBy(found, ({ state, again }) => `${state}\n${again === true}`)
  await Promise.all(groups.map(async (group) => group[0] && requeueGroup(group, group[0], now)))
}

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

/** The oldest that wait, of one push or (null) of none. One that is tried again waits until its former result is counted. */
export const listQueued = (pushId: string | null, limit: number) =>
  messages.list({ pushId, state: 'queued', outboxAt: null }, { sort: [['at', 'asc']], limit })

/** `again`: it failed in a way that may pass. `askedAt`: before WeChat was asked, where it was. */
export type Settlement = { act: MessageAct; reason: string | null; again?: boolean; askedAt?: Date }

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
  const free = { ...wanted, state: command.in(from), outboxAt: null }
  const claimed = await messages.update(free, { state: to, leaseUntil, claim })
  if (claimed === ids.length) return new Set(ids)
  const own = await messages.list({ ...wanted, state: to, claim }, { fields: ['_id'] })
  return new Set(own.map(({ _id }) => _id))
}

/** Kind of the item that gives a consent back; its payload. */
export const giveBackKind = 'give-back'
export type GiveBack = { openid: string; template: TemplateKey; claim: string }

type Settled = Pick<MessageDoc, '_id' | 'pushId' | 'openid' | 'template' | 'claim'>

// The consent goes back with the same write that says why: who comes too late writes nothing and gives nothing back.
const outboxOf = ({ pushId, openid, template, claim }: Settled, { act, again }: Settlement): OutboxItem[] => {
  const { to } = rowOf(act)
  const owes = act === 'settle-failed' && openid && claim
  return [
    ...(pushId ? [counting(pushId, act, [to, ...(again ? ['again'] : [])])] : []),
    ...(owes
      ? [{ id: `${claim}.${openid}`, to: 'local', kind: giveBackKind, payload: { openid, template, claim } }]
      : []),
  ]
}

/** Failed ones each owe a consent of their own; of the others one write serves all. */
const togetherBy = ({ _id, pushId, claim }: Settled, { act, reason }: Settlement) =>
  [pushId, Boolean(claim), act, reason, act === 'settle-failed' ? _id : ''].join('\n')

const settleGroup = (group: readonly Settled[], first: Settled, settlement: Settlement, now: Date) => {
  const outbox = outboxOf(first, settlement)
  const claims = new Set(group.flatMap(({ claim }) => claim ?? []))
  // Only the sender that holds it tells its result: what it lost meanwhile has a result already.
  const held = claims.size > 0 ? { state: 'sending', claim: command.in([...claims]) } : { state: 'queued' }
  return messages.update(
    { _id: command.in(group.map(({ _id }) => _id)), ...held, outboxAt: null },
    {
      ...{ state: rowOf(settlement.act).to, reason: settlement.reason, settledAt: now, leaseUntil: null },
      ...(settlement.again && { again: true }),
      ...{ outbox, outboxAt: outbox.length > 0 ? now : null },
    },
  )
}

export type Result<M extends Settled = MessageDoc> = { message: M; settlement: Settlement }

/** Writes down what became of messages; each is counted for its push, and one that failed gives its consent back. */
export const settle = async (results: readonly Result<Settled>[], now: Date) => {
  const groups = groupBy(results, ({ message, settlement }) => togetherBy(message, settlement))
  const write = async (group: (typeof groups)[number]) => {
    const messagesOf = group.map(({ message }) => message)
    const [first] = group
    if (first) await settleGroup(messagesOf, first.message, first.settlement, now)
  }
  await Promise.all(groups.map(write))
}

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
  const fields = ['pushId', 'openid', 'template', 'claim']
  const queued = await messages.list({ openid, state: command.in(from) }, { fields })
  const settlement = { act: 'settle-no-credit', reason: '对方已注销' } as const
  await settle(
    queued.map((message) => ({ message, settlement })),
    now,
  )
  await messages.update({ openid }, { openid: null, name: null, fields: [], page: null })
}

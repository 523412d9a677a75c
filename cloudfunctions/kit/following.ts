import type { OutboxItem } from './aggregate'
import { command } from './cloud'
import { collection, type Document, type Patch } from './collection'
import type { Follower } from './followers'
import { releaseLease, takeLease } from './lease'
import { nudge } from './nudge'
import { isAnswerTooLarge } from './platform-error'
import { newRequestId } from './request-id'
import { changesOf, lineageFields, moveOfCall, type TreeMove } from './tree-move'

/** How far one room is with the move that is going on; `_id` is its name. */
export type FollowWork = Document & {
  moveId: string
  /** Place in the room's list, and the last id looked at there. */
  at: number
  cursor: string
  /** When this pass over all its collections began; null while it waits for its time. */
  startedAt: Date | null
  passes: number
  /** Records rewritten in this pass, and in all. */
  found: number
  changed: number
  lastFoundAt: Date | null
  doneAt: Date | null
}

/** Longer than any call may last: whoever read the tree before a moment has written by then. */
export const graceMs = 30_000
const budgetMs = 5_000
/** A drainer carries out a thousand a tick: rewriting more would only make its outboxes wait. */
const mostATick = 800
const pageSize = 500
const chunkSize = 50

const works = collection<FollowWork>('tree_follows', { asStored: true })

export const listFollowed = (moveId: string, rooms: readonly string[]): Promise<FollowWork[]> =>
  works.list({ _id: command.in(rooms), moveId })

const freshWork = (room: string, moveId: string): FollowWork => ({
  ...{ _id: room, moveId, at: 0, cursor: '', startedAt: null, passes: 0, found: 0, changed: 0 },
  ...{ lastFoundAt: null, doneAt: null },
})

type Any = Document & { under: string[]; version?: number; rev?: number; outbox?: OutboxItem[] }

const asStored = (one: Follower) => collection<Any>(one.store.name, { asStored: true })

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  )

/** Whole documents, fewer at a time until they fit into one answer. */
const readWhole = async (one: Follower, ids: readonly string[]): Promise<Any[]> => {
  try {
    return await asStored(one).list({ _id: command.in(ids) })
  } catch (thrown) {
    if (!isAnswerTooLarge(thrown) || ids.length < 2) throw thrown
    const half = Math.ceil(ids.length / 2)
    return [...(await readWhole(one, ids.slice(0, half))), ...(await readWhole(one, ids.slice(half)))]
  }
}

const counted = (one: Follower, before: Any, after: Any, { moveId }: TreeMove, now: Date): Patch => {
  const push = one.count?.(before, after) ?? []
  if (push.length === 0) return {}
  const items = push.map((item, index) => ({ ...item, id: `${before._id}.${moveId}.${index}` }))
  return { outbox: command.push(items), outboxAt: now }
}

type Tally = { met: number; changed: number }
const sum = (tallies: readonly Tally[]): Tally => ({
  met: tallies.reduce((all, { met }) => all + met, 0),
  changed: tallies.reduce((all, { changed }) => all + changed, 0),
})

// In the state it was read in: what a command changed meanwhile follows with the command, or in the next pass.
const rewrite = async (one: Follower, before: Any, changes: Patch, move: TreeMove, now: Date): Promise<Tally> => {
  if (Object.keys(changes).length === 0) return { met: 0, changed: 0 }
  const after = { ...before, ...changes }
  const { _id, under, version, rev } = before
  const still = { _id, under, ...(version === undefined ? {} : { version }), ...(rev === undefined ? {} : { rev }) }
  const patch = { ...changes, ...one.also?.(after, before), ...counted(one, before, after, move, now) }
  return { met: 1, changed: await asStored(one).update(still, patch) }
}

const rewriteEach = async (one: Follower, ids: readonly string[], move: TreeMove, now: Date): Promise<Tally> => {
  const tallies: Tally[] = []
  for (const some of chunks(ids)) {
    const docs = await readWhole(one, some)
    const changes = one.changes ? await one.changes(docs, move) : docs.map((doc) => changesOf(doc, move))
    tallies.push(...(await Promise.all(docs.map((doc, at) => rewrite(one, doc, changes[at] ?? {}, move, now)))))
  }
  return sum(tallies)
}

type Behind = { doc: Any; changes: Patch }

/** Records with nothing but their lineage to rewrite: those of one place together. */
const rewriteAlike = async (one: Follower, behind: readonly Behind[]): Promise<Tally> => {
  const alike = new Map<string, { ids: string[]; under: string[]; changes: Patch }>()
  for (const { doc, changes } of behind) {
    const key = JSON.stringify([doc.under, changes])
    const group = alike.get(key) ?? { ids: [], under: doc.under, changes }
    group.ids.push(doc._id)
    alike.set(key, group)
  }
  let changed = 0
  for (const { ids, under, changes } of alike.values())
    changed += await asStored(one).update({ _id: command.in(ids), under }, changes)
  return { met: behind.length, changed }
}

const behindAmong = (docs: readonly Any[], move: TreeMove): Behind[] =>
  docs.map((doc) => ({ doc, changes: changesOf(doc, move) })).filter(({ changes }) => Object.keys(changes).length > 0)

const followDocs = (one: Follower, docs: readonly Any[], move: TreeMove, now: Date): Promise<Tally> => {
  const idsOf = (some: readonly Any[]) => some.map(({ _id }) => _id)
  if (one.changes) return rewriteEach(one, idsOf(docs), move, now)
  const behind = behindAmong(docs, move)
  if (!one.also && !one.count) return rewriteAlike(one, behind)
  return rewriteEach(one, idsOf(behind.map(({ doc }) => doc)), move, now)
}

/** One page of one collection. */
const followPage = async (one: Follower, cursor: string, move: TreeMove, now: Date) => {
  const docs = await asStored(one).list(
    { under: move.nodeId, _id: command.gt(cursor) },
    { sort: [['_id', 'asc']], limit: pageSize, fields: lineageFields },
  )
  return { ...(await followDocs(one, docs, move, now)), last: docs.at(-1)?._id, more: docs.length === pageSize }
}

type Pass = { work: FollowWork; followers: readonly Follower[]; move: TreeMove; since: Date }

const dueAt = ({ work, since }: Pass) => Math.max(since.getTime(), work.lastFoundAt?.getTime() ?? 0) + graceMs

/** A pass that met nothing, and began when whoever read the old tree had long written, was the last. */
const endPass = (pass: Pass, now: Date): FollowWork => {
  const { work } = pass
  const isLast = work.found === 0 && (work.startedAt?.getTime() ?? 0) >= dueAt(pass)
  return { ...work, at: 0, cursor: '', found: 0, startedAt: null, passes: work.passes + 1, doneAt: isLast ? now : null }
}

const step = async (pass: Pass, now: Date): Promise<FollowWork> => {
  const { work, followers, move } = pass
  const one = followers[work.at]
  if (!one) return endPass(pass, now)
  const { changed, met, last, more } = await followPage(one, work.cursor, move, now)
  return {
    ...work,
    ...{ startedAt: work.startedAt ?? now, found: work.found + met, changed: work.changed + changed },
    lastFoundAt: met > 0 ? now : work.lastFoundAt,
    ...(more && last ? { cursor: last } : { cursor: '', at: work.at + 1 }),
  }
}

// The first pass may begin at once; each one after it waits until what the one before rewrote can be read by all.
const mayBegin = (pass: Pass, now: Date) =>
  pass.work.startedAt !== null || pass.work.passes === 0 || now.getTime() >= dueAt(pass)

const run = async (first: Pass): Promise<FollowWork> => {
  const startedAt = Date.now()
  const before = first.work.changed
  let pass = first
  while (!pass.work.doneAt && mayBegin(pass, new Date())) {
    pass = { ...pass, work: await step(pass, new Date()) }
    await works.put(pass.work)
    if (Date.now() - startedAt > budgetMs || pass.work.changed - before >= mostATick) break
  }
  return pass.work
}

/**
 * Rewrites some of a room's records that still carry their old lineage: pages by id with the cursor kept, so that who
 * takes over from a dead one goes on where it was. Passes are repeated until one meets nothing that began when
 * everybody who could have read the old tree had written.
 * @param since from when on records are born with the new lineage
 */
export const followRoom = async (
  room: string,
  followers: readonly Follower[],
  move: TreeMove,
  since: Date,
): Promise<FollowWork | null> => {
  const lease = await takeLease(`${room}.follow`, newRequestId(), new Date())
  if (!lease) return null
  const known = await works.find(room)
  const work = known?.moveId === move.moveId ? known : freshWork(room, move.moveId)
  const after = work.doneAt ? work : await run({ work, followers, move, since })
  await releaseLease(lease)
  return after
}

/**
 * A tick's part in the move of a subtree; nothing while none is going on.
 * @returns records rewritten
 */
export const followTree = async (domain: string, followers: readonly Follower[]): Promise<number> => {
  const move = await moveOfCall()
  if (!move?.nodesAt) return 0
  const work = await followRoom(domain, followers, move, move.nodesAt)
  const isUnderWay = work !== null && work.startedAt !== null && !work.doneAt
  if (isUnderWay) nudge(domain)
  return isUnderWay ? 1 : 0
}

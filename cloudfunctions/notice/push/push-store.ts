import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { PushDoc } from '../documents'

export const pushes = collection<PushDoc>('pushes')

// What a move of it needs, without its words.
const underWayFields = [
  ...['state', 'version', 'under', 'subject', 'seq', 'head', 'events', 'nodeId', 'testers', 'authorId', 'keeperId'],
  ...['createdAt', 'withdrawn', 'size'],
]

export const findPush = (id: string) => pushes.find(id)
export const createPush = (push: PushDoc) => pushes.insert(push)
export const pagePushes = (nodeId: string, page: number, size: number) =>
  pushes.page({ under: nodeId }, { sort: [['createdAt', 'desc']], page, size })
/** Whether some push is being laid out. */
export const isAnyPreparing = async (): Promise<boolean> =>
  (await pushes.list({ state: 'preparing' }, { sort: [['createdAt', 'asc']], limit: 1, fields: ['_id'] })).length > 0

const sizeOf = ({ testers, size }: PushDoc) => (testers ? 0 : (size ?? Infinity))
const smallestFirst = (one: PushDoc, other: PushDoc) =>
  sizeOf(one) === sizeOf(other) ? 0 : sizeOf(one) - sizeOf(other)

/** Begun and not ended: trials first, then the smallest, the oldest of those as large; a big one holds up no other. */
export const listUnderWay = async (): Promise<PushDoc[]> => {
  const begun = { state: command.in(['preparing', 'sending']) }
  const found = await pushes.list(begun, { sort: [['createdAt', 'asc']], limit: 50, fields: underWayFields })
  return found.sort(smallestFirst)
}
/** Whose time has come. */
export const findDue = (now: Date) =>
  pushes.list({ state: 'scheduled', dueAt: command.lte(now) }, { sort: [['dueAt', 'asc']], limit: 20 })
export const findSending = () => pushes.list({ state: 'sending' }, { sort: [['createdAt', 'asc']], limit: 50 })

/** Notes how far the list is laid out; false where another sender was faster. */
export const advanceCursor = async (push: PushDoc, cursor: string): Promise<boolean> =>
  (await pushes.update({ _id: push._id, state: 'preparing', cursor: command.lt(cursor) }, { cursor })) > 0

/** The template's id WeChat refused, and the word for the officer. */
export const noteWithdrawn = (id: string, templateId: string, note: string) =>
  pushes.update({ _id: id, withdrawn: command.neq(templateId) }, { withdrawn: templateId, note })

/** A trial of the same words by the same union that went out; null where there was none. Trials alone have no day. */
export const findTrial = async (nodeId: string, print: string) => {
  const trials = { nodeId, print, day: null, state: command.in(['sending', 'done']) }
  return (await pushes.list(trials, { limit: 1, fields: ['_id'] }))[0] ?? null
}

/** What became of these. */
export const listOfPlaces = (ids: readonly string[]) =>
  pushes.list({ _id: command.in(ids) }, { fields: ['state', 'day', 'laid', 'cursor'] })

/** Notes up to which message those to be tried again were looked for; null at the end. */
export const advanceRetry = (push: PushDoc, retryAfter: string | null) =>
  pushes.update({ _id: push._id, retryAfter: push.retryAfter }, { retryAfter })

/** Cancelled half way, with messages that still wait. */
export const findToSweep = () => pushes.list({ sweep: true }, { limit: 5, fields: ['laid', 'total'] })
export const endSweep = (id: string, total: number) => pushes.update({ _id: id, sweep: true }, { sweep: false, total })

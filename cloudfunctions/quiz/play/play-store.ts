import { deriveId } from 'types/ids'
import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import type { ClosedPaper, OpenPaper, PaperDoc, PlayDoc } from '../documents'

/** A paper handed in on the last second may travel this long. */
export const graceMs = 10_000

export const plays = collection<PlayDoc>('plays')
const papers = collection<PaperDoc>('papers')

export const playId = (campaignId: string, openid: string) => deriveId('play', campaignId, openid)

export const findPlay = (campaignId: string, openid: string) => plays.find(playId(campaignId, openid))
export const createPlay = (play: PlayDoc) => plays.insert(play)

/** false where another phone was faster. */
export const movePlay = async (play: Pick<PlayDoc, '_id' | 'state' | 'version'>, patch: Patch) =>
  (await plays.update(
    { _id: play._id, state: play.state, version: play.version },
    { ...patch, version: play.version + 1 },
  )) > 0

/** Ids alone: a hundred whole plays may be more than one answer of the platform holds. */
export const findOverdue = async (before: Date): Promise<string[]> => {
  const overdue = { state: 'answering', 'paper.dueAt': command.lt(before) }
  return (await plays.list(overdue, { limit: 100, fields: ['state'] })).map(({ _id }) => _id)
}
export const findPlayById = (id: string) => plays.find(id)

/** What a play counts for, and whose it is; neither the paper at hand nor the wrong-answer book, which are large. */
const standingFields = [
  ...['campaignId', 'openid', 'under', 'state', 'version', 'name', 'booth', 'unit', 'unitChanges', 'until'],
  ...['levels', 'points', 'perfect', 'reachedAt', 'rankScore', 'excluded'],
] as const
export const findPlays = (ids: readonly string[]) => plays.list({ _id: command.in(ids) }, { fields: standingFields })

/** Has the new end of a contest reach its players: points do not wander once it is over. */
export const setUntil = (campaignId: string, until: Date) => plays.update({ campaignId }, { until })

/** What practice needs of all contests of a person: progress, wrong answers, and whether a paper is open. */
export type PractisedPlay = Pick<PlayDoc, '_id' | 'campaignId' | 'levels' | 'wrong'> & {
  paper: Pick<OpenPaper, 'dueAt'> | null
}
export const findPlaysOf = (openid: string): Promise<PractisedPlay[]> =>
  plays.list({ openid }, { limit: 50, fields: ['campaignId', 'levels', 'wrong', 'paper.dueAt'] })

/** Of these plays those whose players have told no unit or no name here. */
export const findUntold = async (ids: readonly string[]): Promise<string[]> => {
  const found = await plays.list({ _id: command.in(ids) }, { fields: ['unit', 'name'] })
  return found.flatMap(({ _id, unit, name }) => (unit === null || name === null ? [_id] : []))
}
/** A question practised rightly leaves the book; the play's version stays, for nothing else depends on the book. */
export const forgetWrong = (id: string, q: string) =>
  plays.update({ _id: id, 'wrong.q': q }, { wrong: command.pull({ q }) })

/** Papers handed in that the drainer has not laid to rest yet. */
export const closedWaiting = (play: PlayDoc | null): PaperDoc[] =>
  (play?.outbox ?? []).filter((item) => item.kind === 'paper').map((item) => item.payload as PaperDoc)

/** A closed paper of this person, at rest or on its way there; null for anyone else's. */
export const findClosed = async (
  play: PlayDoc | null,
  id: string,
  campaignId: string,
  openid: string,
): Promise<PaperDoc | null> => {
  const waiting = closedWaiting(play).find((paper) => paper.id === id)
  const closed = waiting ?? (await papers.find(id))
  return closed?.openid === openid && closed.campaignId === campaignId ? closed : null
}
export const findPapers = (campaignId: string, openid: string, fields: readonly (keyof ClosedPaper)[]) =>
  papers.list({ campaignId, openid }, { sort: [['submittedAt', 'desc']], limit: 100, fields })

const waitingOwners = async (closed: readonly PaperDoc[]) => {
  const ids = [...new Set(closed.map(({ campaignId, openid }) => playId(campaignId, openid)))]
  const fields = ['outbox.kind', 'outbox.payload._id', 'outbox.payload.openid']
  return (await plays.list({ _id: command.in(ids) }, { fields })).flatMap(closedWaiting)
}

/**
 * Lays closed papers to rest. Who erases himself meanwhile is renamed in the outbox first and among the papers last:
 * a name that changed there after it was read is changed here as well.
 */
export const archivePapers = async (closed: readonly PaperDoc[]) => {
  if (closed.length === 0) return
  await papers.putNew(closed)
  const owners = new Map(closed.map(({ _id, openid }) => [_id, openid]))
  for (const { _id, openid } of await waitingOwners(closed))
    if (owners.has(_id) && owners.get(_id) !== openid) await papers.update({ _id }, { openid })
}

/** In what waits for the drainer; one paper of each play a round, and more than a hundred never wait. */
const renameWaiting = async (owner: string, openid: string, pseudonym: string) => {
  const waiting = { openid: owner, 'outbox.payload.openid': openid }
  for (let round = 0; round < 100; round++)
    if ((await plays.update(waiting, { 'outbox.$.payload.openid': pseudonym })) === 0) return
}

/** Puts a pseudonym in the place of a player: in what waits for the drainer, in his plays, among the papers. */
export const forgetPlayer = async (openid: string, pseudonym: string) => {
  await renameWaiting(openid, openid, pseudonym)
  // A hand-in that has read the play under its old name must not write it back, and one that came in between waits.
  await plays.update({ openid }, { openid: pseudonym, name: null, version: command.inc(1) })
  await renameWaiting(pseudonym, openid, pseudonym)
  await papers.update({ openid }, { openid: pseudonym })
}

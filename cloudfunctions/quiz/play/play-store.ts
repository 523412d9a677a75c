import { deriveId } from 'types/ids'
import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import type { ClosedPaper, PaperDoc, PlayDoc } from '../documents'

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

export const findOverdue = (before: Date) =>
  plays.list({ state: 'answering', 'paper.dueAt': command.lt(before) }, { limit: 100 })
export const findPlays = (ids: readonly string[]) => plays.list({ _id: command.in(ids) })
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

/** Puts a pseudonym in the place of a player: in what waits for the drainer, in his plays, among the papers. */
export const forgetPlayer = async (openid: string, pseudonym: string) => {
  const waiting = { openid, 'outbox.payload.openid': openid }
  // One paper of each play a round; more than a hundred never wait.
  for (let round = 0; round < 100; round++)
    if ((await plays.update(waiting, { 'outbox.$.payload.openid': pseudonym })) === 0) break
  await plays.update({ openid }, { openid: pseudonym, name: null })
  await papers.update({ openid }, { openid: pseudonym })
}

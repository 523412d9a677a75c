import { deriveId } from 'types/ids'
import { command } from '../kit/cloud'
import { collection, type Patch } from '../kit/collection'
import type { ClosedPaper, PaperDoc, PlayDoc } from './documents'

export const plays = collection<PlayDoc>('plays')
const papers = collection<PaperDoc>('papers')

export const playId = (campaignId: string, openid: string) => deriveId('play', campaignId, openid)

export const findPlay = (campaignId: string, openid: string) => plays.find(playId(campaignId, openid))
export const createPlay = (play: PlayDoc) => plays.insert(play)

/** false where another phone was faster. */
export const movePlay = async (play: PlayDoc, patch: Patch) =>
  (await plays.update(
    { _id: play._id, state: play.state, version: play.version },
    { ...patch, version: play.version + 1 },
  )) > 0

export const findPlaysOf = (openid: string) => plays.list({ openid }, { limit: 100 })
export const findOverdue = (before: Date) =>
  plays.list({ state: 'answering', 'paper.dueAt': command.lt(before) }, { limit: 100 })

export const archivePapers = (closed: readonly PaperDoc[]) => papers.putNew(closed)

/** Papers handed in that the drainer has not laid to rest yet. */
export const closedWaiting = (play: PlayDoc | null): PaperDoc[] =>
  (play?.outbox ?? []).filter((item) => item.kind === 'paper').map((item) => item.payload as PaperDoc)

/** A closed paper of this person, at rest or on its way there; null for anyone else's. */
export const findClosed = async (play: PlayDoc | null, id: string, openid: string): Promise<PaperDoc | null> => {
  const waiting = closedWaiting(play).find((paper) => paper.id === id)
  const closed = waiting ?? (await papers.find(id))
  return closed?.openid === openid ? closed : null
}
export const findPapers = (campaignId: string, openid: string, fields: readonly (keyof ClosedPaper)[]) =>
  papers.list({ campaignId, openid }, { sort: [['submittedAt', 'desc']], limit: 100, fields })
export const forgetPlayer = async (openid: string, pseudonym: string) => {
  await papers.update({ openid }, { openid: pseudonym })
  await plays.update({ openid }, { openid: pseudonym })
}

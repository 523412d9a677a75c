import { command } from '../../kit/cloud'
import type { PlayDoc } from '../documents'
import { movePlay, plays } from '../play/play-store'
import type { Asking } from './documents'

const keptAskings = 100

/** Spends the chances and notes what was asked for, one update; false where another phone was faster. */
export const askOnPlay = (play: PlayDoc, asking: Asking, now: Date) =>
  movePlay(play, {
    spent: command.inc(asking.cost),
    askings: command.push({ each: [asking], slice: -keptAskings }),
    outbox: command.push([
      { id: `${asking.id}.claim`, to: 'local', kind: 'claim', payload: { playId: play._id, claimId: asking.id } },
    ]),
    // Who has waited longer is served first: what is asked later must not move him back.
    outboxAt: play.outboxAt ?? now,
    updatedAt: now,
  })

const askerFields = ['campaignId', 'openid', 'under', 'name', 'unit', 'excluded', 'askings'] as const
export type Asker = Pick<PlayDoc, '_id' | (typeof askerFields)[number]>

export const findAskers = (ids: readonly string[]): Promise<Asker[]> =>
  plays.list({ _id: command.in(ids) }, { fields: askerFields, limit: 1000 })
export const findAsker = async (id: string): Promise<Asker | null> => (await findAskers([id]))[0] ?? null

const stillAsking = (playId: string, claimId: string) => ({
  _id: playId,
  askings: command.elemMatch({ id: claimId, state: 'asking' }),
})

/** The same asking once more, not before `later`. */
export const askAgain = (playId: string, claimId: string, later: Date) =>
  plays.update(
    { _id: playId },
    {
      outbox: command.push([
        { id: `${claimId}.claim.${later.getTime()}`, to: 'local', kind: 'claim', payload: { playId, claimId } },
      ]),
      outboxAt: later,
    },
  )

/** false where it was settled already, one way or the other. */
export const settleWon = async (playId: string, claimId: string) =>
  (await plays.update(stillAsking(playId, claimId), { 'askings.$.state': 'won' })) > 0

/** Nothing was left: the chances come back with the word. */
export const settleNone = (playId: string, { id, cost }: Asking) =>
  plays.update(stillAsking(playId, id), { 'askings.$.state': 'none', spent: command.inc(-cost) })

const entrantFields = [
  'openid',
  'name',
  'unit',
  'earned',
  'chances',
  'spent',
  'rankScore',
  'excluded',
  'createdAt',
] as const
export type Entrant = Pick<PlayDoc, '_id' | (typeof entrantFields)[number]>
const pageSize = 500

/** Every player of the contest, a page at a time, by id. */
export async function* eachPlayer(campaignId: string): AsyncGenerator<Entrant[]> {
  for (let last = ''; ;) {
    const filter = { campaignId, _id: command.gt(last) }
    const page = await plays.list(filter, { sort: [['_id', 'asc']], limit: pageSize, fields: entrantFields })
    yield page
    if (page.length < pageSize) return
    last = page.at(-1)?._id ?? ''
  }
}

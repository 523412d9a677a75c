import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import { hazardAlike, type Compared } from 'types/hazard-alike'
import { offeredFrom, similarDays, similarShown, type similarEntries } from 'types/hazard-similar'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { spot } from '../report/standing'
import { findBooth, listNear } from './join-store'

type Similar = typeof similarEntries.similar

const dayMs = 86_400_000
export const since = (now: Date) => new Date(now.getTime() - similarDays * dayMs)

// An enterprise is known by itself; without one, what lies around the booth where the person stands.
const spotsOf = async ({ enterpriseId, boothId }: InputOf<Similar>): Promise<string[]> => {
  if (enterpriseId) return [spot.enterprise(enterpriseId)]
  const booth = boothId ? await findBooth(boothId) : null
  return booth ? [spot.booth(booth._id), spot.node(booth.nodeId)] : []
}

const toRow = (doc: HazardDoc, openid: string) => ({
  ...{ id: doc._id, kind: doc.kind, place: doc.place, state: doc.state, on: dateOf(doc.createdAt) },
  people: doc.joins + 1,
  mine: openid !== '' && doc.followers.includes(openid),
})

export const comparedOf = ({ words, place, kind, enterprise, createdAt }: HazardDoc): Compared => ({
  ...{ words, place, kind, enterpriseId: enterprise?.id ?? null, at: createdAt.getTime() },
})

/**
 * The most alike of these, best first. Words weigh most: who only knows a place learns of nothing that others reported
 * there.
 */
export const mostAlike = (told: Compared, docs: readonly HazardDoc[], most: number) =>
  docs
    .map((doc) => ({ doc, alike: hazardAlike(told, comparedOf(doc)) }))
    .filter(({ alike }) => alike >= offeredFrom)
    .sort((left, right) => right.alike - left.alike)
    .slice(0, most)
    .map(({ doc }) => doc)

/** Open hazards like the one being written, for who knows place and words himself: at most two trips. */
export const similar: Handler<Similar> = async (input, { caller: { openid }, now }) => {
  const spots = await spotsOf(input)
  const near = spots.length > 0 ? await listNear(spots, since(now)) : []
  const { place = '', words, kind = 'other', enterpriseId = null } = input
  const told = { place, words, kind, enterpriseId, at: now.getTime() }
  return { items: mostAlike(told, near, similarShown).map((doc) => toRow(doc, openid)) }
}

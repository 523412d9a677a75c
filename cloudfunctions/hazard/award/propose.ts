import { AppError } from 'types/app-error'
import { tailName } from 'types/hazard-award-names'
import { deriveId } from 'types/ids'
import type { AwardDoc, AwardPlace, Candidate } from './award'
import { findKnown, listClosed, listEmployers, listRewarded } from './award-store'
import { hidingNodes, openidsOf, ranked, sift, type Refused } from './eligible'

/** Everybody eligible in the order of the rule: who is taken, who waits below the line, who was left out. */
export type Proposal = {
  chosen: Candidate[]
  waiting: Candidate[]
  left: (Candidate & { reason: string })[]
  tally: Record<Refused | 'hazards' | 'people' | 'rewarded', number>
}

/** How a list calls somebody. */
export const labelOf = ({ callable, masked, code, first }: Candidate) =>
  callable && masked ? masked : tailName(code, first)

/** What the list looked like to whoever announces it. */
export const digestOf = (doc: Pick<AwardDoc, '_id'>, chosen: readonly Candidate[]) =>
  deriveId('award-list', doc._id, ...chosen.map(({ of }) => of))

/**
 * Whom the rule rewards as things stand now, without who stands in another list for the same hazard.
 * @throws AppError TOO_LARGE where more than 5,000 hazards were closed in the time
 */
export const propose = async (doc: AwardDoc): Promise<Proposal> => {
  const { found, more } = await listClosed(doc.node.id, doc)
  if (more) throw new AppError('TOO_LARGE', { message: '这段时间销号的隐患超过 5000 条，请把时间分成几批。' })
  const [known, employers] = await Promise.all([findKnown(openidsOf(found)), listEmployers(hidingNodes(found))])
  const { candidates, refused } = sift(found, doc, doc.under, { known, employers })
  const taken = await listRewarded([...new Set(candidates.map(({ token }) => token))], doc._id)
  const free = candidates.filter(({ token }) => !taken.has(token))
  const everybody = ranked(free)
  const reasons = new Map(doc.left.map(({ person, reason }) => [person, reason]))
  const inside = new Set(doc.places.map(({ person }) => person))
  const eligible = everybody.filter(({ person }) => !reasons.has(person) && !inside.has(person))
  const room = Math.max(0, doc.count - doc.places.length)
  return {
    chosen: eligible.slice(0, room),
    waiting: eligible.slice(room),
    left: everybody.flatMap((one) => {
      const reason = reasons.get(one.person)
      return reason === undefined ? [] : [{ ...one, reason }]
    }),
    tally: { hazards: found.length, people: everybody.length, rewarded: candidates.length - free.length, ...refused },
  }
}

const rewardOf = ({ rewards, reward }: AwardDoc, of: string) => rewards.find((one) => one.of === of)?.reward ?? reward

/** These people with a seat each, numbered on from the last seat ever given. */
export const seated = (doc: AwardDoc, chosen: readonly Candidate[], from: number, now: Date): AwardPlace[] =>
  chosen.map((one, index) => ({
    ...one,
    ...{ seat: from + index, shownAt: now, reward: rewardOf(doc, one.of), handed: null },
  }))

/** Marks of what a list rewards. */
export const rewardedBy = (doc: Pick<AwardDoc, '_id'>, places: readonly AwardPlace[]) =>
  places.length > 0 ? places.map(({ token }) => token) : [`.${doc._id}`]

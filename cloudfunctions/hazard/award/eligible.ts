import { deriveId } from 'types/ids'
import { gradeRank, reachesGrade, type AwardContent } from 'types/hazard-award'
import { surnameOf } from 'types/hazard-award-names'
import { fingerprint } from '../../kit/sensitive'
import type { HazardDoc } from '../hazard'
import { reportersOf, type ReporterOf } from '../join/reporters'
import type { Candidate } from './award'
import type { Earned, Known } from './award-store'

/** Why somebody who reported is not counted. */
export type Refused = 'gone' | 'handlers' | 'employers'
export type Sifted = { candidates: Candidate[]; refused: Record<Refused, number> }

const keyMarkOf = (doc: Earned, { id }: ReporterOf) =>
  id === doc._id ? doc.keyMark : (doc.joiners.find(({ _id }) => _id === id)?.keyMark ?? null)

// Who can be found by nothing any more: erased, his key lost with him.
const isGone = (doc: Earned, one: ReporterOf) => !one.owner && !one.spoken && !keyMarkOf(doc, one)

// Where a report was led past, whoever made it; the employer of who gave no name.
const hidingOf = (doc: Earned, { identity, hiddenFrom }: ReporterOf) => [
  ...new Set([
    ...doc.hiddenFrom,
    ...hiddenFrom,
    ...(identity !== 'named' && doc.enterprise ? [doc.enterprise.nodeId] : []),
  ]),
]

/** Nodes reporters may have to be hidden from; a street that keeps an enterprise without a union is none. */
export const hidingNodes = (earned: readonly Earned[]): string[] => [
  ...new Set(earned.flatMap((doc) => reportersOf(doc as HazardDoc).flatMap((one) => hidingOf(doc, one)))),
]

/** What is known beside the hazards: people by openid, and which nodes are employers. */
export type Beside = { known: ReadonlyMap<string, Known>; employers: ReadonlySet<string> }

const employersOf = (doc: Earned, one: ReporterOf, { employers }: Beside) =>
  hidingOf(doc, one).filter((nodeId) => employers.has(nodeId))

// Had a hand in it, or an office over it: he may not reward himself, nor be paid for what is his work.
const handled = (doc: Earned, { personId, grants }: Known) =>
  doc.hands.includes(personId) ||
  doc.events.some(({ by }) => by === personId) ||
  grants.some(
    ({ role, nodeId, enterpriseId }) =>
      (role !== 'team-leader' && role !== 'fixer' && doc.under.includes(nodeId)) ||
      (role === 'fixer' && doc.enterprise !== null && enterpriseId === doc.enterprise.id),
  )

const personOf = ({ owner }: ReporterOf, { known }: Beside) => (owner ? known.get(owner) : undefined)

const refusalOf = (doc: Earned, one: ReporterOf, beside: Beside, line: readonly string[]): Refused | null => {
  if (isGone(doc, one)) return 'gone'
  const person = personOf(one, beside)
  if (person && handled(doc, person)) return 'handlers'
  // Nobody who keeps his name back is rewarded by no union of his own employer: to hand it over would show him there.
  return employersOf(doc, one, beside).some((nodeId) => line.includes(nodeId)) ? 'employers' : null
}

// What a team leader wrote down is taken back by the word on a slip alone: no list keeps a copy of it.
const nameOf = ({ identity }: ReporterOf, person: Known | undefined) =>
  identity === 'named' ? (person?.name ?? null) : null

// Keyed: who holds the list cannot try out whose it is.
const markOf = (hazardId: string, who: string) => deriveId('award', fingerprint(`award/${hazardId}/${who}`))

const toCandidate = (doc: Earned, one: ReporterOf, first: boolean, beside: Beside): Candidate => {
  const { _id: hazardId, code, serial, kind, grade, level, enterprise } = doc
  const who = one.owner ?? one.id
  const name = nameOf(one, personOf(one, beside))
  const employers = employersOf(doc, one, beside)
  return {
    ...{ of: one.id, hazardId, code, serial, kind, grade, level, enterprise: enterprise?.name ?? null },
    ...{ employers, employerId: one.identity !== 'named' ? (enterprise?.id ?? null) : null },
    ...{ identity: one.identity, owner: one.owner, person: who, token: markOf(hazardId, who) },
    ...{ masked: name && surnameOf(name), callable: name !== null && (doc.callable ?? []).includes(one.id) },
    ...{ first, at: one.at, hazards: 1 },
  }
}

const earnersOf = (doc: Earned, who: AwardContent['who']) => {
  const all = reportersOf(doc as HazardDoc).map((one, index) => ({ doc, one, first: index === 0 }))
  return who === 'first' ? all.slice(0, 1) : all
}

/** Everybody these hazards reward under the rule; `line` are the nodes from the root down to the batch's own. */
export const sift = (
  earned: readonly Earned[],
  rule: Pick<AwardContent, 'grade' | 'who'>,
  line: readonly string[],
  beside: Beside,
): Sifted => {
  const refused = { gone: 0, handlers: 0, employers: 0 }
  const candidates: Candidate[] = []
  for (const { doc, one, first } of earned
    .filter((hazard) => reachesGrade(hazard, rule.grade))
    .flatMap((hazard) => earnersOf(hazard, rule.who))) {
    const why = refusalOf(doc, one, beside, line)
    if (why) refused[why] += 1
    else candidates.push(toCandidate(doc, one, first, beside))
  }
  return { candidates, refused }
}

/** Openids of everybody who might be rewarded: whose offices have to be looked up. */
export const openidsOf = (earned: readonly Earned[]): string[] => [
  ...new Set(
    earned
      .flatMap(({ owner, joiners }) => [owner, ...joiners.map((joiner) => joiner.owner)])
      .filter((one) => one !== null),
  ),
]

const inOrder = (left: Candidate, right: Candidate) =>
  gradeRank(left) - gradeRank(right) || left.at.getTime() - right.at.getTime() || (left.of < right.of ? -1 : 1)

/** The gravest first, then the earliest; everybody once, with the best of his hazards and how many there are. */
export const ranked = (candidates: readonly Candidate[]): Candidate[] => {
  const best = new Map<string, Candidate>()
  for (const one of [...candidates].sort(inOrder)) {
    const before = best.get(one.person)
    best.set(one.person, before ? { ...before, hazards: before.hazards + 1 } : one)
  }
  return [...best.values()]
}

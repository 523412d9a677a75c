import { addDays, endOfDay, startOfDay, type CalendarDate } from 'types/calendar'
import type { NodeCore, PersonDocumentCore } from 'types/documents'
import { watchDays } from 'types/hazard-five'
import { command, database } from '../../kit/cloud'
import { collection, type Filter, type Patch } from '../../kit/collection'
import { countTrip } from '../../kit/current-call'
import type { HazardDoc } from '../hazard'
import type { ReportDay } from '../report/day-store'
import { isEmployer } from '../report/route'
import type { Pipeline } from '../../kit/joined'
import type { AwardDoc, HazardAward, ObjectionDoc } from './award'

export const awards = collection<AwardDoc>('hazard_awards')
export const objections = collection<ObjectionDoc>('hazard_objections')
const hazards = collection<HazardDoc>('hazards')
const people = collection<PersonDocumentCore>('people')
const nodes = collection<NodeCore>('nodes')

const newestFirst = [
  ['createdAt', 'desc'],
  ['_id', 'desc'],
] as const
const headFields = [
  ...['title', 'state', 'node', 'count', 'places.seat', 'announcedAt', 'objectUntil', 'finalAt'],
  ...['createdAt', 'version'],
]

export const findAward = (id: string) => awards.find(id)
export const createAward = (doc: AwardDoc) => awards.insert(doc)

export const pageOfAwards = (nodeId: string, page: { page: number; size: number }) =>
  awards.page({ under: nodeId }, { sort: newestFirst, ...page, fields: headFields })

/** What everybody may see, the latest first. */
export const listPublicAwards = (limit: number) =>
  awards.list(
    { state: command.in(['announced', 'final']) },
    { sort: [['announcedAt', 'desc']], limit, fields: headFields },
  )

/** The marks among these that stand in a list already. */
export const listRewarded = async (tokens: readonly string[], but: string): Promise<Set<string>> => {
  const taken = new Set<string>()
  for (let start = 0; start < tokens.length; start += chunk) {
    const some = tokens.slice(start, start + chunk)
    const found = await awards.list({ rewarded: command.in(some) }, { fields: ['rewarded'] })
    for (const { _id, rewarded } of found) if (_id !== but) for (const token of rewarded) taken.add(token)
  }
  return taken
}

/** Lists this person stands in, and those he was left out of. */
export const listAwardsOf = async (openid: string): Promise<AwardDoc[]> => {
  const [inside, outside] = await Promise.all([
    awards.list({ 'places.owner': openid }),
    awards.list({ 'left.person': openid }),
  ])
  return [...new Map([...inside, ...outside].map((doc) => [doc._id, doc])).values()]
}

/** Takes messages to this person out of the outboxes before they are carried out. */
export const withdrawWord = (openid: string) =>
  awards.update({ 'places.owner': openid }, { outbox: command.pull({ 'payload.openid': openid }) })

export const listOverAwards = (now: Date, limit: number) =>
  awards.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit })

/** Changes what belongs to no move of the table. 0 where `still` no longer holds. */
export const patchAward = (id: string, still: Filter, patch: Patch) => awards.update({ _id: id, ...still }, patch)

const chunk = 400
const mostRead = 5_000
const earnedFields = [
  ...['code', 'serial', 'kind', 'grade', 'level', 'enterprise', 'identity', 'owner', 'keyMark', 'spoken', 'joiners'],
  ...['hands', 'hiddenFrom', 'under', 'createdAt', 'callable', 'events.by', 'state'],
]
/** A closed hazard with what tells who earned something by it. */
export type Earned = Pick<
  HazardDoc,
  | '_id'
  | 'code'
  | 'serial'
  | 'kind'
  | 'grade'
  | 'level'
  | 'enterprise'
  | 'identity'
  | 'owner'
  | 'keyMark'
  | 'spoken'
  | 'joiners'
  | 'hands'
  | 'hiddenFrom'
  | 'under'
  | 'createdAt'
  | 'callable'
> & { events: { by: string }[] }

type Range = { from: CalendarDate; to: CalendarDate; kinds: readonly string[] }

/**
 * Hazards of a subtree closed between two dates, at most 5,000. A hazard is watched for so many days after its closing:
 * the end of the watch tells the day, and reopened ones are not closed.
 * @returns `more` where there are others
 */
export const listClosed = async (nodeId: string, { from, to, kinds }: Range) => {
  const watched = command.and(
    command.gte(startOfDay(addDays(from, watchDays.until))),
    command.lte(endOfDay(addDays(to, watchDays.until))),
  )
  const where: Filter = {
    ...{ under: nodeId, watchUntil: watched, state: 'closed' },
    ...(kinds.length > 0 && { kind: command.in(kinds) }),
  }
  const sort = [
    ['watchUntil', 'asc'],
    ['_id', 'asc'],
  ] as const
  const found: Earned[] = []
  for (let page = 1; found.length < mostRead; page++) {
    const { items, more } = await hazards.page(where, { sort, page, size: chunk, fields: earnedFields })
    found.push(...items)
    if (!more) return { found, more: false }
  }
  return { found, more: true }
}

/** The hazards among these that are closed now. */
export const listStillClosed = async (ids: readonly string[]): Promise<Set<string>> => {
  const found = await hazards.list({ _id: command.in(ids), state: 'closed' }, { fields: ['state'] })
  return new Set(found.map(({ _id }) => _id))
}

export type Known = Pick<PersonDocumentCore, '_id' | 'personId' | 'name' | 'grants'>

export const findKnown = async (openids: readonly string[]): Promise<Map<string, Known>> => {
  const known = new Map<string, Known>()
  for (let start = 0; start < openids.length; start += chunk) {
    const some = openids.slice(start, start + chunk)
    const found = await people.list({ _id: command.in(some) }, { fields: ['personId', 'name', 'grants'] })
    for (const person of found) known.set(person._id, person)
  }
  return known
}

/** The employers among these nodes: enterprises, workshops, teams. */
export const listEmployers = async (ids: readonly string[]): Promise<Set<string>> => {
  const employers = new Set<string>()
  for (let start = 0; start < ids.length; start += chunk) {
    const found = await nodes.list({ _id: command.in(ids.slice(start, start + chunk)) }, { fields: ['type'] })
    for (const node of found) if (isEmployer(node)) employers.add(node._id)
  }
  return employers
}

/** Writes a reward into the hazard it was earned with, or takes this batch's out again. */
export const noteInHazard = (hazardId: string, of: string, awardId: string, award: HazardAward | null) =>
  award
    ? hazards.update({ _id: hazardId }, { [`awards.${of}`]: award })
    : hazards.update({ _id: hazardId, [`awards.${of}.id`]: awardId }, { [`awards.${of}`]: null })

export const findObjection = (id: string) => objections.find(id)
export const createObjection = (doc: ObjectionDoc) => objections.insert(doc)
export const listObjections = (awardId: string) =>
  objections.list({ awardId }, { sort: [['createdAt', 'desc']], limit: 200 })
export const listObjectionsToTell = (now: Date, limit: number) =>
  objections.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit })
export const patchObjection = (id: string, still: Filter, patch: Patch) =>
  objections.update({ _id: id, ...still }, patch)
/** Who erased himself objected as nobody; what still waits to reach him is withdrawn. */
export const forgetObjector = (openid: string) =>
  objections.update({ owner: openid }, { owner: null, outbox: command.pull({ 'payload.openid': openid }) })

export type ObjectionStart = AwardDoc & { present: ObjectionDoc[]; day: ReportDay[] }

/** A batch, the objection where it came in before, and the day's count of its sender, in one trip. */
export const findObjectionStart = async (beside: { awardId: string; objectionId: string; dayId: string }) => {
  const { awardId, objectionId, dayId } = beside
  countTrip()
  const all = database.collection('hazard_awards') as unknown as { aggregate(): Pipeline }
  const found = await all
    .aggregate()
    .match({ _id: awardId })
    .limit(1)
    .addFields({ objectionId, dayId })
    .lookup({ from: 'hazard_objections', localField: 'objectionId', foreignField: '_id', as: 'present' })
    .lookup({ from: 'report_days', localField: 'dayId', foreignField: '_id', as: 'day' })
    .end()
  return (found.list[0] as ObjectionStart | undefined) ?? null
}

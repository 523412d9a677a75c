import { AppError } from 'types/app-error'
import { dueAfterDays, formatDate, isOverdue } from 'types/calendar'
import { movesFor } from 'types/state-machine'
import { honourMachine, type HonourRow, type honourEntries } from 'types/volunteer-year-award'
import type * as z from 'types/zod'
import { born } from '../../kit/aggregate'
import type { StoredGrant } from '../../kit/identity'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { findNode, type NodeDoc } from '../node-store'
import { findTeam } from '../team/team-store'
import { knownBy, nameOf } from '../year/names'
import type { HonourDoc } from './honour-doc'
import { createHonour, findHonour, moveHonour, pageHonours } from './honour-store'

type Entries = typeof honourEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

export const honour = {
  load: (input: { id: string }) => findHonour(input.id),
  under: (doc: HonourDoc) => doc.under,
}
// From the lineage, so that a moved union is decided about by the one it lies below now.
const decidersOf = ({ under }: HonourDoc) => (under.length > 1 ? under.slice(0, -1) : under)

/** Decided by the union above the one that recommends. */
export const honourDecision = {
  load: (input: { id: string }) => findHonour(input.id),
  under: decidersOf,
}

const actsOf = (doc: HonourDoc, grants: readonly StoredGrant[]) => {
  const decides = grants.some(({ nodeId }) => decidersOf(doc).includes(nodeId))
  const acts = movesFor(honourMachine, doc.state, 'officer').map(({ act }) => act)
  return acts.filter((act) => act === 'withdraw' || decides)
}

const toRow = (
  doc: HonourDoc,
  person: ApplicationDoc | undefined,
  grants: readonly StoredGrant[],
): z.input<typeof HonourRow> => {
  const { _id: id, version, kind, year, team, node, decider, reason, state } = doc
  return {
    ...{ id, version, kind, year, name: team?.name ?? nameOf(person), employer: person?.personal?.unit ?? null },
    ...{ node: node.name, decider, reason, state, announcedAt: doc.announcedAt, objectUntil: doc.objectUntil },
    ...{ objections: doc.objections, closing: doc.closing, certified: doc.certified, acts: actsOf(doc, grants) },
  }
}

export const honours: Handler<Entries['honours'], NodeDoc> = async (input, { subject: node, caller }) => {
  const { items, more } = await pageHonours(node._id, input.year, input)
  const people = await knownBy(items.flatMap(({ applicationId }) => applicationId ?? []))
  return { items: items.map((doc) => toRow(doc, people.get(doc.applicationId ?? ''), caller.grants)), more }
}

type Whom = Pick<HonourDoc, 'applicationId' | 'team'> & { openid: string | null }

const readWhom = async (kind: 'person' | 'team', id: string, nodeId: string): Promise<Whom> => {
  if (kind === 'team') {
    const team = await findTeam(id)
    if (!team?.under.includes(nodeId) || team.state !== 'working') throw refuse('没有找到这支队伍，请刷新后再推荐。')
    return { applicationId: null, team: { id, name: team.name }, openid: null }
  }
  const person = await findApplication(id)
  if (person?.state !== 'enrolled' || !person.under.includes(nodeId))
    throw refuse('没有找到这位在册志愿者，请刷新后再推荐。')
  return { applicationId: id, team: null, openid: person.openid }
}

const deciderOf = async (node: NodeDoc): Promise<string> =>
  ((node.parentId && (await findNode(node.parentId))) || node).name

/** Recommends a volunteer or a team to the union above. Nobody recommends himself. */
export const recommendHonour: Handler<Entries['recommendHonour'], NodeDoc> = async (input, context) => {
  const { _id, nodeId, kind, subjectId, year, reason } = input
  const { subject: node, caller, now, acting } = context
  const { openid, ...whom } = await readWhom(kind, subjectId, nodeId)
  if (openid === caller.openid) throw new AppError('SAME_PERSON', { message: '不能推荐自己，请由另一位办理。' })
  const subject = `${year} 年度优秀推荐 ${node.name}`
  const birth = { _id, state: 'recommended' as const, under: node.under, subject, at: now, data: { kind, year } }
  const made: HonourDoc = {
    ...born(acting('officer'), birth),
    ...{ kind, ...whom, year, forKey: `${kind}.${subjectId}.${year}`, node: { id: nodeId, name: node.name } },
    decider: await deciderOf(node),
    ...{ recommendedBy: caller.personId, reason, shown: false, announcedAt: null, objectUntil: null },
    ...{ objections: [], closing: null, certified: false },
  }
  if (await createHonour(made)) return { id: _id, state: made.state, version: made.version }
  const present = await findHonour(_id)
  if (!present) throw new AppError('ALREADY_EXISTS', { message: '今年已经推荐过了，不用重复推荐。' })
  if (!isSameAuthor(present, made) || !isSame(present, made, ['applicationId', 'team', 'year', 'reason']))
    throw new AppError('ALREADY_EXISTS')
  return { id: _id, state: present.state, version: present.version }
}

const closing = ({ _id }: HonourDoc, reason: string) => ({ closing: reason, forKey: `closed.${_id}`, shown: false })

export const withdrawHonour: Handler<Entries['withdrawHonour'], HonourDoc> = async (
  { version, reason },
  { subject: doc, now, acting },
) => {
  const step = { at: now, set: closing(doc, reason), same: doc.closing === reason }
  return moveHonour(doc, acting('officer'), 'withdraw', version, step)
}

export const declineHonour: Handler<Entries['declineHonour'], HonourDoc> = async (
  { version, reason },
  { subject: doc, now, acting },
) => {
  const step = { at: now, set: closing(doc, reason), same: doc.closing === reason }
  return moveHonour(doc, acting('officer'), 'decline', version, step)
}

export const announceHonour: Handler<Entries['announceHonour'], HonourDoc> = async (
  { version, days },
  { subject: doc, caller, now, acting },
) => {
  if (doc.recommendedBy === caller.personId)
    throw new AppError('SAME_PERSON', { message: '推荐和公示要由两个人办理。' })
  const set = { shown: true, announcedAt: now, objectUntil: dueAfterDays(now, days) }
  return moveHonour(doc, acting('officer'), 'announce', version, { at: now, set, data: { days } })
}

export const answerHonour: Handler<Entries['answerHonour'], HonourDoc> = async (
  { version, objectionId, words },
  { subject: doc, now, acting },
) => {
  const asked = doc.objections.find(({ id }) => id === objectionId)
  if (!asked) throw new AppError('NOT_FOUND')
  const objections = doc.objections.map((one) => (one.id === objectionId ? { ...one, answer: words } : one))
  const step = { at: now, set: { objections }, same: asked.answer === words }
  return moveHonour(doc, acting('officer'), 'answer', version, step)
}

export const confirmHonour: Handler<Entries['confirmHonour'], HonourDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const until = doc.objectUntil ?? now
  if (doc.state === 'announced') {
    if (!isOverdue(until, now)) throw refuse(`公示到${formatDate(until)}结束，之后才能确认。`)
    if (doc.objections.some(({ answer }) => answer === null)) throw refuse('还有异议没有答复，答复后才能确认。')
  }
  return moveHonour(doc, acting('officer'), 'confirm', version, { at: now })
}

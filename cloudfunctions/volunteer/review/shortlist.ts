import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import { ageOn } from 'types/id-card'
import { educationLabels } from 'types/volunteer-form'
import { shortlistMachine, type ShortlistState, type shortlistEntries } from 'types/volunteer-shortlist'
import type { Subject } from '../../kit/access'
import { born, isReplay, move, type Aggregate } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { toRow } from '../views'
import { decideMany } from './reviews'
import { createShortlist, findShortlist, listCandidates, pageShortlists, shortlists } from './shortlist-store'

type Entries = typeof shortlistEntries
type Picked = { id: string; pick: 'in' | 'reserve' | 'out'; reason: string }
export type ShortlistDoc = Aggregate<ShortlistState> & {
  nodeId: string
  nodeName: string
  title: string
  places: number
  /** In the order of rank. */
  picks: Picked[]
}

export const shortlistSubject: Subject<ShortlistDoc> = {
  load: (input: { id: string }) => findShortlist(input.id),
  under: (doc) => doc.under,
}

const countOf = (doc: ShortlistDoc, pick: Picked['pick']) => doc.picks.filter((one) => one.pick === pick).length

const toHead = (doc: ShortlistDoc) => ({
  ...{ id: doc._id, title: doc.title, nodeName: doc.nodeName, places: doc.places, state: doc.state },
  ...{ chosen: countOf(doc, 'in'), reserve: countOf(doc, 'reserve'), at: doc.createdAt, version: doc.version },
})

const toCandidate = (doc: ApplicationDoc, list: ShortlistDoc, now: Date) => {
  const { personal } = doc
  const picked = list.picks.find(({ id }) => id === doc._id)
  return {
    ...toRow(doc),
    ...{ age: personal ? ageOn(personal.birthDate, dateOf(now)) : 0, post: personal?.post ?? '' },
    education: personal ? educationLabels[personal.education] : '',
    ...{ experience: personal?.experience ?? null, certificates: personal?.papers?.certificates.length ?? 0 },
    ...{ generalVolunteer: doc.generalVolunteer, frontLine: doc.frontLine },
    ...{ pick: picked?.pick ?? null, reason: picked?.reason ?? '', here: doc.deskId === list.nodeId },
  }
}

const heads: Handler<Entries['shortlists'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageShortlists(node._id, page, size)
  return { items: items.map(toHead), more }
}

/** The candidates: those of the list in their order, then who else waits at the desk. */
const one: Handler<Entries['shortlist'], ShortlistDoc> = async (_input, { subject: list, now }) => {
  const { docs, more } = await listCandidates(list)
  const rankOf = new Map(list.picks.map(({ id }, index) => [id, index]))
  const ranked = docs
    .map((doc, index) => ({ doc, rank: rankOf.get(doc._id) ?? list.picks.length + index }))
    .sort((left, right) => left.rank - right.rank)
  return { head: toHead(list), candidates: ranked.map(({ doc }) => toCandidate(doc, list, now)), more }
}

const create: Handler<Entries['createShortlist'], NodeDoc> = async (
  { _id, title, places },
  { subject: node, now, acting },
) => {
  if (node.authority !== 'union') throw new AppError('NOT_ALLOWED_NOW', { message: '择优推荐由工会办理。' })
  const subject = `择优推荐「${title}」`
  const doc: ShortlistDoc = {
    ...born(acting('officer'), { _id, state: 'open', under: node.under, subject, at: now, data: { places } }),
    ...{ nodeId: node._id, nodeName: node.name, title, places, picks: [] },
  }
  if (await createShortlist(doc)) return toHead(doc)
  const there = await findShortlist(_id)
  if (there && isSameAuthor(there, doc) && isSame(there, doc, ['nodeId', 'title', 'places'])) return toHead(there)
  throw new AppError('ALREADY_EXISTS')
}

const picksOf = ({ picks }: InputOf<Entries['saveShortlist']>): Picked[] =>
  picks.map(({ id, pick, reason = '' }) => ({ id, pick, reason }))

const save: Handler<Entries['saveShortlist'], ShortlistDoc> = async (input, { subject: doc, now, acting }) => {
  const picks = picksOf(input)
  const chosen = picks.filter(({ pick }) => pick === 'in').length
  if (new Set(picks.map(({ id }) => id)).size < picks.length)
    throw new AppError('INVALID_INPUT', { fields: { picks: '同一个人排了两次，请核对' } })
  if (chosen > doc.places)
    throw new AppError('INVALID_INPUT', { fields: { picks: `名额 ${doc.places} 个，已选 ${chosen} 人` } })
  const same = isSame(doc, { ...doc, picks }, ['picks'])
  const step = { at: now, same, set: { picks }, data: { chosen, ranked: picks.length } }
  return move(shortlists, shortlistMachine, doc, acting('officer'), 'save', input.version, step)
}

/**
 * Passes on those chosen, in one go, by the same door as every other review. The list is closed once all of them are
 * through; until then it stays open and the same call goes on.
 */
const pass: Handler<Entries['passShortlist'], ShortlistDoc> = async (
  { version, rows, opinion, entered },
  { subject: doc, caller, now, acting },
) => {
  const officer = acting('officer')
  if (doc.state !== 'open' && !isReplay(doc, officer, 'pass', version)) throw new AppError('NOT_ALLOWED_NOW')
  const chosen = new Set(doc.picks.filter(({ pick }) => pick === 'in').map(({ id }) => id))
  if (rows.some(({ id }) => !chosen.has(id)))
    throw new AppError('INVALID_INPUT', { fields: { rows: '只能报送名单里推荐的人，请先保存排序' } })
  const results = await decideMany(rows, { decision: 'approve', opinion, entered }, { caller, now, acting })
  const through = new Set(results.flatMap((result) => (result.ok ? [result.id] : [])))
  if ([...chosen].some((id) => !through.has(id))) return { results, state: doc.state, version: doc.version }
  const data = { passed: through.size, reserve: countOf(doc, 'reserve') }
  const done = await move(shortlists, shortlistMachine, doc, officer, 'pass', version, { at: now, data })
  return { results, state: done.state, version: done.version }
}

const drop: Handler<Entries['dropShortlist'], ShortlistDoc> = ({ version, reason }, { subject: doc, now, acting }) =>
  move(shortlists, shortlistMachine, doc, acting('officer'), 'drop', version, { at: now, data: { reason } })

export const shortlistHandlers = {
  ...{ shortlists: heads, shortlist: one, createShortlist: create },
  ...{ saveShortlist: save, passShortlist: pass, dropShortlist: drop },
}

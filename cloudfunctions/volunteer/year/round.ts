import { AppError } from 'types/app-error'
import { formatDate, isOverdue } from 'types/calendar'
import { movesFor } from 'types/state-machine'
import type { assessEntries, YearRound } from 'types/volunteer-year-assess'
import { yearListHash } from 'types/volunteer-year-list'
import { roundMachine } from 'types/volunteer-year-machine'
import { opensAt, quotaOf, yearRuleOf, type YearRule } from 'types/volunteer-year-rules'
import type * as z from 'types/zod'
import { born } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import { createRound, findRound, moveRound, roundKey } from './round-store'
import { peopleOf, readRound, type RoundPeople } from './round-size'
import { readYearRules } from './rules-store'
import type { RoundDoc, YearDoc } from './year-doc'

type Entries = typeof assessEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** One trip. */
const ruleOf = async (year: number) => yearRuleOf(year, await readYearRules())

export const yearRoundSubject = {
  load: (input: { id: string }) => findRound(input.id),
  under: (doc: RoundDoc) => doc.under,
}

/** Begins a node's assessment of a year; the clock takes everybody in who is in none yet. */
export const openRound: Handler<Entries['openRound'], NodeDoc> = async (
  { _id, nodeId, year },
  { subject: node, now, acting },
) => {
  const first = opensAt(year, await ruleOf(year))
  if (now < first) throw refuse(`${year} 年度考核从${formatDate(first)}开始。`)
  const birth = {
    ...{ _id, state: 'open' as const, under: node.under, at: now, subject: `${year} 年度考核 ${node.name}` },
    data: { year },
  }
  const made: RoundDoc = {
    ...born(acting('officer'), birth),
    ...{ roundKey: roundKey(nodeId, year), node: { id: nodeId, name: node.name }, year, work: 'gather' },
    ...{ listHash: null, sealedAt: null },
  }
  const done = { id: _id, state: made.state, version: made.version }
  if (await createRound(made)) return done
  const present = await findRound(_id)
  if (!present) throw new AppError('ALREADY_EXISTS', { message: '这个单位今年的考核已经开始了。' })
  if (!isSameAuthor(present, made) || !isSame(present, made, ['roundKey'])) throw new AppError('ALREADY_EXISTS')
  return done
}

/** Takes in who came on the roster after the round was opened. */
export const gatherRound: Handler<Entries['gatherRound'], RoundDoc> = async (
  { version },
  { subject: doc, now, acting },
) => moveRound(doc, acting('officer'), 'gather', version, { at: now, set: { work: 'gather' } })

const countOf = (people: RoundPeople) => ({
  ...{ proposed: people.proposed.length, confirmed: people.confirmed.length },
  ...{ agreed: people.agreed.length, objected: people.objected.length },
})

const excellentOf = (people: readonly Pick<YearDoc, 'result'>[]) =>
  people.filter(({ result }) => result === 'excellent').length

const toRound = (doc: RoundDoc, people: RoundPeople, rule: YearRule): z.input<typeof YearRound> => {
  const { _id: id, version, node, year, state, work, listHash, sealedAt } = doc
  const all = peopleOf(people)
  return {
    ...{ id, version, node: node.name, year, state, gathering: work !== null, people: all.length },
    ...{ excellent: excellentOf(all), quota: quotaOf(all.length, rule), waiting: countOf(people) },
    ...{ listHash, sealedAt, acts: movesFor(roundMachine, state, 'officer').map(({ act }) => act) },
  }
}

export const yearRound: Handler<Entries['yearRound'], RoundDoc> = async (_input, { subject: doc }) =>
  toRound(doc, await readRound(doc._id), await ruleOf(doc.year))

const checkSettled = (doc: RoundDoc, people: RoundPeople, rule: YearRule, now: Date) => {
  const { proposed, confirmed, objected, agreed } = people
  if (doc.work !== null) throw refuse('名单还在整理，请一分钟后再试。')
  const open = proposed.length + confirmed.length + objected.length
  if (open > 0) throw refuse(`还有 ${open} 人没有办完，办完才能封存。`)
  if (agreed.length === 0) throw refuse('名单上没有人，不能封存。')
  const last = agreed.map(({ objectUntil }) => objectUntil ?? now).reduce((a, b) => (a > b ? a : b))
  if (!isOverdue(last, now)) throw refuse(`本人提异议的时间到${formatDate(last)}为止，之后才能封存。`)
  const quota = quotaOf(agreed.length, rule)
  if (excellentOf(agreed) > quota) throw refuse(`“优秀”名额一共 ${quota} 个，现在多了，请先调整。`)
}

/**
 * Closes the list of a round under one hash. Nothing moves a year that was agreed upon and may no longer be objected to,
 * so the clock may mark them one by one afterwards.
 */
export const sealRound: Handler<Entries['sealRound'], RoundDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const people = await readRound(doc._id)
  if (doc.state === 'open') checkSettled(doc, people, await ruleOf(doc.year), now)
  const listHash = yearListHash(people.agreed)
  const set = { listHash, sealedAt: now, work: 'seal' as const }
  const data = { people: people.agreed.length, listHash }
  return moveRound(doc, acting('officer'), 'seal', version, { at: now, set, data })
}

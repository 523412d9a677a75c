import { AppError } from 'types/app-error'
import { awardMachine, type AwardAct, type AwardContent } from 'types/hazard-award'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import { born, isReplay, move, type Acting } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { Seat } from '../subjects'
import type { AwardDoc, Candidate } from './award'
import { awards, createAward, findAward } from './award-store'
import { labelOf, propose } from './propose'

type Entries = typeof awardOfficeEntries

const fields = ['title', 'count', 'from', 'to', 'grade', 'kinds', 'who', 'reward', 'claim'] as const

const contentOf = ({ title, count, from, to, grade, kinds, who, reward, claim }: AwardContent): AwardContent => {
  if (from > to) throw new AppError('INVALID_INPUT', { fields: { to: '截止日期不能早于起始日期' } })
  return { title, count, from, to, grade, kinds, who, reward, claim }
}

const doneOf = ({ _id: id, state, version }: AwardDoc) => ({ id, state, version })

/** A batch in the name of one node; its list follows from the rule until it is announced. */
export const draftAward: Handler<Entries['draftAward'], Seat> = async (input, { subject: node, now, acting }) => {
  const { _id } = input
  const content = contentOf(input)
  const birth = { _id, state: 'draft' as const, under: node.under, subject: `奖励 ${content.title}`, at: now }
  const doc: AwardDoc = {
    ...born(acting('officer'), { ...birth, data: { title: content.title, count: content.count } }),
    ...{ ...content, node: { id: node._id, name: node.name }, places: [], left: [], rewards: [], noticeDays: null },
    ...{ announcedAt: null, objectUntil: null, finalAt: null, reason: null, rewarded: [`.${_id}`], clockAt: null },
  }
  if (await createAward(doc)) return doneOf(doc)
  const before = await findAward(_id)
  if (!before || !isSameAuthor(before, doc) || !isSame(before, doc, fields)) throw new AppError('ALREADY_EXISTS')
  return doneOf(before)
}

type Change = { act: AwardAct; version: number; now: Date; same: boolean; data?: Record<string, unknown> }

/** One move of a batch. */
export const step = (doc: AwardDoc, acting: Acting, change: Change, set: Partial<AwardDoc>, push: Push = []) => {
  const { act, version, now, same, data } = change
  return move(awards, awardMachine, doc, acting, act, version, { at: now, same, data, set, push })
}
type Push = NonNullable<Parameters<typeof move>[6]['push']>

export const reviseAward: Handler<Entries['reviseAward'], AwardDoc> = (input, { subject: doc, now, acting }) => {
  const { version } = input
  const content = contentOf(input)
  const same = isSame({ ...doc, ...content }, doc, fields)
  const data = { title: content.title, count: content.count }
  return step(doc, acting('officer'), { act: 'revise', version, now, same, data }, content)
}

export const setReward: Handler<Entries['setReward'], AwardDoc> = (input, { subject: doc, now, acting }) => {
  const { of, reward, version } = input
  const before = doc.rewards.find((one) => one.of === of)?.reward
  const same = before?.money === reward.money && before.words === reward.words
  const rewards = [...doc.rewards.filter((one) => one.of !== of), { of, reward }]
  return step(doc, acting('officer'), { act: 'setReward', version, now, same, data: { of, ...reward } }, { rewards })
}

/** @throws AppError INVALID_INPUT for somebody the rule does not reward */
const findEligible = async (doc: AwardDoc, of: string): Promise<Candidate> => {
  const { chosen, waiting } = await propose(doc)
  const one = [...chosen, ...waiting].find((candidate) => candidate.of === of)
  if (!one) throw new AppError('INVALID_INPUT', { message: '这个人已经不在名单里了，请刷新后再看。' })
  return one
}

export const leaveOut: Handler<Entries['leaveOut'], AwardDoc> = async (input, { subject: doc, now, acting }) => {
  const { of, reason, version } = input
  const officer = acting('officer')
  const kept = doc.left.find((one) => one.of === of)
  const change: Change = { act: 'leaveOut', version, now, same: kept?.reason === reason, data: { of, reason } }
  if (doc.state !== 'draft' || isReplay(doc, officer, 'leaveOut', version)) return step(doc, officer, change, {})
  const one = await findEligible(doc, of)
  const left = [...doc.left, { of, person: one.person, label: labelOf(one), reason }]
  return step(doc, officer, change, { left })
}

export const takeBack: Handler<Entries['takeBack'], AwardDoc> = ({ of, version }, { subject: doc, now, acting }) => {
  const left = doc.left.filter((one) => one.of !== of)
  const same = doc.events.at(-1)?.data.of === of
  return step(doc, acting('officer'), { act: 'takeBack', version, now, same, data: { of } }, { left })
}

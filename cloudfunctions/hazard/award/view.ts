import { isOverdue } from 'types/calendar'
import { awardMachine, gradeWord } from 'types/hazard-award'
import type { AwardPlaceView, awardOfficeEntries } from 'types/hazard-award-office'
import { movesFor } from 'types/state-machine'
import type * as z from 'types/zod'
import type { StoredEvent } from '../../kit/aggregate'
import type { StoredGrant } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import type { AwardDoc, AwardPlace, Candidate, ObjectionDoc } from './award'
import { findAward, findKnown, listObjections, pageOfAwards } from './award-store'
import type { Seat } from '../subjects'
import { digestOf, labelOf, propose, type Proposal } from './propose'

type Entries = typeof awardOfficeEntries
type Seated = Candidate & Partial<Pick<AwardPlace, 'seat' | 'handed'>> & Pick<AwardPlace, 'reward'>

const rowOf = (doc: AwardDoc) => {
  const { _id: id, title, state, node, count, places, announcedAt, objectUntil, createdAt, version } = doc
  return {
    id,
    title,
    state,
    node: node.name,
    count,
    people: places.length,
    announcedAt,
    objectUntil,
    createdAt,
    version,
  }
}

export const awardsOf: Handler<Entries['awards'], Seat> = async (input, { subject }) => {
  const { items, more } = await pageOfAwards(subject._id, input)
  return { items: items.map(rowOf), more }
}

/** Whether one of these grants lies within the employer somebody keeps his name from. */
export const isKept = ({ employers, employerId }: Candidate, grants: readonly StoredGrant[]) =>
  grants.some(
    ({ under, enterpriseId }) =>
      (employerId !== null && enterpriseId === employerId) || employers.some((nodeId) => under.includes(nodeId)),
  )

const hazardOf = ({ hazardId: id, serial, code, enterprise }: Candidate) => ({ id, number: serial ?? code, enterprise })

const placeOf = (one: Seated, grants: readonly StoredGrant[]): z.input<typeof AwardPlaceView> => {
  const { of, identity, first, hazards, at: reportedAt, reward, masked: name, seat = null, handed = null } = one
  const hazard = isKept(one, grants) ? null : hazardOf(one)
  return {
    of,
    seat,
    label: labelOf(one),
    name,
    identity,
    grade: gradeWord(one),
    hazard,
    first,
    hazards,
    reportedAt,
    reward,
    handed,
  }
}

const withReward = ({ rewards, reward }: AwardDoc, one: Candidate): Seated => ({
  ...one,
  reward: rewards.find(({ of }) => of === one.of)?.reward ?? reward,
})

type Facts = Partial<Record<'people' | 'days' | 'seat' | 'reason' | 'seats' | 'count', string | number>>
const titles: Record<string, (facts: Facts) => { title: string; detail?: string }> = {
  create: () => ({ title: '拟定名单条件' }),
  revise: () => ({ title: '修改了条件' }),
  setReward: () => ({ title: '修改了一个人的奖励' }),
  leaveOut: ({ reason }) => ({ title: '一个人不列入', detail: String(reason) }),
  takeBack: () => ({ title: '一个人重新列入' }),
  announce: ({ people, days }) => ({ title: `开始公示 ${people} 人`, detail: `公示 ${days} 个工作日` }),
  drop: ({ seat, reason }) => ({ title: `第 ${seat} 位移出名单`, detail: String(reason) }),
  forget: ({ seats }) => ({ title: seats ? `第 ${seats} 位已注销，移出名单` : '有人注销，姓名不再保留' }),
  finish: ({ people }) => ({ title: `名单定稿，${people} 人` }),
  handOver: ({ seat }) => ({ title: `第 ${seat} 位已发放` }),
  withdraw: ({ reason }) => ({ title: '这批不办了', detail: String(reason) }),
}

const toLine = ({ act, at, data }: StoredEvent) => {
  const line = titles[act]?.(data as Facts)
  return line ? [{ at, ...line, tone: 'done' as const }] : []
}

const actsOf = (doc: AwardDoc, now: Date) =>
  movesFor(awardMachine, doc.state, 'officer')
    .map(({ act }) => act)
    .filter((act) => act !== 'finish' || isOverdue(doc.objectUntil ?? now, now))

const none: Proposal = {
  ...{ chosen: [], waiting: [], left: [] },
  tally: { hazards: 0, people: 0, rewarded: 0, gone: 0, handlers: 0, employers: 0 },
}
const shownWaiting = 5

const objectionRow = (doc: ObjectionDoc, names: Awaited<ReturnType<typeof findKnown>>) => {
  const { _id: id, version, state, seat, label, words, wordsCheck, createdAt: at, owner, answer } = doc
  const by = owner && (names.get(owner)?.name ?? '未填写姓名')
  return { id, version, state, seat, label, words, flagged: wordsCheck === 'review', at, by, answer }
}

const objectionsOf = async (doc: AwardDoc) => {
  if (doc.state === 'draft') return []
  const all = await listObjections(doc._id)
  const names = await findKnown(all.flatMap(({ owner }) => owner ?? []))
  return all.map((one) => objectionRow(one, names))
}

/** One batch: of a draft the list as the rule proposes it now, afterwards the list as it was shown. */
export const award: Handler<Entries['award'], AwardDoc> = async (_input, { subject: doc, caller, now }) => {
  const isOpen = doc.state === 'draft' || doc.state === 'announced'
  const [proposal, raised, self] = await Promise.all([
    isOpen ? propose(doc) : none,
    objectionsOf(doc),
    // Every office counts, not only those the entry asks for.
    findKnown([caller.openid]),
  ])
  const grants = self.get(caller.openid)?.grants ?? caller.grants
  const { from, to, grade, kinds, who, reward, claim, noticeDays, finalAt, reason } = doc
  const list: Seated[] = doc.state === 'draft' ? proposal.chosen.map((one) => withReward(doc, one)) : doc.places
  const next = proposal.waiting.slice(0, shownWaiting).map((one) => placeOf(withReward(doc, one), grants))
  return {
    ...{ ...rowOf(doc), from, to, grade, kinds, who, reward, claim, noticeDays, finalAt, reason },
    places: list.map((one) => placeOf(one, grants)),
    waiting: { count: proposal.waiting.length, next },
    left: doc.left.map(({ of, label, reason: why }) => ({ of, label, reason: why })),
    ...{ tally: proposal.tally, digest: digestOf(doc, proposal.chosen), objections: raised },
    ...{ acts: actsOf(doc, now), timeline: doc.events.flatMap(toLine) },
  }
}

export const awardSubject = {
  load: (input: { id: string }) => findAward(input.id),
  under: (doc: AwardDoc) => doc.under,
}

import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, text } from './fields'
import { AwardState, ObjectionState } from './hazard-award'
import { PublicName } from './hazard-award-own'
import type { Contract } from './contract'

/** One place on a public list: nothing in it leads to who asked to stay unknown. */
const PublicPlace = z.object({
  seat: z.int().describe('stays with the place; a gap is somebody who was taken off'),
  label: z.string().describe('王** or 线索 …7K2 的上报人'),
  detail: z.string().nullable().describe('enterprise and number, only of who agreed to his surname'),
  grade: z.string(),
  reward: z.string(),
})
export type PublicPlace = z.output<typeof PublicPlace>

const head = {
  id: Id,
  title: z.string(),
  state: AwardState,
  issuer: z.string(),
  announcedAt: Instant,
  objectUntil: Instant,
  finalAt: Instant.nullable(),
}
const AwardHead = z.object({ ...head, people: z.int() })
export type AwardHead = z.output<typeof AwardHead>
export const PublicAward = z.object({
  ...head,
  rule: z.string().describe('what was rewarded, in one line'),
  claim: z.object({ where: z.string(), until: z.string() }),
  places: z.array(PublicPlace),
})
export type PublicAward = z.output<typeof PublicAward>

export const ObjectionView = z.object({
  id: Id,
  awardId: Id,
  award: z.string(),
  seat: z.int().nullable(),
  words: z.string(),
  state: ObjectionState,
  at: Instant,
  answer: z.object({ words: z.string(), upheld: z.boolean(), at: Instant }).nullable(),
})
export type ObjectionView = z.output<typeof ObjectionView>

/** What everybody may see and do about rewards, and what a reporter chooses for himself. */
export const awardEntries = {
  publicAwards: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(AwardHead) }).describe('the latest twenty'),
    access: 'anyone',
  },
  publicAward: { kind: 'query', input: z.strictObject({ id: Id }), output: PublicAward, access: 'anyone' },
  object: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('who knows it may read the answer'),
      id: Id.describe('of the batch'),
      seat: z.int().min(1).max(9_999).nullable().describe('about one place, or about the whole list'),
      words: text(300, '异议内容'),
      named: z.boolean().describe('false: nothing of the objector is kept'),
    }),
    output: Done,
    access: 'anyone',
    audit: '提出异议',
  },
  objection: { kind: 'query', input: z.strictObject({ id: Id }), output: ObjectionView, access: 'anyone' },
  namePublicly: {
    kind: 'command',
    input: z.strictObject({ id: Id, name: PublicName }),
    output: Done,
    access: { owner: 'followed' },
    audit: '选择公示称呼',
  },
} as const satisfies Contract

import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, TimelineItem, Version, text } from './fields'
import { HazardKind, ReporterIdentity } from './hazard'
import {
  AwardGrade,
  AwardState,
  AwardWho,
  ObjectionState,
  Reward,
  awardContent,
  fewestNoticeDays,
} from './hazard-award'
import type { Contract } from './contract'

const row = {
  id: Id,
  title: z.string(),
  state: AwardState,
  node: z.string(),
  count: z.int(),
  people: z.int().describe('places taken; 0 while it is a draft'),
  announcedAt: Instant.nullable(),
  objectUntil: Instant.nullable(),
  createdAt: Instant,
  version: Version,
}
export const AwardRow = z.object(row)
export type AwardRow = z.output<typeof AwardRow>

export const AwardPlaceView = z.object({
  of: Id.describe('the report, or the join, that earned it'),
  seat: z.int().nullable().describe('null before the list is announced'),
  label: z.string().describe('as the public list has it'),
  name: z.string().nullable().describe('masked, of who gave it'),
  identity: ReporterIdentity,
  grade: z.string(),
  hazard: z
    .object({ id: Id, number: z.string(), enterprise: z.string().nullable() })
    .nullable()
    .describe('kept from whoever holds an office within the employer of a hidden one'),
  first: z.boolean(),
  hazards: z.int().describe('how many of his count in this batch'),
  reportedAt: Instant,
  reward: Reward,
  handed: z.object({ at: Instant, by: z.string() }).nullable(),
})
export type AwardPlaceView = z.output<typeof AwardPlaceView>

const ObjectionRow = z.object({
  id: Id,
  version: Version,
  state: ObjectionState,
  seat: z.int().nullable(),
  label: z.string().nullable(),
  words: z.string(),
  flagged: z.boolean().describe('the content check asks for a second look'),
  at: Instant,
  by: z.string().nullable().describe('null where he gave no name'),
  answer: z.object({ words: z.string(), upheld: z.boolean(), at: Instant }).nullable(),
})
export type ObjectionRow = z.output<typeof ObjectionRow>

export const AwardView = z.object({
  ...row,
  ...{ from: z.string(), to: z.string(), grade: AwardGrade, kinds: z.array(HazardKind), who: AwardWho },
  reward: Reward,
  claim: z.object({ where: z.string(), until: z.string() }),
  noticeDays: z.int().nullable(),
  finalAt: Instant.nullable(),
  reason: z.string().nullable().describe('why it was given up'),
  places: z.array(AwardPlaceView),
  waiting: z.object({ count: z.int(), next: z.array(AwardPlaceView) }).describe('eligible, below the line'),
  left: z.array(z.object({ of: Id, label: z.string(), reason: z.string() })).describe('left out, with the reason'),
  tally: z
    .object({
      hazards: z.int(),
      people: z.int(),
      handlers: z.int(),
      employers: z.int(),
      gone: z.int(),
      rewarded: z.int(),
    })
    .describe('hazards and people that fit the rule, and who was not counted, why'),
  digest: z.string().describe('of the list as it stands: what is announced must be what was seen'),
  objections: z.array(ObjectionRow).describe('newest first'),
  acts: z.array(z.string()),
  timeline: z.array(TimelineItem),
})
export type AwardView = z.output<typeof AwardView>

const officerOfAward = { role: 'officer', scope: 'award' } as const
const move = { id: Id, version: Version }
const reason = text(100, '原因')

/** What an officer decides about a batch of rewards. */
export const awardOfficeEntries = {
  awards: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(AwardRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  award: { kind: 'query', input: z.strictObject({ id: Id }), output: AwardView, access: officerOfAward },
  draftAward: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, ...awardContent }),
    output: Done,
    access: { role: 'officer', scope: 'node' },
    audit: '拟定奖励名单',
  },
  reviseAward: {
    kind: 'command',
    input: z.strictObject({ ...move, ...awardContent }),
    output: Done,
    access: officerOfAward,
    audit: '修改奖励条件',
  },
  setReward: {
    kind: 'command',
    input: z.strictObject({ ...move, of: Id, reward: Reward }),
    output: Done,
    access: officerOfAward,
    audit: '修改个人奖励',
  },
  leaveOut: {
    kind: 'command',
    input: z.strictObject({ ...move, of: Id, reason }),
    output: Done,
    access: officerOfAward,
    audit: '不列入奖励名单',
  },
  takeBack: {
    kind: 'command',
    input: z.strictObject({ ...move, of: Id }),
    output: Done,
    access: officerOfAward,
    audit: '重新列入奖励名单',
  },
  announceAward: {
    kind: 'command',
    input: z.strictObject({
      ...{ ...move, digest: Id },
      days: z
        .int({ error: '请填写公示天数' })
        .min(fewestNoticeDays, { error: `公示至少 ${fewestNoticeDays} 个工作日` })
        .max(30, { error: '公示最多 30 个工作日' }),
    }),
    output: Done,
    access: officerOfAward,
    audit: '公示奖励名单',
  },
  dropFromAward: {
    kind: 'command',
    input: z.strictObject({ ...move, seat: z.int().min(1), reason }),
    output: Done,
    access: officerOfAward,
    audit: '移出奖励名单',
  },
  answerObjection: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(200, '答复'), upheld: z.boolean() }),
    output: Done,
    access: { role: 'officer', scope: 'objection' },
    audit: '答复异议',
  },
  finishAward: {
    kind: 'command',
    input: z.strictObject(move),
    output: Done,
    access: officerOfAward,
    audit: '奖励名单定稿',
  },
  handOverAward: {
    kind: 'command',
    input: z.strictObject({
      ...{ ...move, seat: z.int().min(1) },
      code: z.string().trim().max(20).optional().describe('needed where no name was given'),
    }),
    output: Done,
    access: officerOfAward,
    audit: '发放奖励',
  },
  withdrawAward: {
    kind: 'command',
    input: z.strictObject({ ...move, reason }),
    output: Done,
    access: officerOfAward,
    audit: '停办这批奖励',
  },
  awardSignOff: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: z.object({ fileName: z.string(), url: z.string(), rows: z.int() }).describe('the address expires'),
    access: officerOfAward,
    audit: '导出奖励签收单',
  },
} as const satisfies Contract

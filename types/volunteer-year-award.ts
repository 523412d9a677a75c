import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'
import { Year } from './volunteer-year'

export const HonourState = z.enum(['recommended', 'announced', 'confirmed', 'declined', 'withdrawn'])
export type HonourState = z.output<typeof HonourState>
export type HonourAct = 'announce' | 'decline' | 'withdraw' | 'object' | 'answer' | 'confirm'
export const HonourKind = z.enum(['person', 'team'])
export const honourKindLabels: Record<z.output<typeof HonourKind>, string> = {
  person: '优秀志愿者',
  team: '优秀志愿服务队',
}

/** Calendar days a name is shown at least before it is confirmed. */
export const fewestShownDays = 5

/** An honour for a volunteer or a team: recommended by one union, shown to everybody and confirmed by the one above. */
export const honourMachine: Machine<HonourState, HonourAct> = {
  states: {
    recommended: { label: '已推荐', tone: 'todo' },
    announced: { label: '公示中', tone: 'doing' },
    confirmed: { label: '已确认', tone: 'done' },
    declined: { label: '未采纳', tone: 'off' },
    withdrawn: { label: '已撤回', tone: 'off' },
  },
  moves: [
    {
      ...{ from: ['recommended'], act: 'announce', to: 'announced', by: ['officer'], label: '开始公示' },
      requires: ['union above', 'another person than who recommended', 'five days'],
    },
    {
      ...{ from: ['recommended', 'announced'], act: 'decline', to: 'declined', by: ['officer'], label: '不采纳' },
      requires: ['union above', 'reason'],
    },
    {
      ...{ from: ['recommended'], act: 'withdraw', to: 'withdrawn', by: ['officer'], label: '撤回推荐' },
      requires: ['reason'],
    },
    {
      ...{ from: ['announced'], act: 'object', to: 'announced', by: ['reporter'], label: '提出异议' },
      requires: ['words', 'within the period'],
    },
    {
      ...{ from: ['announced'], act: 'answer', to: 'announced', by: ['officer'], label: '答复异议' },
      requires: ['union above', 'words'],
    },
    {
      ...{ from: ['announced'], act: 'confirm', to: 'confirmed', by: ['officer'], label: '确认' },
      requires: ['union above', 'period over', 'every objection answered'],
    },
  ],
}

const ObjectionRow = z.object({ id: Id, words: z.string(), at: Instant, answer: z.string().nullable() })
export const HonourRow = z.object({
  id: Id,
  version: Version,
  kind: HonourKind,
  year: z.int(),
  name: z.string(),
  employer: z.string().nullable(),
  node: z.string().describe('who recommends'),
  decider: z.string(),
  reason: z.string(),
  state: HonourState,
  announcedAt: Instant.nullable(),
  objectUntil: Instant.nullable(),
  objections: z.array(ObjectionRow),
  closing: z.string().nullable().describe('why it was declined or withdrawn'),
  certified: z.boolean(),
  acts: z.array(z.string()),
})
export type HonourRow = z.output<typeof HonourRow>

export const PublicHonour = z.object({
  id: Id,
  kind: HonourKind,
  year: z.int(),
  name: z.string().describe('surname and a star, or the team'),
  node: z.string(),
  reason: z.string(),
  state: HonourState,
  objectUntil: Instant,
  open: z.boolean().describe('one may still object'),
})
export type PublicHonour = z.output<typeof PublicHonour>

const officer = { role: 'officer' } as const
const row = { id: Id, version: Version }
const decision = { ...officer, scope: 'honourDecision' } as const
const why = text(100, '原因')

/** Honours: recommended upward, shown, confirmed (推荐、公示、确认). */
export const honourEntries = {
  honours: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), year: Year, ...PageQuery }),
    output: z.object({ items: z.array(HonourRow), more: z.boolean() }),
    access: { ...officer, scope: 'node' },
  },
  recommendHonour: {
    kind: 'command',
    input: z.strictObject({
      ...{ _id: Id, nodeId: Id, kind: HonourKind, subjectId: Id, year: Year },
      reason: text(300, '推荐理由'),
    }),
    output: Done,
    access: { ...officer, scope: 'node' },
    audit: '推荐优秀志愿者或队伍',
  },
  withdrawHonour: {
    kind: 'command',
    input: z.strictObject({ ...row, reason: why }),
    output: Done,
    access: { ...officer, scope: 'honour' },
    audit: '撤回推荐',
  },
  announceHonour: {
    kind: 'command',
    input: z.strictObject({
      ...row,
      days: z
        .int({ error: '请填写公示天数' })
        .min(fewestShownDays, { error: `公示至少 ${fewestShownDays} 天` })
        .max(30, { error: '公示最多 30 天' }),
    }),
    output: Done,
    access: decision,
    audit: '公示推荐',
  },
  declineHonour: {
    kind: 'command',
    input: z.strictObject({ ...row, reason: why }),
    output: Done,
    access: decision,
    audit: '不采纳推荐',
  },
  answerHonour: {
    kind: 'command',
    input: z.strictObject({ ...row, objectionId: Id, words: text(200, '答复') }),
    output: Done,
    access: decision,
    audit: '答复对推荐的异议',
  },
  confirmHonour: {
    kind: 'command',
    input: z.strictObject(row),
    output: Done,
    access: decision,
    audit: '确认优秀',
  },
  publicHonours: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(PublicHonour) }).describe('the latest fifty'),
    access: 'anyone',
  },
  objectHonour: {
    kind: 'command',
    input: z.strictObject({ _id: Id, id: Id, words: text(300, '异议内容') }),
    output: Done,
    access: 'anyone',
    audit: '对推荐提出异议',
  },
} as const satisfies Contract

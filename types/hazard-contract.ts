import { z } from './zod'
import { Id } from './ids'
import {
  Done,
  FileId,
  Instant,
  InstantInput,
  PageQuery,
  Picture,
  TimelineItem,
  Version,
  optionalText,
  text,
} from './fields'
import { HazardGrade, HazardKind, HazardState, ReporterIdentity, ReportReceipt } from './hazard'
import { MediaCheckEvent, platformEntries } from './platform-entries'
import type { Contract } from './contract'

const summary = {
  id: Id,
  code: z.string(),
  serial: z.string().nullable(),
  state: HazardState,
  kind: HazardKind,
  grade: HazardGrade.nullable(),
  words: z.string(),
  place: z.string(),
  unit: z.string().nullable(),
  cover: Picture.nullable(),
  reportedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean().describe('marked by the clock; until then the phone compares dueAt itself'),
  version: Version,
}
export const HazardRow = z.object(summary)
export type HazardRow = z.output<typeof HazardRow>

const full = {
  ...summary,
  photos: z.array(Picture),
  suggestion: z.string().nullable().describe("the union's suggestion to the enterprise"),
  answer: z.object({ words: z.string(), photos: z.array(Picture), at: Instant }).nullable(),
  reason: z.string().nullable().describe('why declined or returned'),
  timeline: z.array(TimelineItem),
}
export const ReporterView = z.object({
  ...full,
  identity: ReporterIdentity,
  identityOpened: z.array(z.object({ by: z.string(), at: Instant })),
})
export const OfficerView = z.object({
  ...full,
  identity: ReporterIdentity,
  reporter: z.string().nullable().describe('only where named and the officer is entitled'),
  mayOpenIdentity: z.boolean(),
  wish: z.string().nullable().describe('what the reporter suggests'),
  flagged: z.boolean().describe('the content check asks for a second look at the words'),
  handledBy: z.string().describe('name of the union node'),
  fixer: z.string().nullable().describe('name of the person it was handed to; null again once he erased himself'),
  fixerGone: z.boolean().describe('he is a fixer of the enterprise no more: it may be handed to another'),
  fixers: z.array(z.object({ id: Id, name: z.string() })),
  acts: z.array(z.string()),
})
export const FixerView = z.object({ ...full, acts: z.array(z.string()) })

const RetrievalKey = z
  .string({ error: '查询口令有误' })
  .min(16, { error: '查询口令有误' })
  .max(64, { error: '查询口令有误' })
const ReportInput = z
  .strictObject({
    _id: Id,
    boothId: Id.optional(),
    enterpriseId: Id.optional(),
    place: text(60, '地点'),
    words: text(500, '隐患情况'),
    wish: optionalText(300, '建议'),
    kind: HazardKind,
    photos: z.array(FileId).max(4, { error: '最多 4 张照片' }),
    identity: ReporterIdentity,
    retrievalKey: RetrievalKey.optional().describe('made by the phone for an anonymous report'),
  })
  .refine((report) => report.identity !== 'anonymous' || report.retrievalKey !== undefined, {
    path: ['retrievalKey'],
    error: '匿名上报需要查询口令，请更新小程序后再试',
  })

const officerOf = { role: 'officer', scope: 'hazard' } as const
const move = { id: Id, version: Version }

export const hazardContract = {
  ...platformEntries,
  report: {
    kind: 'command',
    input: ReportInput,
    output: ReportReceipt,
    access: 'anyone',
    audit: '上报隐患',
  },
  track: {
    kind: 'query',
    input: z.strictObject({ id: Id, retrievalKey: RetrievalKey }),
    output: ReporterView,
    access: 'anyone',
  },
  mine: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(HazardRow), more: z.boolean() }),
    access: 'anyone',
  },
  view: { kind: 'query', input: z.strictObject({ id: Id }), output: ReporterView, access: { owner: 'hazard' } },
  ledger: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      state: HazardState.optional(),
      kind: HazardKind.optional(),
      overdue: z.boolean().optional(),
      words: optionalText(40),
      ...PageQuery,
    }),
    output: z.object({
      counts: z.object({
        toAccept: z.int(),
        toAssign: z.int(),
        fixing: z.int(),
        overdue: z.int(),
        toClose: z.int(),
        closed: z.int(),
      }),
      items: z.array(HazardRow),
      more: z.boolean(),
    }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
  detail: { kind: 'query', input: z.strictObject({ id: Id }), output: OfficerView, access: officerOf },
  openIdentity: {
    kind: 'command',
    input: z.strictObject({ id: Id, reason: text(100, '查看原因') }),
    output: z.object({ name: z.string(), phone: z.string().nullable() }),
    access: officerOf,
    audit: '查看上报人身份',
  },
  accept: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      grade: HazardGrade,
      kind: HazardKind.optional(),
      enterpriseId: Id.optional().describe('where the reporter named none: which enterprise answers for it'),
    }),
    output: Done,
    access: officerOf,
    audit: '受理隐患',
  },
  decline: {
    kind: 'command',
    input: z.strictObject({ ...move, reason: text(200, '原因') }),
    output: Done,
    access: officerOf,
    audit: '不予受理',
  },
  assign: {
    kind: 'command',
    input: z.strictObject({ ...move, fixerId: Id, dueAt: InstantInput, suggestion: text(500, '整改建议') }),
    output: Done,
    access: officerOf,
    audit: '交办整改',
  },
  return: {
    kind: 'command',
    input: z.strictObject({ ...move, reason: text(200, '原因'), dueAt: InstantInput }),
    output: Done,
    access: officerOf,
    audit: '退回再改',
  },
  close: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(300, '核实情况') }),
    output: Done,
    access: officerOf,
    audit: '核实销号',
  },
  fixList: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(HazardRow), more: z.boolean() }),
    access: { role: 'fixer' },
  },
  fixDetail: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: FixerView,
    access: { role: 'fixer', scope: 'hazard' },
  },
  answer: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      words: text(500, '整改情况'),
      photos: z.array(FileId).min(1, { error: '请拍一张整改后的照片' }).max(4, { error: '最多 4 张照片' }),
    }),
    output: Done,
    access: { role: 'fixer', scope: 'hazard' },
    audit: '回复整改情况',
  },
  mediaChecked: { kind: 'callback', input: MediaCheckEvent, output: z.literal('success'), access: 'function' },
} as const satisfies Contract

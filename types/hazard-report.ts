import * as z from './zod'
import { Id } from './ids'
import { Done, FileId, PageQuery, optionalText, text } from './fields'
import { handOverFacts } from './hazard-hotline'
import { RetrievalKey } from './hazard-key'
import { HazardKind, ReporterIdentity, ReportReceipt } from './hazard'
import { HazardRow, ReporterView, officerOf } from './hazard-views'
import { VisitSource } from './visit-source'
import type { Contract } from './contract'

const ReportInput = z
  .strictObject({
    _id: Id,
    boothId: Id.optional(),
    source: VisitSource.optional().describe('counted, and never kept with the report'),
    enterpriseId: Id.optional(),
    place: text(60, '地点'),
    words: text(500, '隐患情况'),
    wish: optionalText(300, '建议'),
    kind: HazardKind,
    photos: z.array(FileId).max(4, { error: '最多 4 张照片' }),
    identity: ReporterIdentity,
    above: z
      .boolean()
      .optional()
      .describe('it concerns who leads the unit or its union: goes to the union above, past them'),
    danger: z.boolean().optional().describe("life is in danger: goes on top of the officers' list"),
    retrievalKey: RetrievalKey.optional().describe('made by the phone for an anonymous report'),
  })
  .refine((report) => report.identity !== 'anonymous' || report.retrievalKey !== undefined, {
    path: ['retrievalKey'],
    error: '匿名上报需要查询口令，请更新小程序后再试',
  })

/** What the reporter does. */
export const reportEntries = {
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
  handOver: {
    kind: 'command',
    input: z.strictObject({ id: Id, ...handOverFacts }),
    output: Done,
    access: officerOf,
    audit: '转交热线',
  },
  noteCall: {
    kind: 'command',
    input: z.strictObject({ id: Id, retrievalKey: RetrievalKey.optional(), ...handOverFacts }),
    output: Done,
    access: 'anyone',
    audit: '记下热线受理',
  },
  view: { kind: 'query', input: z.strictObject({ id: Id }), output: ReporterView, access: { owner: 'followed' } },
} as const satisfies Contract

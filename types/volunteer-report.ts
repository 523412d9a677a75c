import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const ReportState = z.enum(['written'])
export type ReportState = z.output<typeof ReportState>

/** A report is written after the activity and may be written better; each time is on record. */
export const reportMachine: Machine<ReportState, 'revise'> = {
  states: { written: { label: '已写简报', tone: 'done' } },
  moves: [{ from: ['written'], act: 'revise', to: 'written', by: ['officer'], label: '修改简报' }],
}

// A report is read by many: no number that leads to a person, however it is spaced or widened.
const numbers = /\d{6}[\s-]?\d{8}[\s-]?\d{3}[\dXx]|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/
const plain = (max: number, name: string) =>
  text(max, name).refine((words) => !numbers.test(words.normalize('NFKC')), {
    error: `${name}里不要写身份证号和手机号`,
  })

const content = {
  words: plain(2000, '活动情况'),
  findings: z.int({ error: '请填写发现的隐患数' }).min(0).max(9999, { error: '隐患数太大，请核对' }),
  photos: z.array(Id).max(6, { error: '照片最多 6 张' }).describe('of the wall, shown there'),
}
const Figures = z.object({ joined: z.int(), present: z.int(), absent: z.int(), minutes: z.int() })
const head = {
  ...{ title: z.string(), kind: z.string(), nodeName: z.string(), place: z.string() },
  ...{ startsAt: Instant, endsAt: Instant, figures: Figures },
}
const row = { id: Id, activityId: Id, title: z.string(), nodeName: z.string(), startsAt: Instant, figures: Figures }
export const ReportRow = z.object({ ...row, findings: z.int(), version: Version })
export type ReportRow = z.output<typeof ReportRow>
const photos = z.array(z.object({ id: Id, url: z.string() }))
export const ReportView = z.object({
  ...head,
  ...{ id: Id, activityId: Id, words: z.string(), findings: z.int(), photos, version: Version, writtenAt: Instant },
  mayRevise: z.boolean(),
})
export type ReportView = z.output<typeof ReportView>

const authority = { role: ['officer', 'regulator'] } as const

/** 活动简报: written by the organiser from the figures, read by both authorities. */
export const reportEntries = {
  reports: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '月份有误' })
        .optional(),
      ...PageQuery,
    }),
    output: z.object({ items: z.array(ReportRow), more: z.boolean() }),
    access: { ...authority, scope: 'node' },
  },
  report: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: ReportView,
    access: { ...authority, scope: 'report' },
  },
  newReport: {
    kind: 'query',
    input: z.strictObject({ id: Id.describe('of the activity') }),
    output: z.object({
      ...head,
      reportId: Id.nullable().describe('written already'),
      ...{ words: z.string(), findings: z.int(), chosen: z.array(Id), version: Version.nullable(), photos },
    }),
    access: { role: 'officer', scope: 'activity' },
  },
  writeReport: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('of the activity'), version: Version.nullable(), ...content }),
    output: Done,
    access: { role: 'officer', scope: 'activity' },
    audit: '写活动简报',
  },
  printReport: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: z.object({ fileName: z.string(), url: z.string() }).describe('a Word document; the address expires'),
    access: { ...authority, scope: 'report' },
    audit: '下载活动简报',
  },
} as const satisfies Contract

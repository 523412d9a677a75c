import * as z from './zod'
import { Id } from './ids'
import { isCalendarDate } from './calendar'
import { Done, InstantInput, text } from './fields'
import { CampaignGrade, HazardSource, RecordKind } from './hazard-record'
import { HazardGrade, HazardKind } from './hazard'
import { OfficerView, hazardMove as move, officerOf } from './hazard-views'
import type { Contract } from './contract'

/** What an officer decides on one hazard. */
export const caseEntries = {
  detail: { kind: 'query', input: z.strictObject({ id: Id }), output: OfficerView, access: officerOf },
  openIdentity: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      reason: text(100, '查看原因'),
      of: Id.optional().describe('one of those who joined; the reporter himself where absent'),
    }),
    output: z.object({ name: z.string(), phone: z.string().nullable() }),
    access: officerOf,
    audit: '查看上报人身份',
  },
  accept: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      grade: HazardGrade,
      record: RecordKind.optional().describe('by default what the kind says'),
      level: CampaignGrade.nullable().default(null),
      source: HazardSource.default('worker'),
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
  cease: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      on: z.string({ error: '请选择关停日期' }).refine(isCalendarDate, { error: '请选择关停日期' }),
      proof: text(60, '关停依据').describe('entry of the register, notice and its number'),
      words: text(300, '现场情况').describe('what whoever went there saw: what became of the danger'),
    }),
    output: Done,
    access: officerOf,
    audit: '登记企业关停',
  },
} as const satisfies Contract

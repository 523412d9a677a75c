import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, optionalText, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'
import { Specialty } from './volunteer-form'

const reviewer = { role: ['officer', 'regulator'] } as const

export const RosterState = z.enum(['sealed', 'questioned', 'confirmed'])
export type RosterState = z.output<typeof RosterState>
export type RosterAct = 'confirm' | 'question'

/** A version of the roster: the regulator seals it and so returns it to the union, which confirms that it has it. */
export const rosterMachine: Machine<RosterState, RosterAct> = {
  states: {
    sealed: { label: '待工会确认', tone: 'todo' },
    questioned: { label: '工会请核对', tone: 'late' },
    confirmed: { label: '工会已确认', tone: 'done' },
  },
  moves: [
    { from: ['sealed'], act: 'confirm', to: 'confirmed', by: ['officer'], label: '确认收到', requires: ['latest'] },
    {
      from: ['sealed'],
      act: 'question',
      to: 'questioned',
      by: ['officer'],
      label: '请监管部门核对',
      requires: ['words'],
    },
  ],
}

/** Who usually gets a copy; others may be written in. */
export const copyRecipients = ['市职工服务中心', '市总工会'] as const
/** Rows one version holds at most. */
export const mostRosterRows = 5000

const row = {
  no: z.int(),
  id: Id,
  name: z.string(),
  sex: z.enum(['male', 'female']),
  idCard: z.string(),
  unit: z.string(),
  post: z.string(),
  specialties: z.array(Specialty),
  phone: z.string(),
  unionOpinion: z.string(),
  regulatorOpinion: z.string(),
  enrolledAt: Instant,
}
export const RosterRow = z.object(row)

const VersionRow = z.object({
  ...row,
  sex: row.sex.nullable(),
  team: z.string(),
  erased: z.boolean().describe('everything personal of him was deleted since'),
  change: z.enum(['joined', 'changed', 'same']),
})
const LeftRow = z.object({ no: z.int(), id: Id, name: z.string(), why: z.string() })
const Person = z.object({ name: z.string(), unit: z.string(), at: Instant })

export const RosterHead = z.object({
  id: Id,
  no: z.int().describe('第 no 版'),
  state: RosterState,
  union: z.object({ id: Id, name: z.string() }),
  regulator: z.object({ id: Id, name: z.string() }),
  rows: z.int(),
  joined: z.int(),
  left: z.int(),
  changed: z.int(),
  hash: z.string().length(64),
  sealed: Person,
  confirmed: Person.nullable(),
  question: z.string().nullable(),
  copies: z.array(z.object({ recipient: z.string(), on: z.string(), note: z.string(), by: z.string() })),
  version: Version,
  acts: z.array(z.string()),
})
export type RosterHead = z.output<typeof RosterHead>

const one = { id: Id, version: Version }

/** The roster (名册汇总表) that the two authorities keep. */
export const rosterEntries = {
  roster: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(RosterRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
  rosters: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({
      items: z.array(RosterHead),
      more: z.boolean(),
      draft: z
        .object({ rows: z.int(), joined: z.int(), left: z.int(), changed: z.int() })
        .nullable()
        .describe('what the next version would be; for the regulator of this very node'),
    }),
    access: { ...reviewer, scope: 'node' },
  },
  rosterVersion: {
    kind: 'query',
    input: z.strictObject({ id: Id, ...PageQuery }),
    output: z.object({ head: RosterHead, items: z.array(VersionRow), gone: z.array(LeftRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'roster' },
  },
  sealRoster: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id }),
    output: RosterHead,
    access: { role: 'regulator', scope: 'node' },
    audit: '封存名册并反馈工会',
  },
  confirmRoster: {
    kind: 'command',
    input: z.strictObject(one),
    output: Done,
    access: { role: 'officer', scope: 'roster' },
    audit: '确认收到名册',
  },
  questionRoster: {
    kind: 'command',
    input: z.strictObject({ ...one, words: text(200, '要核对的内容') }),
    output: Done,
    access: { role: 'officer', scope: 'roster' },
    audit: '请监管部门核对名册',
  },
  noteCopy: {
    kind: 'command',
    input: z.strictObject({
      ...one,
      recipient: text(40, '报送单位'),
      on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '请选择报送日期' }),
      note: optionalText(100, '备注'),
    }),
    output: Done,
    access: { role: 'officer', scope: 'roster' },
    audit: '登记名册报送',
  },
  exportRoster: {
    kind: 'command',
    input: z.strictObject({ id: Id, full: z.boolean(), reason: optionalText(100, '用途') }),
    output: z.object({ fileName: z.string(), url: z.string(), rows: z.int() }),
    access: { ...reviewer, scope: 'roster' },
    audit: '导出名册汇总表',
  },
} as const satisfies Contract

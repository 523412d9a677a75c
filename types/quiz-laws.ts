import * as z from './zod'
import { deriveId, Id } from './ids'
import { Instant, Version, optionalText, text } from './fields'
import { isCalendarDate } from './calendar'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type LawState = 'current' | 'amended'
export type LawAct = 'amend' | 'announce' | 'enforce'
/** A law of the register: its text in force, and the next one while it is decided but not in force yet. */
export const lawMachine: Machine<LawState, LawAct> = {
  states: { current: { label: '现行', tone: 'done' }, amended: { label: '修订待施行', tone: 'todo' } },
  moves: [
    { from: ['current', 'amended'], act: 'amend', to: 'current', by: ['officer'], label: '记录修订' },
    { from: ['current', 'amended'], act: 'announce', to: 'amended', by: ['officer'], label: '记录修订' },
    { from: ['amended'], act: 'enforce', to: 'current', by: ['clock'], label: '修订施行' },
  ],
}

/** 《中华人民共和国安全生产法》 and 安全生产法 are one law. */
export const lawName = (words: string): string => words.replace(/[\s《》]/g, '').replace(/^中华人民共和国(?=.)/, '')

/** The one place of a law in the register. */
export const lawId = (name: string): Id => deriveId('law', lawName(name))

const LawVersion = z.object({
  version: z.string().describe('year of the text, as questions name it'),
  from: z.string().describe('2026-07-01: first day in force'),
  note: z.string(),
})
export type LawVersion = z.output<typeof LawVersion>

export const LawRow = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(['current', 'amended']),
  current: z.string(),
  next: LawVersion.nullable(),
  versions: z.array(LawVersion).describe('latest first'),
  updatedAt: Instant,
  version: Version,
})
export type LawRow = z.output<typeof LawRow>

const dateWords = '请选择施行日期'
const From = z.string({ error: dateWords }).refine(isCalendarDate, { error: dateWords })
const Year = text(10, '版本')

export const lawEntries = {
  laws: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(LawRow), mayChange: z.boolean() }),
    access: { role: 'officer' },
  },
  addLaw: {
    kind: 'command',
    input: z.strictObject({ name: text(30, '法规名称'), lawVersion: Year, from: From }),
    output: LawRow,
    access: { role: 'officer', scope: 'root' },
    audit: '登记法规',
  },
  /** From its first day on every live question over an older text waits until somebody has confirmed it. */
  amendLaw: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, lawVersion: Year, from: From, note: optionalText(200, '说明') }),
    output: LawRow,
    access: { role: 'officer', scope: 'root' },
    audit: '记录法规修订',
  },
} as const satisfies Contract

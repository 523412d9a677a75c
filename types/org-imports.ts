import * as z from './zod'
import { Id } from './ids'
import { FileId, Version, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

/** What a sheet may bring: enterprises of the register, or unions of the tree. */
export const SheetKind = z.enum(['enterprises', 'nodes'])
export type SheetKind = z.output<typeof SheetKind>

/** Rows one sheet may have. */
export const importRows = 5_000

export type SheetState = 'checked' | 'saving' | 'saved' | 'stopped'
/** A sheet is looked over first; nothing of it is kept before somebody says so, and then all of it, part by part. */
export const sheetMachine: Machine<SheetState, 'save' | 'finish' | 'stop'> = {
  states: {
    checked: { label: '已检查', tone: 'todo' },
    saving: { label: '正在导入', tone: 'doing' },
    saved: { label: '已导入', tone: 'done' },
    stopped: { label: '没有导完', tone: 'late' },
  },
  moves: [
    { from: ['checked'], act: 'save', to: 'saving', by: ['officer'], label: '导入' },
    { from: ['saving'], act: 'finish', to: 'saved', by: ['clock'], label: '导入完成' },
    { from: ['saving'], act: 'stop', to: 'stopped', by: ['clock'], label: '导入中断' },
  ],
}

export const SheetReport = z.object({
  id: Id,
  kind: SheetKind,
  file: z.string(),
  state: z.enum(['checked', 'saving', 'saved', 'stopped']),
  version: Version,
  read: z.int().describe('rows with something in them'),
  fresh: z.int().describe('to be founded; none of those that look like another unless chosen'),
  changed: z.int().describe('known already, with other facts in the sheet'),
  same: z.int().describe('known already, nothing to change'),
  alike: z.int().describe('new names nearly like a known one: left out unless chosen'),
  rejected: z.int().describe('rows that cannot be read: as long as there is one, nothing is taken in'),
  done: z.int().describe('rows taken in so far'),
  total: z.int().describe('rows to take in'),
  message: z.string().nullable().describe('why it did not finish'),
  errors: z
    .array(z.object({ row: z.int(), column: z.string().nullable(), message: z.string() }))
    .describe('the first 500 of the rejected'),
  similar: z
    .array(z.object({ row: z.int(), name: z.string(), similarity: z.number(), other: z.string() }))
    .describe('the first 200 of the alike'),
})
export type SheetReport = z.output<typeof SheetReport>

/** Tables of enterprises and of unions: looked over, then taken in. */
export const sheetEntries = {
  checkSheet: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, kind: SheetKind, fileId: FileId, fileName: text(100, '文件名') }),
    output: SheetReport,
    access: { role: 'officer', scope: 'node' },
    audit: '检查导入表格',
  },
  saveSheet: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      take: z.array(z.int().min(1)).max(200).default([]).describe('rows to take in although they look like another'),
    }),
    output: SheetReport,
    access: { role: 'officer', scope: 'sheet' },
    audit: '导入表格',
  },
  sheet: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: SheetReport,
    access: { role: 'officer', scope: 'sheet' },
  },
  sheetTemplate: {
    kind: 'query',
    input: z.strictObject({ kind: SheetKind }),
    output: z.object({ url: z.string(), fileName: z.string() }),
    access: { role: 'officer' },
  },
} as const satisfies Contract

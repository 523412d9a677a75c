import * as z from './zod'
import { Id } from './ids'
import { FileId, text } from './fields'
import type { Contract } from './contract'

/** Stems this alike are taken for the same question unless an officer says otherwise. */
export const sameStem = 0.85

export const ImportReport = z.object({
  id: Id,
  file: z.string(),
  state: z.enum(['checked', 'saved']),
  read: z.int(),
  good: z.int().describe('taken in, or to be; none of those that look like another one unless chosen'),
  duplicates: z.int(),
  alike: z.int().describe('rows whose stem is nearly one the bank has; not among the good ones unless chosen'),
  flagged: z.int().describe('of the good ones: those without an article'),
  rejected: z.int(),
  errors: z
    .array(z.object({ row: z.int(), column: z.string().nullable(), message: z.string() }))
    .describe('the first 500 of the rejected'),
  similar: z
    .array(
      z.object({
        row: z.int(),
        stem: z.string(),
        similarity: z.number().describe('0.85..1'),
        other: z.object({ stem: z.string(), law: z.string(), article: z.int(), owner: z.string() }),
      }),
    )
    .describe('the first 200 of the alike'),
})
export type ImportReport = z.output<typeof ImportReport>

export const importEntries = {
  checkImport: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, fileId: FileId, fileName: text(100, '文件名') }),
    output: ImportReport,
    access: { role: 'officer', scope: 'node' },
    audit: '检查题库表格',
  },
  saveImport: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      law: text(30, '法规名称'),
      lawVersion: text(10, '法规版本'),
      take: z.array(z.int().min(1)).max(200).default([]).describe('rows to take in although they look like another'),
    }),
    output: ImportReport,
    access: { role: 'officer', scope: 'import' },
    audit: '导入题库',
  },
} as const satisfies Contract

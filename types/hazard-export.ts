import * as z from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import { HazardSource } from './hazard-record'
import { CoverPeriod } from './hazard-coverage'
import { LedgerFilter } from './hazard-ledger'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const ExportState = z.enum(['working', 'ready', 'gone'])
export type ExportState = z.output<typeof ExportState>
export type ExportAct = 'finish' | 'drop'

/** A sheet on its way: written volume by volume, fetched within a day, then gone. */
export const exportMachine: Machine<ExportState, ExportAct> = {
  states: {
    working: { label: '正在生成', tone: 'doing' },
    ready: { label: '可以打开', tone: 'done' },
    gone: { label: '已过期', tone: 'off' },
  },
  moves: [
    { from: ['working'], act: 'finish', to: 'ready', by: ['clock'], label: '生成完毕' },
    { from: ['ready'], act: 'drop', to: 'gone', by: ['clock'], label: '过期删除' },
  ],
}

/** Rows of one file: what Excel, a phone and a function's memory take with ease. */
export const volumeRows = 5_000
/** Hours a finished sheet can be opened. */
export const exportHours = 24

/** What goes into a sheet: the ledger under a filter, or who looked at which enterprise. */
export const ExportWhat = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('ledger'), filter: LedgerFilter }),
  z.strictObject({ of: z.literal('coverage'), period: CoverPeriod, missing: HazardSource.optional() }),
])
export type ExportWhat = z.output<typeof ExportWhat>

const SheetJob = z.object({
  id: Id,
  title: z.string(),
  state: ExportState,
  rows: z.int().describe('written so far'),
  at: Instant,
  volumes: z.array(z.object({ fileName: z.string(), url: z.string(), rows: z.int() })),
})
export type SheetJob = z.output<typeof SheetJob>

export const sheetEntries = {
  exportSheet: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, what: ExportWhat }),
    output: SheetJob,
    access: { role: 'officer', scope: 'node' },
    audit: '导出表格',
  },
  mySheets: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(SheetJob).describe('the latest ten, newest first') }),
    access: { role: 'officer' },
  },
} as const satisfies Contract

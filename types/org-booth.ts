import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text } from './fields'
import { BoothTask } from './org'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const BoothState = z.enum(['open', 'closed', 'redirected'])
export type BoothState = z.output<typeof BoothState>
export const boothMachine: Machine<BoothState, 'close' | 'redirect'> = {
  states: {
    open: { label: '使用中', tone: 'doing' },
    closed: { label: '已停用', tone: 'off' },
    redirected: { label: '已改道', tone: 'off' },
  },
  moves: [
    { from: ['open', 'redirected'], act: 'close', to: 'closed', by: ['clock', 'officer'], label: '停用' },
    { from: ['open', 'closed', 'redirected'], act: 'redirect', to: 'redirected', by: ['officer'], label: '改道' },
  ],
}

/** As many booths as are made at once, and as their posters are laid out at once. */
export const mostInBatch = 50

const Named = z.object({ id: Id, name: z.string() })
/** Where the code of a lost booth leads now: another booth, or a task of its own union; null where that booth was closed. */
export const BoothLeads = z.object({ booth: Named.nullable(), task: BoothTask.nullable() })

export const BoothView = z.object({
  id: Id,
  name: z.string(),
  place: z.string(),
  scene: z.string().max(32),
  nodeId: Id,
  nodeName: z.string(),
  enterprise: Named.nullable(),
  campaignId: Id.nullable(),
  batch: z.object({ id: Id, title: z.string() }).nullable(),
  task: BoothTask,
  scans: z.int(),
  people: z.int(),
  redirected: z.int().describe('scans of its code since it leads elsewhere'),
  state: BoothState,
  leads: BoothLeads.nullable(),
  closesAt: Instant.nullable(),
  version: z.int(),
})

export const BatchView = z.object({
  id: Id,
  title: z.string(),
  nodeName: z.string(),
  task: BoothTask,
  booths: z.int(),
  by: z.string(),
  at: Instant,
})

/** One line of the list a batch is made of. */
export const BoothPlace = z.strictObject({
  name: text(30, '展台名称'),
  place: text(60, '地点'),
  enterpriseId: Id.optional(),
})

/** What a poster says of one booth; `url` is the temporary address of its code, null where it has still to be drawn. */
export const PosterView = z.object({
  id: Id,
  name: z.string(),
  place: z.string(),
  union: z.string(),
  enterprise: z.string().nullable(),
  task: BoothTask,
  scene: z.string(),
  url: z.string().nullable(),
})

const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const
const shared = { nodeId: Id, campaignId: Id.optional(), task: BoothTask, closesAt: InstantInput.optional() }

/** Booths, their batches, codes and posters. */
export const boothEntries = {
  booths: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), batchId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(BoothView), more: z.boolean() }),
    access: officer('node'),
  },
  booth: { kind: 'query', input: z.strictObject({ id: Id }), output: BoothView, access: officer('booth') },
  createBooth: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...shared, ...BoothPlace.shape }),
    output: BoothView,
    access: officer('node'),
    audit: '新建展台',
  },
  createBooths: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of the batch; the ids of its booths follow from it'),
      ...shared,
      title: text(30, '这一批的名称'),
      places: z
        .array(BoothPlace)
        .min(1, { error: '请填写至少一个展台' })
        .max(mostInBatch, { error: `一次最多建 ${mostInBatch} 个展台` }),
    }),
    output: BatchView,
    access: officer('node'),
    audit: '批量新建展台',
  },
  boothBatches: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(BatchView), more: z.boolean() }),
    access: officer('node'),
  },
  closeBooth: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id, state: BoothState }),
    access: officer('booth'),
    audit: '停用展台',
  },
  redirectBooth: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: z.int().min(0),
      to: z.union([z.strictObject({ boothId: Id }), z.strictObject({ task: BoothTask })]),
    }),
    output: z.object({ id: Id, state: BoothState }),
    access: officer('booth'),
    audit: '展台码改道',
  },
  boothCode: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({ scene: z.string(), url: z.string().describe('temporary address of the PNG') }),
    access: officer('booth'),
  },
  posters: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ids: z.array(Id).min(1).max(mostInBatch) }),
    output: z.object({ items: z.array(PosterView) }),
    access: officer('node'),
  },
  posterFile: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id.optional(),
      ids: z
        .array(Id)
        .min(1)
        .max(mostInBatch)
        .describe('booths, in the order of their sheets; those not open are left out'),
      paper: z.enum(['A4', 'A3']),
      ink: z.enum(['colour', 'saving']).describe('saving: black lines in place of coloured fields'),
    }),
    output: z.object({ id: Id, url: z.string(), fileName: z.string(), rows: z.int().describe('sheets in it') }),
    access: officer('node'),
    audit: '导出展台海报',
  },
} as const satisfies Contract

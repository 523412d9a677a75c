import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, optionalText, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'
import { mostAtOnce } from './volunteer'
import { RowResult } from './volunteer-review'
import { ApplicationRow } from './volunteer-views'

export const ShortlistState = z.enum(['open', 'passed', 'dropped'])
export type ShortlistState = z.output<typeof ShortlistState>

/** One choice of the best among those who wait at a desk. */
export const shortlistMachine: Machine<ShortlistState, 'save' | 'pass' | 'drop'> = {
  states: {
    open: { label: '正在择优', tone: 'todo' },
    passed: { label: '已报送', tone: 'done' },
    dropped: { label: '已作废', tone: 'off' },
  },
  moves: [
    { from: ['open'], act: 'save', to: 'open', by: ['officer'], label: '保存排序' },
    {
      from: ['open'],
      act: 'pass',
      to: 'passed',
      by: ['officer'],
      label: '报送人选',
      requires: ['every one chosen passed on'],
    },
    { from: ['open'], act: 'drop', to: 'dropped', by: ['officer'], label: '作废' },
  ],
}

export const pickLabels = { in: '推荐', reserve: '候补', out: '暂不推荐' } as const
const Pick = z.strictObject({
  id: Id,
  pick: z.enum(['in', 'reserve', 'out']),
  reason: optionalText(100, '理由'),
})
export type Pick = z.output<typeof Pick>

/** A candidate beside the others: what one chooses by, never numbers of documents. */
const Candidate = ApplicationRow.extend({
  age: z.int(),
  post: z.string(),
  education: z.string(),
  experience: z.string().nullable(),
  generalVolunteer: z.boolean(),
  frontLine: z.boolean(),
  certificates: z.int(),
  pick: z.enum(['in', 'reserve', 'out']).nullable().describe('null: not looked at yet'),
  reason: z.string(),
  here: z.boolean().describe('still waits at this desk'),
})
export const ShortlistHead = z.object({
  id: Id,
  title: z.string(),
  nodeName: z.string(),
  places: z.int(),
  state: ShortlistState,
  chosen: z.int(),
  reserve: z.int(),
  at: Instant,
  version: Version,
})

const office = { role: 'officer', scope: 'shortlist' } as const

/** Choosing the best (择优推荐) where more apply than there are places. */
export const shortlistEntries = {
  shortlists: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(ShortlistHead), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  shortlist: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({ head: ShortlistHead, candidates: z.array(Candidate), more: z.boolean() }),
    access: office,
  },
  createShortlist: {
    kind: 'command',
    input: z.strictObject({
      ...{ _id: Id, nodeId: Id, title: text(40, '名称') },
      places: z
        .int({ error: '请填写名额' })
        .min(1, { error: '名额至少 1 个' })
        .max(mostAtOnce, { error: '名额最多 200 个' }),
    }),
    output: ShortlistHead,
    access: { role: 'officer', scope: 'node' },
    audit: '发起择优推荐',
  },
  saveShortlist: {
    kind: 'command',
    input: z.strictObject({
      ...{ id: Id, version: Version },
      picks: z.array(Pick).max(mostAtOnce).describe('in the order of rank'),
    }),
    output: Done,
    access: office,
    audit: '择优排序',
  },
  passShortlist: {
    kind: 'command',
    input: z.strictObject({
      ...{ id: Id, version: Version, opinion: text(200, '推荐意见') },
      rows: z
        .array(z.strictObject({ id: Id, version: Version }))
        .min(1)
        .max(mostAtOnce),
      entered: z.boolean().optional(),
    }),
    output: z.object({ results: z.array(RowResult), state: ShortlistState, version: Version }),
    access: office,
    audit: '报送择优人选',
  },
  dropShortlist: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, reason: text(100, '原因') }),
    output: Done,
    access: office,
    audit: '作废择优名单',
  },
} as const satisfies Contract

import * as z from './zod'
import { Id } from './ids'
import { Instant, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type NodeState = 'active' | 'closed'
/** Only an empty node is closed; where something came in at that very moment the clock opens it again. */
export const nodeMachine: Machine<NodeState, 'close' | 'reopen'> = {
  states: { active: { label: '使用中', tone: 'done' }, closed: { label: '已撤销', tone: 'off' } },
  moves: [
    { from: ['active'], act: 'close', to: 'closed', by: ['officer'], label: '撤销组织', requires: ['empty'] },
    { from: ['closed'], act: 'reopen', to: 'active', by: ['clock'], label: '恢复组织' },
  ],
}

const Place = z.object({ id: Id, name: z.string() })
const Seat = Place.extend({ managers: z.int().describe('officers or regulators there') })

export const MovePreview = z.object({
  node: Place,
  from: Place,
  to: Place,
  nodes: z.int().describe('nodes of the subtree, its root among them'),
  people: z.int().describe('people who can be reached through it'),
  enterprises: z.int(),
  openHazards: z.int(),
  applications: z.int().describe('volunteers and applications under way'),
  gains: z.array(Seat).describe('nodes that see it from now on'),
  loses: z.array(Seat).describe('nodes that see it no more'),
  refusal: z.string().nullable().describe('why it may not be moved there; null where it may'),
})
export type MovePreview = z.output<typeof MovePreview>

const Moving = z.object({
  moveId: Id,
  node: Place,
  from: Place,
  to: Place,
  at: Instant,
  /** `waiting` until who read the old tree has written; then `nodes`, then `records`. */
  phase: z.enum(['waiting', 'nodes', 'records']),
  rooms: z.int().describe('functions that look after records'),
  roomsDone: z.int(),
  records: z.int().describe('records rewritten so far'),
})
export type Moving = z.output<typeof Moving>

const NodeStep = z.object({ seq: z.int(), at: Instant, name: z.string(), verb: z.string(), words: z.string() })

const officer = { role: 'officer', scope: 'node' } as const

/** What changes the tree itself. */
export const moveEntries = {
  renameNode: {
    kind: 'command',
    input: z.strictObject({ nodeId: Id, name: text(40, '名称') }),
    output: z.object({ id: Id, name: z.string() }),
    access: officer,
    audit: '修改组织名称',
  },
  previewMove: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id, toId: Id }),
    output: MovePreview,
    access: officer,
  },
  moveNode: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of the move'),
      nodeId: Id,
      fromId: Id.describe('the parent the officer saw'),
      toId: Id.describe('the new parent'),
    }),
    output: z.object({ moveId: Id }),
    access: officer,
    audit: '调整组织隶属',
  },
  closeNode: {
    kind: 'command',
    input: z.strictObject({ nodeId: Id, reason: text(100, '原因') }),
    output: z.object({ id: Id }),
    access: officer,
    audit: '撤销组织',
  },
  moveState: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({ moving: Moving.nullable() }),
    access: officer,
  },
  nodeHistory: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id }),
    output: z.object({ items: z.array(NodeStep) }),
    access: officer,
  },
} as const satisfies Contract

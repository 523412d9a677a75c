import { z } from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import type { Machine } from './state-machine'
import { searchTerms } from './text-similarity'

export const HazardState = z.enum(['reported', 'accepted', 'assigned', 'answered', 'closed', 'declined'])
export type HazardState = z.output<typeof HazardState>
export type HazardAct = 'accept' | 'decline' | 'assign' | 'answer' | 'return' | 'close'

export const hazardMachine: Machine<HazardState, HazardAct> = {
  states: {
    reported: { label: '待受理', tone: 'todo' },
    accepted: { label: '待交办', tone: 'todo' },
    assigned: { label: '整改中', tone: 'doing' },
    answered: { label: '待销号', tone: 'done' },
    closed: { label: '已销号', tone: 'off' },
    declined: { label: '不予受理', tone: 'off' },
  },
  moves: [
    { from: ['reported'], act: 'accept', to: 'accepted', by: ['officer'], label: '受理', requires: ['serial number'] },
    { from: ['reported'], act: 'decline', to: 'declined', by: ['officer'], label: '不予受理', requires: ['reason'] },
    {
      from: ['accepted'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '交办整改',
      requires: ['fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '另行交办',
      requires: ['fixer gone', 'fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned'],
      act: 'answer',
      to: 'answered',
      by: ['fixer'],
      label: '回复整改情况',
      requires: ['after photo'],
    },
    {
      from: ['answered'],
      act: 'return',
      to: 'assigned',
      by: ['officer'],
      label: '退回再改',
      requires: ['reason', 'deadline'],
    },
    {
      from: ['answered'],
      act: 'close',
      to: 'closed',
      by: ['officer'],
      label: '核实销号',
      requires: ['evidence', 'another person'],
    },
  ],
}

export const HazardKind = z.enum([
  'electric',
  'fire',
  'machine',
  'height',
  'chemical',
  'confined',
  'traffic',
  'health',
  'conduct',
  'other',
])
export const hazardKindLabels: Record<z.output<typeof HazardKind>, string> = {
  electric: '用电安全',
  fire: '消防通道',
  machine: '设备设施',
  height: '高处作业',
  chemical: '危险化学品',
  confined: '有限空间',
  traffic: '车辆交通',
  health: '职业危害',
  conduct: '三违行为',
  other: '其他',
}
/** named: officers see the name · hidden: hidden from the fixer and every grant at or below the enterprise's node · anonymous: nobody is stored. */
export const ReporterIdentity = z.enum(['named', 'hidden', 'anonymous'])
export const identityLabels = { named: '实名', hidden: '对企业保密', anonymous: '匿名' } as const
export type ReporterIdentity = z.output<typeof ReporterIdentity>
/** A person's reports a day, anonymous ones included: nobody normal comes near it, and a flood ends there. */
export const reportsPerDay = 20
export const HazardGrade = z.enum(['general', 'major'])
export const gradeLabels = { general: '一般', major: '重大' } as const

/**
 * Where the phone puts the pictures of one hazard: of the report (`before`) and of the answer (`after`).
 * @example hazardPhotoPath(hazardId, 'before', 'a1.jpg')
 */
export const hazardPhotoPath = (hazardId: string, step: 'before' | 'after', name: string) =>
  `hazard/${hazardId}/${step}/${name}`

type LedgerFilter = { state?: HazardState; overdue?: boolean; kind?: z.output<typeof HazardKind> }

/** Name of one shelf of a node's ledger: all of it, or what stands at a state (or overdue), of a kind. */
export const ledgerShelf = (nodeId: string, { state, overdue, kind }: LedgerFilter = {}) =>
  [nodeId, overdue ? 'overdue' : (state ?? '*'), kind ?? '*'].join('.')

type Shelved = { under: readonly string[]; state: HazardState; overdue: boolean; kind: z.output<typeof HazardKind> }

/** Every shelf a hazard stands on: one multikey index over them serves the ledger of each node under each filter. */
export const shelvesOf = ({ under, state, overdue, kind }: Shelved): string[] => {
  const stands: LedgerFilter[] = [{}, { state }, ...(overdue ? [{ overdue }] : [])]
  return under.flatMap((node) => stands.flatMap((at) => [ledgerShelf(node, at), ledgerShelf(node, { ...at, kind })]))
}

type Searched = { code: string; serial: string | null; unit: string | null; place: string; words: string }

/** Terms under which the ledger's search finds a hazard: its two numbers first, then enterprise, place and words. */
export const hazardTerms = ({ code, serial, unit, place, words }: Searched): string[] =>
  searchTerms([code, serial, unit, place, words].filter(Boolean).join(' '))

export const ReportReceipt = z.object({
  id: Id,
  code: z.string(),
  state: HazardState,
  at: Instant,
  handledBy: z.string().describe('name of the union node that will handle it'),
})
/** Whether nothing more happens to a hazard in this state. */
export const isOver = (state: HazardState): boolean => ['closed', 'declined', 'merged'].includes(state)


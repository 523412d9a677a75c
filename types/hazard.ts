import { z } from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import type { HazardSource } from './hazard-record'
import type { Machine, Move } from './state-machine'
import { searchTerms } from './text-similarity'

export const HazardState = z.enum([
  'reported',
  'accepted',
  'assigned',
  'fixing',
  'answered',
  'closed',
  'declined',
  'reopened',
  'merged',
])
export type HazardState = z.output<typeof HazardState>
export type HazardAct =
  | 'accept'
  | 'decline'
  | 'assign'
  | 'plan'
  | 'replan'
  | 'fixOnSpot'
  | 'progress'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'answer'
  | 'return'
  | 'returnUnplanned'
  | 'close'
  | 'prove'
  | 'list'
  | 'extendListing'
  | 'delist'
  | 'reopen'
  | 'uphold'
  | 'recheck'
  | 'recur'
  | 'merge'

/** Rows of an act that changes no state, one for each state it is done in. */
const staying = (
  states: readonly HazardState[],
  row: Omit<Move<HazardState, HazardAct>, 'from' | 'to'>,
): Move<HazardState, HazardAct>[] => states.map((state) => ({ ...row, from: [state], to: state }))

const open: readonly HazardState[] = ['accepted', 'assigned', 'fixing', 'answered', 'reopened']

export const hazardMachine: Machine<HazardState, HazardAct> = {
  states: {
    reported: { label: '待受理', tone: 'todo' },
    accepted: { label: '待交办', tone: 'todo' },
    assigned: { label: '待定方案', tone: 'doing' },
    fixing: { label: '整改中', tone: 'doing' },
    answered: { label: '待销号', tone: 'done' },
    closed: { label: '已销号', tone: 'off' },
    declined: { label: '不予受理', tone: 'off' },
    reopened: { label: '待复查', tone: 'todo' },
    merged: { label: '已合并', tone: 'off' },
  },
  moves: [
    { from: ['reported'], act: 'accept', to: 'accepted', by: ['officer'], label: '受理', requires: ['serial number'] },
    { from: ['reported'], act: 'decline', to: 'declined', by: ['officer'], label: '不予受理', requires: ['reason'] },
    {
      from: ['reported', 'accepted'],
      act: 'merge',
      to: 'merged',
      by: ['officer'],
      label: '合并',
      requires: ['open target'],
    },
    {
      from: ['accepted', 'reopened'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '交办整改',
      requires: ['fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned', 'fixing'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '另行交办',
      requires: ['fixer gone', 'fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned'],
      act: 'plan',
      to: 'fixing',
      by: ['fixer', 'officer'],
      label: '落实整改方案',
      requires: ['five commitments'],
    },
    {
      from: ['fixing'],
      act: 'replan',
      to: 'fixing',
      by: ['fixer', 'officer'],
      label: '修改整改方案',
      requires: ['five commitments'],
    },
    {
      from: ['assigned'],
      act: 'fixOnSpot',
      to: 'answered',
      by: ['fixer'],
      label: '立行立改',
      requires: ['general grade', 'same day', 'after photo'],
    },
    { from: ['fixing'], act: 'progress', to: 'fixing', by: ['fixer'], label: '报告进展', requires: ['words'] },
    ...staying(['assigned', 'fixing'], {
      act: 'askExtension',
      by: ['fixer'],
      label: '申请延期',
      requires: ['none asked', 'reason', 'later date'],
    }),
    ...staying(['assigned', 'fixing'], {
      act: 'grantExtension',
      by: ['officer'],
      label: '同意延期',
      requires: ['asked', 'another person'],
    }),
    ...staying(['assigned', 'fixing'], {
      act: 'refuseExtension',
      by: ['officer'],
      label: '不同意延期',
      requires: ['asked', 'another person', 'reason'],
    }),
    {
      from: ['fixing'],
      act: 'answer',
      to: 'answered',
      by: ['fixer'],
      label: '回复整改情况',
      requires: ['after photo'],
    },
    {
      from: ['answered'],
      act: 'return',
      to: 'fixing',
      by: ['officer'],
      label: '退回再改',
      requires: ['plan', 'reason', 'deadline'],
    },
    {
      from: ['answered'],
      act: 'returnUnplanned',
      to: 'assigned',
      by: ['officer'],
      label: '退回再改',
      requires: ['no plan', 'reason', 'deadline'],
    },
    {
      from: ['answered'],
      act: 'close',
      to: 'closed',
      by: ['officer'],
      label: '核实销号',
      requires: ['evidence', 'another person', 'proofs where major', 'not listed'],
    },
    ...staying(open, { act: 'prove', by: ['officer'], label: '登记双报告', requires: ['major'] }),
    ...staying(open, { act: 'list', by: ['officer'], label: '登记挂牌督办', requires: ['not listed'] }),
    ...staying(open, {
      act: 'extendListing',
      by: ['officer'],
      label: '督办延期',
      requires: ['listed', 'reason', 'later date'],
    }),
    ...staying(open, { act: 'delist', by: ['officer'], label: '登记摘牌', requires: ['listed', 'reason'] }),
    {
      from: ['closed'],
      act: 'reopen',
      to: 'reopened',
      by: ['reporter'],
      label: '仍有隐患',
      requires: ['reason', 'within 90 days'],
    },
    {
      from: ['reopened'],
      act: 'uphold',
      to: 'closed',
      by: ['officer'],
      label: '维持销号',
      requires: ['reason', 'another person', 'proofs where major', 'not listed'],
    },
    {
      from: ['closed'],
      act: 'recheck',
      to: 'closed',
      by: ['officer'],
      label: '再次查看，仍在',
      requires: ['words', 'another person', 'within 90 days'],
    },
    {
      from: ['closed'],
      act: 'recur',
      to: 'reopened',
      by: ['officer'],
      label: '隐患又出现',
      requires: ['reason', 'within 90 days'],
    },
  ],
}

/** Whether the enterprise is at work on it: its deadline runs. */
export const isBeingFixed = (state: HazardState): boolean => state === 'assigned' || state === 'fixing'

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
 * Where the phone puts the pictures of one hazard: of the report (`before`), of the way (`during`), of the answer
 * (`after`) and of what came back (`again`).
 * @example hazardPhotoPath(hazardId, 'before', 'a1.jpg')
 */
export const hazardPhotoPath = (hazardId: string, step: 'before' | 'during' | 'after' | 'again', name: string) =>
  `hazard/${hazardId}/${step}/${name}`

type LedgerFilter = {
  state?: HazardState
  overdue?: boolean
  listed?: boolean
  kind?: z.output<typeof HazardKind>
  source?: HazardSource
}

/** Whether nothing more happens to a hazard in this state. */
export const isOver = (state: HazardState): boolean => ['closed', 'declined', 'merged'].includes(state)

/**
 * Name of one shelf of a node's ledger: all of it, or what stands at a state (or overdue, or listed), of a kind or, where
 * none is named, from a source.
 */
export const ledgerShelf = (nodeId: string, { state, overdue, listed, kind, source }: LedgerFilter = {}) => {
  const stand = listed ? 'listed' : overdue ? 'overdue' : (state ?? '*')
  return [nodeId, stand, kind ?? (source ? `from-${source}` : '*')].join('.')
}

type Supervised = { state: HazardState; listing?: { delisted: unknown } | null }

/** Whether a safety committee's supervision of it goes on. */
export const isListed = ({ state, listing }: Supervised): boolean =>
  Boolean(listing) && !listing?.delisted && !isOver(state)

type Shelved = Supervised & {
  under: readonly string[]
  overdue: boolean
  kind: z.output<typeof HazardKind>
  source?: HazardSource | null
}

/** Every shelf a hazard stands on: one multikey index over them serves the ledger of each node under each filter. */
export const shelvesOf = ({ under, state, overdue, kind, source, listing }: Shelved): string[] => {
  const listed = isListed({ state, listing })
  const stands: LedgerFilter[] = [{}, { state }, ...(overdue ? [{ overdue }] : []), ...(listed ? [{ listed }] : [])]
  const parts: LedgerFilter[] = [{}, { kind }, ...(source ? [{ source }] : [])]
  return under.flatMap((node) => stands.flatMap((at) => parts.map((part) => ledgerShelf(node, { ...at, ...part }))))
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

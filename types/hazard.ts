import * as z from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import type { CampaignGrade, HazardSource, RecordKind } from './hazard-record'
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
  'ceased',
])
export type HazardState = z.output<typeof HazardState>

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
  /** What is being fixed, whichever of its states it stands at. */
  due?: boolean
  kind?: z.output<typeof HazardKind>
  source?: HazardSource
  record?: z.output<typeof RecordKind>
  level?: z.output<typeof CampaignGrade>
}

/** Whether nothing more happens to a hazard in this state. */
export const isOver = (state: HazardState): boolean => ['closed', 'declined', 'merged', 'ceased'].includes(state)

/**
 * Name of one shelf of the ledger of a node or an enterprise: all of it, or what stands at a state (or overdue, or
 * listed, or is being fixed), and of that one part: a kind, else a source, else a kind of record, else a grade.
 */
export const ledgerShelf = (placeId: string, asked: LedgerFilter = {}) => {
  const { state, overdue, listed, due, kind, source, record, level } = asked
  const stand = listed ? 'listed' : overdue ? 'overdue' : (state ?? (due ? 'due' : '*'))
  const filed = source ? `from-${source}` : record ? `record-${record}` : level ? `level-${level}` : '*'
  return [placeId, stand, kind ?? filed].join('.')
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
  record?: z.output<typeof RecordKind> | null
  level?: z.output<typeof CampaignGrade> | null
  enterprise?: { id: string } | null
}

/**
 * Every shelf a hazard stands on: one multikey index over them serves the ledger of each node, and of its enterprise,
 * under each filter.
 */
export const shelvesOf = (hazard: Shelved): string[] => {
  const { under, state, overdue, kind, source, record, level, listing, enterprise } = hazard
  const listed = isListed({ state, listing })
  const stands: LedgerFilter[] = [
    ...[{}, { state }, ...(isBeingFixed(state) ? [{ due: true }] : [])],
    ...[...(overdue ? [{ overdue }] : []), ...(listed ? [{ listed }] : [])],
  ]
  const parts: LedgerFilter[] = [
    ...[{}, { kind }, ...(source ? [{ source }] : [])],
    ...[...(record ? [{ record }] : []), ...(level ? [{ level }] : [])],
  ]
  const places = [...under, ...(enterprise ? [enterprise.id] : [])]
  return places.flatMap((place) => stands.flatMap((at) => parts.map((part) => ledgerShelf(place, { ...at, ...part }))))
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

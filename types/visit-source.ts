import { dateOf, formatTime } from './calendar'
import { Id } from './ids'
import * as z from './zod'

/** Where a visit came from: the booth whose code was scanned first, and who showed his own code. */
export const VisitSource = z.strictObject({ booth: Id.optional(), by: Id.optional().describe('personId') })
export type VisitSource = z.output<typeof VisitSource>

/** Hours for which what a person does counts for the booth he came by: the first one within them. */
export const creditHours = 24

/** From seeing a poster to taking part, in this order on every screen. */
export const visitStages = ['scans', 'people', 'players', 'reports', 'applications', 'consents'] as const
export type VisitStage = (typeof visitStages)[number]
export const visitStageLabels: Record<VisitStage, string> = {
  scans: '扫码',
  people: '来的人',
  players: '开始答题',
  reports: '上报隐患',
  applications: '报名志愿者',
  consents: '同意接收消息',
}
/** Scans of a code that leads elsewhere by now are counted apart. */
export type VisitField = VisitStage | 'redirected'
export type VisitAddition = { key: string; field: string; by: number }

const digits = (date: string) => date.replace(/-/g, '')

/** Keys of a booth's counters: all in all, a month by days, a day by hours. */
export const boothKey = (id: string) => `booth.${id}`
/** @param month `2026-06` */
export const boothMonthKey = (id: string, month: string) => `booth.${id}.${digits(month)}`
/** @param date `2026-06-16` */
export const boothDayKey = (id: string, date: string) => `booth.${id}.${digits(date)}`
/** Key of who showed his own code. */
export const carrierKey = (personId: string) => `by.${personId}`

const pad = (value: number) => String(value).padStart(2, '0')
/** Field of a month's counter (`day` 1…31) or a day's counter (`hour` 0…23): `scans07`. */
export const visitField = (stage: VisitField, at: number) => `${stage}${pad(at)}`

/** What one step adds to a booth's counters. */
export const countAtBooth = (id: string, stage: VisitField, at: Date): VisitAddition[] => {
  const date = dateOf(at)
  const [day, hour] = [Number(date.slice(8)), Number(formatTime(at).slice(0, 2))]
  return [
    { key: boothKey(id), field: stage, by: 1 },
    { key: boothMonthKey(id, date.slice(0, 7)), field: visitField(stage, day), by: 1 },
    { key: boothDayKey(id, date), field: visitField(stage, hour), by: 1 },
  ]
}

/** What one step adds for where its person came from: the booth, and who showed his own code. */
export const countFrom = ({ booth, by }: VisitSource, stage: VisitStage, at: Date): VisitAddition[] => [
  ...(booth ? countAtBooth(booth, stage, at) : []),
  ...(by ? [{ key: carrierKey(by), field: stage, by: 1 }] : []),
]

/** The source a call names; an older phone names only the booth it stands at. */
export const sourceOf = (source: VisitSource | undefined, boothId: string | undefined): VisitSource =>
  source ?? (boothId === undefined ? {} : { booth: boothId })

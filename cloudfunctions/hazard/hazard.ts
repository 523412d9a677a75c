import type { Picture } from 'types/fields'
import type { HazardGrade, HazardKind, HazardState, ReporterIdentity } from 'types/hazard'
import type { HazardClasses } from 'types/hazard-class-view'
import type { CongressForm, ListingLevel } from 'types/hazard-proof-views'
import type { CampaignGrade, HazardSource, RecordKind } from 'types/hazard-record'
import type * as z from 'types/zod'
import type { Aggregate } from '../kit/aggregate'
import type { HazardAward } from './award/award'
import type { Ladder } from './ladder/standing'
import type { Joiner } from './join/joiner'

/** One picture: first as the phone put it there, then as the clock cleaned it and WeChat judged it. */
export type HazardPhoto = {
  fileId: string
  check: Picture['check']
  /** Whether it is known to be a picture and carries no place, device or time any more; only then others see it. */
  clean: boolean
  /** The phone's own file, until it is deleted. */
  original: string | null
  /** WeChat's number of the check, null before it is asked. */
  trace: string | null
  at: Date
}

export type HazardAnswer = {
  words: string
  photos: HazardPhoto[]
  at: Date
  /** Person id of who answered. */
  by: string
  /** For the content check of the pictures; null once he erased himself. */
  openid: string | null
}

/** 五落实 as the enterprise gave them. */
export type HazardPlan = {
  answerable: string
  measures: string
  /** yuan */
  money: number
  dueAt: Date
  emergency: string
  at: Date
  /** Person id of who wrote it down. */
  by: string
}

export type HazardNote = Omit<HazardAnswer, 'openid'>

export type HazardExtension = {
  state: 'asked' | 'granted' | 'refused'
  reason: string
  dueAt: Date
  was: Date
  askedAt: Date
  /** Person id of who asked: another one answers. */
  askedBy: string
  answer: string | null
  answeredAt: Date | null
}

export type HazardProofs = {
  regulator: { at: Date; to: string; number: string } | null
  congress: { at: Date; form: z.output<typeof CongressForm>; where: string } | null
}

export type HazardListing = {
  number: string
  level: z.output<typeof ListingLevel>
  publishedAt: Date
  dueAt: Date
  extensions: { dueAt: Date; was: Date; reason: string; at: Date }[]
  delisted: { at: Date; reason: string } | null
}

/** That it is not in order after all: said by who reported it, or by an officer. */
export type HazardReopening = { by: 'reporter' | 'officer'; reason: string; photos: HazardPhoto[]; at: Date }

export type HazardDoc = Aggregate<HazardState> & {
  /** Receipt code, derived from the id. */
  code: string
  serial: string | null
  /** `<year>.<number, 7 digits>` once accepted, `.<id>` before: unique among all, so that no number is given twice. */
  serialKey: string
  /** The union node that handles it. */
  node: { id: string; name: string }
  enterprise: { id: string; name: string; nodeId: string } | null
  /** Topmost nodes of employers a hidden reporter is hidden from, with everything below them; set where it was routed. */
  hiddenFrom: string[]
  boothId: string | null
  place: string
  words: string
  wish: string | null
  wordsCheck: 'pass' | 'review'
  kind: z.output<typeof HazardKind>
  grade: z.output<typeof HazardGrade> | null
  photos: HazardPhoto[]
  identity: ReporterIdentity
  /** openid of the reporter; null when the report is anonymous or he erased himself. */
  owner: string | null
  /** Keyed fingerprint of an anonymous reporter's retrieval key. */
  keyMark: string | null
  /** Ciphertext of the name of who had a team leader write it down; null where he reported himself or is anonymous. */
  spoken: string | null
  /** Who looked up a name, and when; `of` is a joiner's id, absent for the reporter. */
  opened: { by: string; at: Date; of?: string }[]
  fixer: { personId: string; openid: string; name: string } | null
  /** Person ids of everybody it was ever handed to or who ever answered: none of them may close it. */
  hands: string[]
  /** Enterprise whose fixers work on it; null before it is handed to one. */
  fixingFor: string | null
  /** Order of a fixer's list: 0 to do, 1 answered, 2 closed. */
  fixRank: number
  suggestion: string | null
  dueAt: Date | null
  overdue: boolean
  /** How far up it had to be pressed for; absent on its first rung. */
  ladder?: Ladder
  /** When it was handed to the fixer it lies with. */
  handedAt: Date | null
  plan: HazardPlan | null
  /** Plans that were changed or went with a former fixer, oldest first. */
  formerPlans: HazardPlan[]
  notes: HazardNote[]
  extensions: HazardExtension[]
  /** By when the enterprise is to say how far it is; null while it is not fixing. */
  progressDueAt: Date | null
  proofs: HazardProofs
  listing: HazardListing | null
  reopenings: HazardReopening[]
  /** After closing: until when it may be opened again. */
  watchUntil: Date | null
  /** When the officers are asked to look again; null when they were. */
  recheckAt: Date | null
  record: z.output<typeof RecordKind> | null
  level: z.output<typeof CampaignGrade> | null
  source: HazardSource | null
  /** By the dictionaries of the day it was reported; absent before an officer gave them. */
  classes?: HazardClasses
  answer: HazardAnswer | null
  reason: string | null
  /** Who reported the same after the first, in the order they reached it; `at` tells who was first. */
  joiners: Joiner[]
  joins: number
  /** openids of everybody who sees it among his own: reporter and joiners. */
  followers: string[]
  /** Where it lies while it is open, for who is about to report the same: see `spot` in report/standing. */
  spots: string[]
  /** It concerns who would have read it: wherever it goes, it goes past him. */
  above?: boolean
  /** Its words said nothing to act on, and no picture showed more: a hint to the officer. */
  vague?: boolean
  /** How often its reporters wrote a call down. */
  calls?: number
  /** That the enterprise exists no more: since which day, by what one knows, what was seen there. */
  ceased?: { on: string; proof: string; words: string } | null
  /** How many were put together with it. */
  merges?: number
  /** The hazard it was put together with. */
  mergedInto: string | null
  /** Life was in danger when it was reported. */
  danger: boolean
  /** 1 while a danger to life is open: the first in every ledger. */
  urgent: number
  shelves: string[]
  terms: string[]
  /** When the clock looks at it next: officers to tell, pictures to clean, checks that never came. */
  clockAt: Date | null
  /** What the officers of the node have not been told yet. */
  tell: 'reported' | 'answered' | 'reopened' | 'fixerGone' | null
  /** Of those who gave their name, by report: who may be called by his surname on a list of rewards. */
  callable?: string[]
  /** Rewards it earned, by report; null where one was taken back. */
  awards?: Record<string, HazardAward | null>
  /** Picture checks asked of WeChat. */
  traces: string[]
}

/** The fields of the fixing before anybody was asked to fix. */
export const unfixed = {
  handedAt: null,
  plan: null,
  formerPlans: [],
  notes: [],
  extensions: [],
  progressDueAt: null,
  proofs: { regulator: null, congress: null },
  listing: null,
  reopenings: [],
  watchUntil: null,
  recheckAt: null,
  record: null,
  level: null,
  source: null,
} satisfies Partial<HazardDoc>

import * as z from './zod'
import { Id } from './ids'
import { Instant, Picture, TimelineItem, Version } from './fields'
import { Extension, FivePlan, ProgressNote } from './hazard-five'
import { OwnAward, PublicName } from './hazard-award-own'
import { HazardClasses } from './hazard-class-view'
import { ListingView, ProofsView } from './hazard-proof-views'
import { CampaignGrade, HazardSource, RecordKind } from './hazard-record'
import { HazardGrade, HazardKind, HazardState, ReporterIdentity } from './hazard'

/** Fields of a row of any list. */
export const hazardSummary = {
  id: Id,
  code: z.string(),
  serial: z.string().nullable(),
  state: HazardState,
  kind: HazardKind,
  grade: HazardGrade.nullable(),
  words: z.string(),
  place: z.string(),
  unit: z.string().nullable(),
  cover: Picture.nullable(),
  reportedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean().describe('marked by the clock; until then the phone compares dueAt itself'),
  danger: z.boolean().default(false).describe('life was in danger when it was reported'),
  joins: z.int().default(0).describe('how many reported the same after the first'),
  version: Version,
  listed: z.boolean().default(false).describe('a safety committee supervises it'),
  record: RecordKind.nullable().default(null),
  level: CampaignGrade.nullable().default(null).describe("the campaign's own grade"),
  source: HazardSource.nullable().default(null).describe('through whom it was found; null before acceptance'),
}
export const HazardRow = z.object(hazardSummary)
export type HazardRow = z.output<typeof HazardRow>

/** What every reader of one hazard sees. */
export const hazardFull = {
  ...hazardSummary,
  photos: z.array(Picture),
  suggestion: z.string().nullable().describe("the union's suggestion to the enterprise"),
  answer: z.object({ words: z.string(), photos: z.array(Picture), at: Instant }).nullable(),
  reason: z.string().nullable().describe('why declined or returned'),
  timeline: z.array(TimelineItem),
}
export const Reopening = z.object({
  by: z.enum(['reporter', 'officer']),
  reason: z.string(),
  photos: z.array(Picture),
  at: Instant,
})

/** The way of the fixing, for the two sides that work on it. */
export const hazardFixing = {
  plan: FivePlan.nullable(),
  progressDueAt: Instant.nullable().describe('by when the enterprise is to say how far it is'),
  notes: z.array(ProgressNote).describe('newest first'),
  extensions: z.array(Extension).describe('newest first'),
}
const MergedInto = z.object({ id: Id, code: z.string() }).nullable().describe('the hazard it was put together with')
export const ReporterView = z.object({
  ...hazardFull,
  identity: ReporterIdentity,
  reopenUntil: Instant.nullable().default(null).describe('until when he may say that it is not in order after all'),
  identityOpened: z.array(z.object({ by: z.string(), at: Instant })),
  joined: z.boolean().describe('the reader joined what another reported: neither words nor pictures are his'),
  spoken: z.boolean().default(false).describe('a team leader wrote it down and keeps the name of who spoke'),
  mergedInto: MergedInto,
  award: OwnAward.nullable().default(null),
  publicName: PublicName.nullable().default(null).describe('how a list of rewards calls him; null: no choice of his'),
})
const CoReporter = z.object({
  id: Id,
  identity: ReporterIdentity,
  at: Instant,
  words: z.string().nullable(),
  name: z.string().nullable().describe('only where named'),
  mayOpen: z.boolean(),
})
export const OfficerView = z.object({
  ...hazardFull,
  ...hazardFixing,
  identity: ReporterIdentity,
  reporter: z.string().nullable().describe('only where named and the officer is entitled'),
  mayOpenIdentity: z.boolean(),
  wish: z.string().nullable().describe('what the reporter suggests'),
  flagged: z.boolean().describe('the content check asks for a second look at the words'),
  classes: HazardClasses.nullable().default(null),
  proofs: ProofsView,
  listing: ListingView.nullable(),
  reopenings: z.array(Reopening).describe('newest first'),
  watchUntil: Instant.nullable().describe('after closing: until when it may be opened again'),
  handledBy: z.string().describe('name of the union node'),
  fixer: z.string().nullable().describe('name of the person it was handed to; null again once he erased himself'),
  fixerGone: z.boolean().describe('he is a fixer of the enterprise no more: it may be handed to another'),
  fixers: z.array(z.object({ id: Id, name: z.string() })),
  acts: z.array(z.string()),
  mergedInto: MergedInto,
  ceased: z
    .object({ on: z.string(), proof: z.string(), words: z.string() })
    .nullable()
    .default(null)
    .describe('that the enterprise exists no more, and by what one knows'),
  above: z.boolean().default(false).describe('it concerns who would have read it: handled one union above'),
  vague: z.boolean().default(false).describe('its words say nothing to act on and no picture shows more'),
  reporters: z.array(CoReporter).describe('everybody who reported it, the first valid one first'),
})
export const FixerView = z.object({ ...hazardFull, ...hazardFixing, acts: z.array(z.string()) })

/** What a move names: the hazard and the version the person saw. */
export const hazardMove = { id: Id, version: Version }
export const officerOf = { role: 'officer', scope: 'hazard' } as const
export const fixerOf = { role: 'fixer', scope: 'hazard' } as const

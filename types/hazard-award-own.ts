import * as z from './zod'
import { Id } from './ids'
import { Instant } from './fields'

/** How a list calls somebody: by his surname and where he works, or by the end of his report's number alone. */
export const PublicName = z.enum(['surname', 'code'])
export type PublicName = z.output<typeof PublicName>
export const publicNameLabels: Record<PublicName, string> = { surname: '写姓氏', code: '只写线索编号' }

export const OwnStage = z.enum(['announced', 'final', 'handed'])
/** A reward as its reporter sees it on the page of his report. */
export const OwnAward = z.object({
  id: Id.describe('of the batch'),
  stage: OwnStage,
  title: z.string(),
  seat: z.int(),
  label: z.string().describe('how the list calls him'),
  reward: z.string(),
  where: z.string(),
  until: z.string().describe('2026-09-30'),
  code: z.string().nullable().describe('shown where the reward is fetched; null before the list is final'),
  announcedAt: Instant,
  objectUntil: Instant,
  finalAt: Instant.nullable(),
  handedAt: Instant.nullable(),
})
export type OwnAward = z.output<typeof OwnAward>

import * as z from './zod'
import { Instant } from './fields'

/** Where a major hazard was made known to the workers. */
export const CongressForm = z.enum(['assembly', 'congress', 'board'])
export const congressLabels: Record<z.output<typeof CongressForm>, string> = {
  ...{ assembly: '职工大会', congress: '职代会', board: '公示栏' },
}
/** Whose safety committee listed it. */
export const ListingLevel = z.enum(['county', 'city', 'province'])
export const listingLabels: Record<z.output<typeof ListingLevel>, string> = { county: '县', city: '市', province: '省' }

/** 双报告: that a major hazard was reported to the regulator and to the workers. */
export const ProofsView = z.object({
  regulator: z.object({ at: Instant, to: z.string(), number: z.string() }).nullable(),
  congress: z.object({ at: Instant, form: CongressForm, where: z.string() }).nullable(),
})

/** 挂牌督办: number, whose, until when, how often put off, and its end. */
export const ListingView = z.object({
  number: z.string(),
  level: ListingLevel,
  publishedAt: Instant,
  dueAt: Instant,
  extensions: z.array(z.object({ dueAt: Instant, was: Instant, reason: z.string(), at: Instant })),
  delisted: z.object({ at: Instant, reason: z.string() }).nullable(),
})

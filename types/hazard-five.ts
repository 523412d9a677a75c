import * as z from './zod'
import { Instant, Picture, text } from './fields'

/** How often the enterprise reports how far it is: days, and days where many watch (major or listed). */
export const progressDays = { usual: 7, watched: 30 } as const
/** Notes and extensions one hazard takes: far above what a year brings. */
export const mostNotes = 60
export const mostExtensions = 20
/** Plans one hazard keeps beside the one it stands by. */
export const mostPlans = 30

/** Days a closed hazard is watched, and after how many of them the officers are asked to look again. */
export const watchDays = { until: 90, lookAgain: 30 } as const
export const mostReopenings = 10

export const fiveTexts = {
  answerable: text(60, '责任人'),
  measures: text(500, '整改措施'),
  money: z
    .number({ error: '请填写整改资金，没有花费填 0' })
    .min(0, { error: '整改资金不能小于 0' })
    .max(1_000_000_000, { error: '整改资金填得太大，请核对' })
    .describe('yuan; 0 where it costs nothing'),
  emergency: text(300, '应急预案'),
}

/** 五落实: who answers for it, what is done, with what money, by when, and what is done if it goes wrong meanwhile. */
export const FivePlan = z.object({ ...fiveTexts, dueAt: Instant })
export type FivePlan = z.output<typeof FivePlan>

export const ProgressNote = z.object({ words: z.string(), photos: z.array(Picture), at: Instant })

export const extensionLabels = { asked: '等工会答复', granted: '已同意', refused: '未同意' } as const
export const Extension = z.object({
  state: z.enum(['asked', 'granted', 'refused']),
  reason: z.string(),
  dueAt: Instant.describe('the new deadline asked for'),
  was: Instant.describe('the deadline until then'),
  askedAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
})

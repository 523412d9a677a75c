import { LongRule } from './fit-wording'
import { Id } from './ids'
import { ReadyKey } from './ready-texts'
import { MessagePage, OfficerTemplate, Wording } from './template-keys'
import * as z from './zod'

/** What a message says. */
export const words = {
  ...{ nodeId: Id, template: OfficerTemplate, wording: Wording, page: MessagePage.optional() },
  longRule: LongRule.optional().describe('where a name or a unit is too long; absent: that is a problem'),
}
/** What it was written with. */
export const origin = { text: Id.optional(), ready: ReadyKey.optional() }

const Sample = z.object({ who: z.string(), fields: z.array(z.object({ name: z.string(), value: z.string() })) })
const TooLong = z.object({
  key: z.string(),
  name: z.string(),
  people: z.int().describe('for how many it is too long'),
  who: z.string().describe('the worst of them'),
  value: z.string().describe('what he would read'),
  over: z.int().describe('characters too many; 0: not a matter of length'),
})

/** What the names and units of an audience make of a wording. */
export const wordingSeen = {
  tooLong: z.array(TooLong),
  fitted: z.int().describe('for how many the rule was needed'),
  samples: z
    .object({ first: Sample.optional(), longest: Sample.optional(), unitless: Sample.optional() })
    .describe('real recipients; empty where everybody reads the same'),
}

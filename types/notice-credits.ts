import * as z from './zod'
import { ConsentPlace } from './consent-places'
import { Instant } from './fields'
import { Id } from './ids'
import type { Contract } from './contract'
import { TemplateKey } from './template-keys'

export const CreditRow = z.object({
  key: TemplateKey,
  title: z.string(),
  reachable: z.int().describe('people with at least one consent left'),
  left: z.int().describe('consents left'),
  spent: z.int().describe('consents used up since spending is noted'),
  earned: z.array(z.object({ place: ConsentPlace.nullable(), count: z.int() })).describe('most first; null: not noted'),
})

/** Who can still be reached by WeChat, and through which taps that was earned. */
export const creditEntries = {
  credits: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({
      people: z.int(),
      isWhole: z.boolean().describe('false: there are more people than could be read in time'),
      templates: z.array(CreditRow),
      spent: z
        .array(z.object({ pushId: Id, headline: z.string(), at: Instant, sent: z.int() }))
        .describe('latest pushes and what they used up'),
    }),
    access: { role: 'officer', scope: 'node' },
  },
} as const satisfies Contract

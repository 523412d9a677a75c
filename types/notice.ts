import * as z from './zod'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import { Audience, audienceLabels } from './notice-audience'
import { audienceEntries } from './notice-audiences'
import { creditEntries } from './notice-credits'
import { messageMachine, MessageState, type MessageAct } from './notice-message'
import { outcomeEntries } from './notice-outcome'
import { ownEntries } from './notice-own'
import { pushEntries } from './notice-pushes'
import { pushRuleEntries } from './notice-rules'
import { textEntries } from './notice-template'
import { triggerEntries } from './notice-trigger'
import { tryEntries } from './notice-try'
import { MessagePage, OfficerTemplate, TemplateKey } from './template-keys'

export { Audience, audienceLabels, messageMachine, MessagePage, MessageState, OfficerTemplate, TemplateKey }
export type { MessageAct }

export const TemplateView = z.object({
  key: OfficerTemplate,
  id: z.string(),
  title: z.string(),
  fields: z.array(z.object({ key: z.string(), name: z.string(), hint: z.string() })),
})
export const noticeContract = {
  ...platformEntries,
  ...textEntries,
  ...triggerEntries,
  ...tryEntries,
  ...ownEntries,
  templates: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(TemplateView) }),
    access: { role: 'officer' },
  },
  ...pushEntries,
  ...outcomeEntries,
  ...audienceEntries,
  ...pushRuleEntries,
  ...creditEntries,
} as const satisfies Contract

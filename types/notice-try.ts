import * as z from './zod'
import { Id } from './ids'
import type { Contract } from './contract'
import { TemplateKey } from './template-keys'

/** Whether a template works, tried on oneself: asked again with the same id it says what has become of it. */
export const tryEntries = {
  tryTemplate: {
    kind: 'command',
    input: z.strictObject({ _id: Id, template: TemplateKey }),
    output: z.object({
      isOver: z.boolean(),
      isSent: z.boolean(),
      words: z.string().describe('what became of it'),
    }),
    access: { role: 'officer' },
    audit: '给自己试发消息',
  },
} as const satisfies Contract

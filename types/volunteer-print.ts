import * as z from './zod'
import { Id } from './ids'
import { Version, optionalText } from './fields'
import type { Contract } from './contract'

const Printed = z.object({
  fileName: z.string(),
  url: z.string().describe('temporary address; the file itself is deleted after an hour'),
  version: Version.describe('a print is an event: what to act with next'),
})

/** The application form as a Word document, front and back, in the layout of the paper one. */
export const printEntries = {
  printMine: {
    kind: 'command',
    input: z.strictObject({ id: Id, full: z.boolean().describe('with the whole ID number and phone') }),
    output: Printed,
    access: { owner: 'application' },
    audit: '打印本人申请表',
  },
  printForm: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      reason: optionalText(100, '打印原因').describe('given: with the whole ID number, marked on every page'),
    }),
    output: Printed,
    access: { role: ['officer', 'regulator'], scope: 'application' },
    audit: '打印志愿者申请表',
  },
} as const satisfies Contract

import * as z from './zod'
import { Done, Version } from './fields'
import type { Contract } from './contract'

const count = (most: number, name: string) =>
  z
    .int({ error: `${name}应是整数` })
    .min(0, { error: `${name}不能小于 0` })
    .max(most, { error: `${name}最多 ${most}` })
const hour = z.int({ error: '请选择整点' }).min(0).max(23)

/** How much one union tree sends, and when. */
export const PushRules = z.strictObject({
  perPerson: count(20, '每人每天').describe('WeChat reminders of pushes a person gets a day; 0: none at all'),
  perNode: count(100, '每个单位每天').describe('pushes a union may begin a day'),
  trialAbove: count(100_000, '试发人数').describe('a push to more than so many needs a trial of the same words first'),
  approveAbove: count(100_000, '同意人数').describe('a push to more than so many needs the word of a second officer'),
  quietFrom: hour.describe('Shanghai hour from which nobody is reminded'),
  quietTo: hour.describe('hour from which they are again; the same as quietFrom: no quiet'),
})
export type PushRules = z.output<typeof PushRules>

export const shippedPushRules: PushRules = {
  ...{ perPerson: 3, perNode: 10, trialAbove: 200, approveAbove: 500, quietFrom: 22, quietTo: 8 },
}

/** Whether nobody is reminded at this moment of what an officer wrote; it waits and stands in the app. */
export const isQuiet = (at: Date, { quietFrom, quietTo }: Pick<PushRules, 'quietFrom' | 'quietTo'>): boolean => {
  const hourNow = (at.getUTCHours() + 8) % 24
  return quietFrom <= quietTo ? hourNow >= quietFrom && hourNow < quietTo : hourNow >= quietFrom || hourNow < quietTo
}

/** The rules of a tree; changed by the officers of its root alone. */
export const pushRuleEntries = {
  pushRules: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ rules: PushRules, version: Version.nullable(), mayChange: z.boolean() }),
    access: { role: 'officer' },
  },
  setPushRules: {
    kind: 'command',
    input: z.strictObject({ version: Version.nullable(), rules: PushRules }),
    output: Done,
    access: { role: 'officer', scope: 'root' },
    audit: '修改推送规则',
  },
} as const satisfies Contract

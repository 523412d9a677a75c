import * as z from './zod'
import { Done, Version } from './fields'
import { Id } from './ids'
import type { Contract } from './contract'
import { isSwitch, type SwitchKey, type TriggerKey, triggers } from './triggers'

const keys = Object.keys(triggers) as [TriggerKey, ...TriggerKey[]]
export const TriggerName = z.enum(keys)
export const SwitchName = z.custom<SwitchKey>((key) => typeof key === 'string' && isSwitch(key), {
  error: '这一类提醒不能关闭',
})

export const TriggerState = z.object({
  key: TriggerName,
  on: z.boolean(),
  by: z.string().nullable().describe('the union that said so; null: as shipped'),
  own: z.boolean().describe('whether this union said so itself'),
  withheld: z.int().describe('messages not sent because it was off, for this union and those below'),
})

const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const

/** Messages the product sends by itself, and which of them a union wants. */
export const triggerEntries = {
  triggers: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({ items: z.array(TriggerState), version: Version.nullable() }),
    access: officer('node'),
  },
  setTrigger: {
    kind: 'command',
    input: z.strictObject({
      nodeId: Id,
      version: Version.nullable().describe('of what was seen; null: nothing was set yet'),
      key: SwitchName,
      on: z.boolean().nullable().describe('null: as the union above has it'),
    }),
    output: Done,
    access: officer('node'),
    audit: '设置自动提醒',
  },
} as const satisfies Contract

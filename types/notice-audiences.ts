import * as z from './zod'
import { Done, Version, text } from './fields'
import { Id } from './ids'
import type { Contract } from './contract'
import { Audience } from './notice-audience'
import type { Machine } from './state-machine'

export const AudienceState = z.enum(['live', 'retired'])
export type AudienceState = z.output<typeof AudienceState>

export const audienceMachine: Machine<AudienceState, 'retire'> = {
  states: { live: { label: '在用', tone: 'done' }, retired: { label: '已停用', tone: 'off' } },
  moves: [{ from: ['live'], act: 'retire', to: 'retired', by: ['officer'], label: '停用' }],
}

/** How many a union keeps. */
export const mostAudiences = 50

/** Somebody who may be left out by name; `mark` tells two of one name apart. */
const Person = z.object({ id: Id, name: z.string(), unit: z.string().nullable(), mark: z.string() })
/** How many a search shows. */
export const mostFound = 20

export const SavedAudience = z.object({
  id: Id,
  name: z.string(),
  audience: Audience,
  words: z.string(),
  nodeName: z.string(),
  mine: z.boolean().describe('whether the caller may retire it'),
  by: z.string(),
  version: Version,
})

const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const
const Choice = z.object({ id: Id, title: z.string() })

/** Audiences a union keeps under a name, and what they can be put together from. */
export const audienceEntries = {
  audiences: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({ items: z.array(SavedAudience) }),
    access: officer('node'),
  },
  audienceChoices: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({
      industries: z.array(z.string()),
      contests: z.array(Choice),
      activities: z.array(Choice),
    }),
    access: officer('node'),
  },
  /** People of the audience's places, whatever else is asked of them: by the beginning of a name, or those left out already. */
  audiencePeople: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), audience: Audience, name: text(20, '姓名').optional() }),
    output: z.object({ items: z.array(Person), more: z.boolean() }),
    access: officer('node'),
  },
  saveAudience: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, name: text(20, '名称'), audience: Audience }),
    output: SavedAudience,
    access: officer('node'),
    audit: '保存推送对象',
  },
  retireAudience: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version }),
    output: Done,
    access: officer('audience'),
    audit: '停用推送对象',
  },
} as const satisfies Contract

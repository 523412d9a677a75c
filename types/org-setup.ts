import * as z from './zod'
import { Id } from './ids'
import type { Contract } from './contract'
import { fewestManagers } from './org'

const Named = z.object({ id: Id, name: z.string() })

/** What stands of a union already: read from what exists, kept nowhere else. */
export const Setup = z.object({
  union: Named,
  isRoot: z.boolean().describe('the highest union of this environment'),
  hasUnions: z.boolean().describe('whether there is a union below it'),
  managers: z.int(),
  isInvited: z.boolean().describe('whether an invitation of a manager waits to be accepted'),
  regulator: Named.extend({ managers: z.int() }).nullable(),
  /** The latest drive or contest of this union, or one from above that runs here. */
  drive: Named.nullable(),
  contest: Named.nullable(),
  booth: Named.extend({ place: z.string(), nodeName: z.string(), hasCode: z.boolean() }).nullable(),
})
export type Setup = z.output<typeof Setup>

export const setupSteps = ['unions', 'manager', 'regulator', 'templates', 'campaign', 'booth', 'poster'] as const
export type SetupStep = (typeof setupSteps)[number]

/** Steps a union may well do without; the others are missed when the first worker comes. */
export const optionalSteps: readonly SetupStep[] = ['unions', 'regulator', 'templates']

/** The steps that are done, as far as the register tells; `templates` is known to the messages alone. */
export const doneSteps = (setup: Setup): ReadonlySet<SetupStep> => {
  const { hasUnions, managers, regulator, drive, contest, booth } = setup
  const facts: Partial<Record<SetupStep, boolean>> = {
    ...{ unions: hasUnions, manager: managers >= fewestManagers, regulator: regulator !== null },
    ...{ campaign: drive !== null || contest !== null, booth: booth !== null, poster: booth?.hasCode === true },
  }
  return new Set(setupSteps.filter((step) => facts[step]))
}

/** Steps of the list on the desk that are still missing. */
export const missingSteps = (setup: Setup): readonly SetupStep[] => {
  const done = doneSteps(setup)
  return setupSteps.filter((step) => !done.has(step) && !optionalSteps.includes(step))
}

export const setupEntries = {
  setup: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: Setup,
    access: { role: 'officer', scope: 'node' },
  },
} as const satisfies Contract

import type { PersonDocumentCore } from 'types/documents'
import type { Audience } from 'types/notice'
import { reachToken, type ReachKind } from 'types/reach'
import type * as z from 'types/zod'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { peopleWays } from '../../kit/people-ways'

const people = collection<PersonDocumentCore>('people', { ways: peopleWays })

export type Recipient = { openid: string; name: string | null; unit: string | null; unitId: string | null }

const kinds = {
  workers: 'worker',
  volunteers: 'volunteer',
  officers: 'officer',
  fixers: 'fixer',
} as const satisfies Record<string, ReachKind>

const tokenOf = ({ nodeId, who }: z.output<typeof Audience>) =>
  who === 'everyone' ? nodeId : reachToken(nodeId, kinds[who])

/** The next recipients in order of their openids, at most 1000. */
export const listRecipients = async (
  audience: z.output<typeof Audience>,
  after: string,
  limit: number,
): Promise<Recipient[]> => {
  const filter = { reach: tokenOf(audience), _id: command.gt(after) }
  const found = await people.list(filter, { sort: [['_id', 'asc']], limit, fields: ['name', 'unit'] })
  return found.map(({ _id, name, unit }) => ({
    ...{ openid: _id, name, unit: unit?.name ?? null, unitId: unit?.id ?? null },
  }))
}

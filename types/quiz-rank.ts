import { z } from './zod'
import { Id } from './ids'
import { PageQuery } from './fields'
import type { Contract } from './contract'

export const RankRow = z.object({
  rank: z.int(),
  id: Id,
  name: z.string(),
  players: z.int(),
  workers: z.int(),
  rate: z.number().describe('players / workers, 0..1'),
  average: z.number(),
  points: z.int(),
})

export const rankEntries = {
  ranking: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id, ...PageQuery }),
    output: z.object({ items: z.array(RankRow), more: z.boolean(), mine: RankRow.nullable() }),
    access: 'anyone',
  },
} as const satisfies Contract

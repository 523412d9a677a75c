import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery } from './fields'
import { rankBys } from './unit-ranks'
import type { Contract } from './contract'

export const RankBy = z.enum(rankBys)
export const rankByLabels = {
  strength: '人均积分',
  rate: '参与率',
  average: '人均得分',
  points: '总分',
  players: '参与人数',
} as const satisfies Record<(typeof rankBys)[number], string>

/** A unit or a region, all it can be compared by side by side. */
export const RankRow = z.object({
  rank: z.int().nullable().describe('null: too few have played to be compared by this'),
  id: Id,
  name: z.string(),
  region: z.string().nullable().describe('name of the union below which a unit counts'),
  workers: z.int().describe('registered'),
  players: z.int(),
  needed: z.int().describe('players from which it is compared by participation and average'),
  rate: z.number().describe('players / workers, 0..1'),
  average: z.number().describe('points / players'),
  strength: z.number().describe('points / workers, fewer than ten counted as ten'),
  points: z.int(),
  unverified: z.number().describe('share of players whose unit nobody has seen, 0..1'),
})
export type RankRow = z.output<typeof RankRow>

export const PersonRow = z.object({
  rank: z.int(),
  mark: z.string().describe('the first letters of the number a player sees as his own'),
  name: z.string().nullable().describe('masked; null where none was told'),
  unit: z.string().nullable(),
  score: z.int(),
  reachedAt: Instant.nullable(),
  own: z.boolean(),
})
export type PersonRow = z.output<typeof PersonRow>

const play = { campaignId: Id }

export const rankEntries = {
  /** A page of persons (the first thousand, names masked), units or regions. */
  ranking: {
    kind: 'query',
    input: z.strictObject({
      ...play,
      of: z.enum(['persons', 'units', 'regions']).default('units'),
      by: RankBy.optional().describe('of units and regions; absent: as the rules of the contest say'),
      ...PageQuery,
    }),
    output: z.discriminatedUnion('of', [
      z.object({
        of: z.enum(['units', 'regions']),
        by: RankBy,
        onlyScorers: z.boolean().describe('players without points do not count'),
        items: z.array(RankRow),
        more: z.boolean(),
      }),
      z.object({
        of: z.literal('persons'),
        by: z.enum(['points', 'perfect', 'off']),
        ties: z.enum(['shared', 'earlier', 'draw']),
        items: z.array(PersonRow),
        more: z.boolean(),
      }),
    ]),
    access: 'anyone',
  },
  /** Where the caller stands among persons. */
  myRank: {
    kind: 'query',
    input: z.strictObject(play),
    output: z.object({
      mark: z.string(),
      name: z.string().nullable().describe('masked'),
      unit: z.string().nullable(),
      score: z.int(),
      rank: z.int().nullable().describe('null: takes no part'),
      ranked: z.int().describe('persons who take part'),
      excluded: z.string().nullable().describe('why an officer took him out'),
    }),
    access: 'anyone',
  },
  /** Where the caller's unit and its region stand. */
  myUnitRank: {
    kind: 'query',
    input: z.strictObject({ ...play, by: RankBy }),
    output: z.object({ unit: RankRow.nullable(), region: RankRow.nullable(), verified: z.boolean() }),
    access: 'anyone',
  },
} as const satisfies Contract

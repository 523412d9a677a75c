import * as z from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import { Rules } from './quiz-rules'
import type { Contract } from './contract'

export const LevelView = z.object({
  level: z.int(),
  title: z.string(),
  questions: z.int(),
  seconds: z.int(),
  passRight: z.int().describe('right answers needed to pass'),
  state: z.enum(['passed', 'open', 'locked']),
  /** Calendar date on which a level of a daily contest is open; null in others. */
  day: z.string().nullable(),
  best: z.int().nullable(),
  attemptsLeft: z.int().nullable().describe('null: no limit'),
  study: z.boolean(),
})
export const UnitView = z.object({
  id: Id,
  name: z.string(),
  how: z.enum(['booth', 'team', 'search', 'profile']),
  verified: z.boolean(),
  mayChange: z.boolean(),
})
export const CampaignView = z.object({
  id: Id,
  title: z.string(),
  slogan: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['draft', 'open', 'closed', 'dropped']),
  players: z.int(),
  rules: Rules,
  levels: z.array(LevelView),
  openPaper: z.object({ id: Id, level: z.int(), dueAt: Instant }).nullable(),
  attemptsLeft: z.int().nullable().describe('of the level to play next; null: no limit'),
  points: z.int(),
  perfect: z.int(),
  /** Names of the cards in hand. */
  cards: z.array(z.string()),
  chances: z.int().describe('earned so far, in all periods'),
  chancesLeft: z.int().describe('not yet spent on a claim'),
  unit: UnitView.nullable(),
  /** Why an officer took this player out of draws and rankings; null for everybody else. */
  excluded: z.string().nullable(),
  /** Short code under which lists and draws name this player. */
  mark: z.string(),
  wrongBook: z.int().describe('questions in the wrong-answer book'),
})

/** All that home and the map of levels need: the pages before the first question. */
export const mapEntries = {
  campaign: { kind: 'query', input: z.strictObject({ campaignId: Id }), output: CampaignView, access: 'anyone' },
} as const satisfies Contract

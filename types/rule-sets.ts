import { levels } from './bank-levels'
import type { LevelRule, RuleSet, Rules } from './quiz-rules'

/** A kind of contest an officer may start from. */
export type ShippedRuleSet = RuleSet & {
  code: string
  /** Raised whenever the set changes; campaigns keep what they were built from. */
  version: number
  name: string
  /** What it is like to play, in one plain sentence. */
  summary: string
}

const allDifficulties = [1, 2, 3]

const ladder: Rules = {
  order: 'unlock',
  attempts: { count: 5, per: 'day', each: 'contest' },
  answering: 'paper',
  wrong: { as: 'counts', cost: 0, revives: 0, readSeconds: 15 },
  points: { by: 'percent', perRight: 1, counted: 'best', onlyPerfect: false },
  chances: { perRight: null, atLeast: 60, perCards: false, perPeriod: false },
  cards: [],
  period: 'contest',
  identity: 'none',
  ranking: { persons: 'points', ties: 'earlier', units: 'strength', onlyScorers: false },
}

const ladderLevels: LevelRule[] = levels.map(({ title, categories }) => ({
  title,
  draw: [{ categories: [...categories], difficulties: allDifficulties, questions: 10 }],
  ...{ pool: 0, study: false, seconds: 300, passRight: 6 },
}))

/** The product's own: eight levels, one after the other. */
const levelLadder: ShippedRuleSet = {
  ...{ code: 'level-ladder', version: 1, name: '逐关闯关' },
  summary: '八关法律知识，过一关开一关，每关取最好成绩。',
  ...{ rules: ladder, levels: ladderLevels },
}

export const ruleSets = [levelLadder] as const satisfies readonly ShippedRuleSet[]

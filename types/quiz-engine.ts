import { addDays, dateOf, daysBetween } from './calendar'
import type { ErrorCode } from './errors'
import type { Rules } from './quiz-rules'

export type Best = { best: number; passed: boolean; tries: number }

/** How far a player has come in one contest. Pure data: the function stores it, the preview keeps it on the phone. */
export type Progress = {
  levels: Record<string, Best>
  points: number
  /** Papers without a mistake. */
  perfect: number
  /** When the points last grew: who got there first stands before equals. */
  reachedAt: Date | null
  /** Cards collected, as positions in the rule set's list, each once; a full set stays until the next one is begun. */
  cards: number[]
  /** Chances earned by period; see periodOf. */
  earned: Record<string, number>
  /** Attempts used in the window of attempts `window`, by `all` or by level. */
  window: string
  begun: Record<string, number>
  /** Ids of the papers that were given back in this window. */
  revived: string[]
}

export const freshProgress = (): Progress => ({
  ...{ levels: {}, points: 0, perfect: 0, reachedAt: null, cards: [], earned: {} },
  ...{ window: '', begun: {}, revived: [] },
})

/** `2026-06` or the Monday of the week, in Shanghai; `all` for the whole contest. */
export const periodOf = (period: Rules['period'], at: Date): string => {
  const date = dateOf(at)
  if (period === 'contest') return 'all'
  if (period === 'month') return date.slice(0, 7)
  // 2024-01-01 was a Monday.
  return addDays(date, -(((daysBetween('2024-01-01', date) % 7) + 7) % 7))
}

const windowOf = (rules: Rules, at: Date): string => {
  if (rules.attempts.per === 'contest') return 'all'
  return rules.attempts.per === 'month' ? dateOf(at).slice(0, 7) : dateOf(at)
}

const slotOf = (rules: Rules, level: number) => (rules.attempts.each === 'level' ? String(level) : 'all')

/** The counts of the window that `now` lies in; those of an earlier one are gone. */
const inWindow = (rules: Rules, progress: Progress, now: Date) =>
  progress.window === windowOf(rules, now) ? progress : { ...progress, begun: {}, revived: [] }

/** Papers that may still be begun; null: no limit. */
export const attemptsLeft = (rules: Rules, progress: Progress, level: number, now: Date): number | null => {
  if (rules.attempts.count === null) return null
  const { begun } = inWindow(rules, progress, now)
  return Math.max(0, rules.attempts.count - (begun[slotOf(rules, level)] ?? 0))
}

export type LevelState = 'passed' | 'open' | 'locked'

/** @param opensAt of the contest: its first day is level 1's in a daily contest */
export const levelState = (rules: Rules, progress: Progress, level: number, opensAt: Date, now: Date): LevelState => {
  const passed = progress.levels[level]?.passed === true
  if (rules.order === 'daily' && daysBetween(dateOf(opensAt), dateOf(now)) !== level - 1)
    return passed ? 'passed' : 'locked'
  if (passed) return 'passed'
  if (rules.order !== 'unlock') return 'open'
  return level === 1 || progress.levels[level - 1]?.passed ? 'open' : 'locked'
}

/** Why no paper of the level may begin now, or null. In a daily contest a level is open on its day alone. */
export const whyNotBegin = (
  rules: Rules,
  progress: Progress,
  level: number,
  opensAt: Date,
  now: Date,
): Extract<ErrorCode, 'LEVEL_LOCKED' | 'NO_ATTEMPT_LEFT'> | null => {
  if (rules.order === 'daily' && daysBetween(dateOf(opensAt), dateOf(now)) !== level - 1) return 'LEVEL_LOCKED'
  if (levelState(rules, progress, level, opensAt, now) === 'locked') return 'LEVEL_LOCKED'
  return attemptsLeft(rules, progress, level, now) === 0 ? 'NO_ATTEMPT_LEFT' : null
}

/** The progress once a paper has begun. */
export const begin = (rules: Rules, progress: Progress, level: number, now: Date): Progress => {
  const current = inWindow(rules, progress, now)
  const slot = slotOf(rules, level)
  return {
    ...current,
    window: windowOf(rules, now),
    begun: { ...current.begun, [slot]: (current.begun[slot] ?? 0) + 1 },
  }
}

type Given = { id: string; level: number; startedAt: Date }

/** Whether reading the article of this paper's mistake gives it back. Only in the window it was begun in: later its attempt is none of the window's. */
export const mayRevive = (rules: Rules, progress: Progress, paper: Given, now: Date): boolean => {
  const { revived } = inWindow(rules, progress, now)
  const isOfNow = windowOf(rules, paper.startedAt) === windowOf(rules, now)
  return isOfNow && revived.length < rules.wrong.revives && !revived.includes(paper.id)
}

/** The progress once the paper has been given back: its attempt may be used again, where it was used. */
export const revive = (rules: Rules, progress: Progress, paper: Given, now: Date): Progress => {
  const current = inWindow(rules, progress, now)
  const slot = slotOf(rules, paper.level)
  return {
    ...current,
    window: windowOf(rules, now),
    begun: { ...current.begun, [slot]: Math.max(0, (current.begun[slot] ?? 0) - 1) },
    revived: [...current.revived, paper.id],
  }
}

/** What the marking of one paper found. `wrong`: answered, and wrongly; what is left of `total` was not answered. */
export type Outcome = {
  level: number
  right: number
  wrong: number
  total: number
  passed: boolean
  /** A chance belongs to the period its paper was begun in, whenever it is handed in or collected. */
  begunAt: Date
}
export type Gained = { points: number; chances: number; card: number | null }

/** 0..100 for who is shown a score, whatever the points of the contest; 100 only without a mistake. */
export const percentOf = ({ right, total }: Pick<Outcome, 'right' | 'total'>): number =>
  total === 0 ? 0 : Math.min(Math.round((right / total) * 100), right < total ? 99 : 100)

export const isPerfect = ({ right, total }: Pick<Outcome, 'right' | 'total'>): boolean => total > 0 && right === total

/** Points of one paper by itself, before it is asked whether it is the best one. */
export const pointsOf = (rules: Rules, outcome: Outcome): number => {
  if (rules.points.onlyPerfect && !isPerfect(outcome)) return 0
  const points = rules.points.by === 'percent' ? percentOf(outcome) : outcome.right * rules.points.perRight
  return Math.max(0, points - (rules.wrong.as === 'costs' ? outcome.wrong * rules.wrong.cost : 0))
}

const isFull = (rules: Rules, cards: readonly number[]) => rules.cards.length > 0 && cards.length >= rules.cards.length

/** Cards in hand as the next one finds them: a full set has had its chance and makes room, but in a daily contest there is only one. */
const cardsHeld = (rules: Rules, { cards }: Progress) => (rules.order !== 'daily' && isFull(rules, cards) ? [] : cards)

const cardOf = (rules: Rules, held: readonly number[], outcome: Outcome): number | null => {
  const card = outcome.level - 1
  return isPerfect(outcome) && card < rules.cards.length && !held.includes(card) ? card : null
}

const chancesOf = (rules: Rules, progress: Progress, outcome: Outcome, set: boolean, period: string): number => {
  const { perRight, atLeast, perCards, perPeriod } = rules.chances
  return (
    (perRight === null ? 0 : Math.floor(outcome.right / perRight)) +
    (atLeast !== null && percentOf(outcome) >= atLeast ? 1 : 0) +
    (perCards && set ? 1 : 0) +
    // Who handed in a blank sheet has not played.
    (perPeriod && outcome.right + outcome.wrong > 0 && !(period in progress.earned) ? 1 : 0)
  )
}

/**
 * The progress after a marked paper, and what the paper brought.
 * @param now when it ended: the time limit's end where nobody handed it in
 */
export const settle = (
  rules: Rules,
  progress: Progress,
  outcome: Outcome,
  now: Date,
): { progress: Progress; gained: Gained } => {
  const before = progress.levels[outcome.level] ?? { best: 0, passed: false, tries: 0 }
  const worth = pointsOf(rules, outcome)
  const points = rules.points.counted === 'every' ? worth : Math.max(0, worth - before.best)
  const held = cardsHeld(rules, progress)
  const card = cardOf(rules, held, outcome)
  const cards = card === null ? progress.cards : [...held, card]
  const set = card !== null && isFull(rules, cards)
  const period = periodOf(rules.period, outcome.begunAt)
  const chances = chancesOf(rules, progress, outcome, set, period)
  const best = { best: Math.max(before.best, worth), passed: before.passed || outcome.passed, tries: before.tries + 1 }
  const perfect = isPerfect(outcome)
  return {
    progress: {
      ...progress,
      levels: { ...progress.levels, [outcome.level]: best },
      points: progress.points + points,
      perfect: progress.perfect + (perfect ? 1 : 0),
      reachedAt: points > 0 || (perfect && rules.ranking.persons === 'perfect') ? now : progress.reachedAt,
      cards,
      earned:
        chances > 0 ? { ...progress.earned, [period]: (progress.earned[period] ?? 0) + chances } : progress.earned,
    },
    gained: { points, chances, card },
  }
}

/** What persons are ranked by. */
export const rankValue = (rules: Rules, { points, perfect }: Pick<Progress, 'points' | 'perfect'>): number =>
  rules.ranking.persons === 'perfect' ? perfect : points

/** Chances earned in a period, or in all of them. */
export const chancesIn = (earned: Readonly<Record<string, number>>, period: string | null): number =>
  period === null ? Object.values(earned).reduce((sum, n) => sum + n, 0) : (earned[period] ?? 0)

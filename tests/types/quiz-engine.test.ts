import fc from 'fast-check'
import { endOfDay, startOfDay } from 'types/calendar'
import {
  attemptsLeft,
  begin,
  chancesIn,
  freshProgress,
  levelState,
  mayRevive,
  percentOf,
  periodOf,
  pointsOf,
  rankValue,
  revive,
  settle,
  whyNotBegin,
  type Outcome,
  type Progress,
} from 'types/quiz-engine'
import type { Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'

const [ladder] = ruleSets
const rulesWith = (change: Partial<Rules>): Rules => ({ ...ladder.rules, ...change })
const none: Rules['chances'] = { perRight: null, atLeast: null, perCards: false, perPeriod: false }
const noon = new Date('2026-06-10T04:00:00.000Z')
const lastMoment = (date: string) => endOfDay(date)
const firstMoment = (date: string) => startOfDay(date)

const outcome = (right: number, total: number, rest: Partial<Outcome> = {}): Outcome => ({
  ...{ level: 1, right, wrong: total - right, total, passed: right === total, begunAt: noon },
  ...rest,
})

/** Papers of one player in a row, each settled at its own time. */
const play = (rules: Rules, papers: readonly Outcome[], from = freshProgress()) =>
  papers.reduce((progress, paper) => settle(rules, progress, paper, paper.begunAt).progress, from)

const anOutcome = fc
  .record({ level: fc.integer({ min: 1, max: 5 }), total: fc.integer({ min: 1, max: 50 }), day: fc.nat({ max: 60 }) })
  .chain(({ level, total, day }) =>
    fc.integer({ min: 0, max: total }).chain((right) =>
      fc.integer({ min: 0, max: total - right }).map((wrong) => {
        const begunAt = new Date(noon.getTime() + day * 86_400_000)
        return outcome(right, total, { level, wrong, begunAt, passed: right * 2 >= total })
      }),
    ),
  )
const papers = fc
  .array(anOutcome, { maxLength: 30 })
  .map((all) => all.sort((a, b) => a.begunAt.getTime() - b.begunAt.getTime()))

describe('points', () => {
  test('the best papers of all levels, added up', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const best = new Map<number, number>()
        for (const { level, right, total } of all)
          best.set(level, Math.max(best.get(level) ?? 0, percentOf({ right, total })))
        expect(play(rulesWith({}), all).points).toBe([...best.values()].reduce((sum, one) => sum + one, 0))
      }),
    )
  })

  test('every paper, where every paper counts', () => {
    const rules = rulesWith({ points: { by: 'right', perRight: 3, counted: 'every', onlyPerfect: false } })
    fc.assert(
      fc.property(papers, (all) => {
        expect(play(rules, all).points).toBe(3 * all.reduce((sum, { right }) => sum + right, 0))
      }),
    )
  })

  test('never fewer than before, never below nothing, whatever a mistake costs', () => {
    const rules = rulesWith({
      wrong: { as: 'costs', cost: 7, revives: 0, readSeconds: 15 },
      points: { by: 'right', perRight: 5, counted: 'every', onlyPerfect: false },
    })
    fc.assert(
      fc.property(papers, (all) => {
        let progress = freshProgress()
        for (const paper of all) {
          const next = settle(rules, progress, paper, paper.begunAt).progress
          expect(next.points - progress.points).toBe(Math.max(0, 5 * paper.right - 7 * paper.wrong))
          progress = next
        }
      }),
    )
  })

  test('what was not answered costs nothing', () => {
    const rules = rulesWith({
      wrong: { as: 'costs', cost: 2, revives: 0, readSeconds: 15 },
      points: { by: 'right', perRight: 2, counted: 'best', onlyPerfect: false },
    })
    expect(pointsOf(rules, outcome(4, 10, { wrong: 1 }))).toBe(6)
    expect(pointsOf(rules, outcome(4, 10, { wrong: 6 }))).toBe(0)
  })

  test('a hundred is a paper without a mistake', () => {
    fc.assert(
      fc.property(anOutcome, ({ right, total }) => expect(percentOf({ right, total }) === 100).toBe(right === total)),
    )
    expect(percentOf({ right: 199, total: 200 })).toBe(99)
    expect(percentOf({ right: 0, total: 0 })).toBe(0)
  })

  test('only perfect papers count where only they do, and their number is what ranks', () => {
    const rules = rulesWith({
      points: { by: 'right', perRight: 1, counted: 'every', onlyPerfect: true },
      ranking: { ...ladder.rules.ranking, persons: 'perfect' },
    })
    fc.assert(
      fc.property(papers, (all) => {
        const perfect = all.filter(({ right, total }) => right === total)
        const progress = play(rules, all)
        expect(rankValue(rules, progress)).toBe(perfect.length)
        expect(progress.points).toBe(perfect.reduce((sum, { right }) => sum + right, 0))
      }),
    )
  })

  test('who got there first stays first: a paper that brings nothing leaves the time alone', () => {
    const rules = rulesWith({})
    const first = settle(rules, freshProgress(), outcome(8, 10), noon).progress
    const later = settle(rules, first, outcome(7, 10), new Date(noon.getTime() + 60_000)).progress
    expect(later.reachedAt).toEqual(noon)
  })
})

describe('chances', () => {
  const month = rulesWith({ period: 'month', chances: { ...none, atLeast: 60 } })

  test('lie in the month their paper was begun in, though it was handed in after midnight', () => {
    const begunAt = lastMoment('2026-06-30')
    const { progress } = settle(month, freshProgress(), outcome(9, 10, { begunAt }), firstMoment('2026-07-01'))
    expect(progress.earned).toEqual({ '2026-06': 1 })
    expect([chancesIn(progress.earned, '2026-06'), chancesIn(progress.earned, '2026-07')]).toEqual([1, 0])
  })

  test('one for every five right answers of a paper, the rest of a paper is lost', () => {
    const rules = rulesWith({ chances: { ...none, perRight: 5 } })
    fc.assert(
      fc.property(papers, (all) => {
        expect(chancesIn(play(rules, all).earned, null)).toBe(
          all.reduce((sum, { right }) => sum + Math.floor(right / 5), 0),
        )
      }),
    )
  })

  test('one a week for who has played, none for a blank sheet', () => {
    const rules = rulesWith({ period: 'week', chances: { ...none, perPeriod: true } })
    const on = (date: string, right: number, wrong = 10 - right) =>
      outcome(right, 10, { wrong, begunAt: firstMoment(date) })
    const week = [on('2026-06-08', 0, 0), on('2026-06-09', 0), on('2026-06-14', 10), on('2026-06-15', 3)]
    expect(play(rules, week).earned).toEqual({ '2026-06-08': 1, '2026-06-15': 1 })
  })
})

describe('cards', () => {
  const cards = ['安', '全', '月']
  const perfect = (level: number) => outcome(5, 5, { level })
  const collect = (order: Rules['order'], levels: readonly number[]) =>
    play(rulesWith({ order, cards, chances: { ...none, perCards: true } }), levels.map(perfect))

  test('each once, only for a paper without a mistake', () => {
    expect(collect('free', [2, 2, 1]).cards).toEqual([1, 0])
    expect(play(rulesWith({ cards, chances: none }), [outcome(4, 5)]).cards).toEqual([])
  })

  test('a full set is a chance and stays in sight until the next one is begun', () => {
    expect(collect('free', [1, 2, 3])).toMatchObject({ cards: [0, 1, 2], earned: { all: 1 } })
    expect(collect('free', [1, 2, 3, 2])).toMatchObject({ cards: [1], earned: { all: 1 } })
    expect(collect('free', [1, 2, 3, 2, 1, 3])).toMatchObject({ cards: [1, 0, 2], earned: { all: 2 } })
  })

  test('a daily contest has one set: a card of the last day again is no beginning', () => {
    expect(collect('daily', [1, 2, 3, 3])).toMatchObject({ cards: [0, 1, 2], earned: { all: 1 } })
  })

  test('as many sets as the rarest card has papers', () => {
    const rules = rulesWith({ cards, chances: { ...none, perCards: true } })
    const levels = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 })
    fc.assert(
      fc.property(levels, (all) => {
        let [held, sets] = [new Set<number>(), 0]
        for (const level of all) {
          held.add(level)
          if (held.size === 3) [held, sets] = [new Set(), sets + 1]
        }
        expect(chancesIn(play(rules, all.map(perfect)).earned, null)).toBe(sets)
      }),
    )
  })
})

describe('attempts', () => {
  const daily = (each: 'contest' | 'level', count = 2, revives = 1) =>
    rulesWith({
      attempts: { count, per: 'day', each },
      wrong: { as: 'counts', cost: 0, revives, readSeconds: 15 },
      order: 'free',
    })
  const paper = (id: string, level = 1, startedAt = noon) => ({ id, level, startedAt })
  const beginAll = (rules: Rules, levels: readonly number[], at: Date, from: Progress = freshProgress()) =>
    levels.reduce((progress, level) => begin(rules, progress, level, at), from)

  test('come back at midnight in Shanghai, not a moment earlier', () => {
    const rules = daily('contest')
    const used = beginAll(rules, [1, 2], firstMoment('2026-06-10'))
    expect(attemptsLeft(rules, used, 1, lastMoment('2026-06-10'))).toBe(0)
    expect(whyNotBegin(rules, used, 1, noon, lastMoment('2026-06-10'))).toBe('NO_ATTEMPT_LEFT')
    expect(attemptsLeft(rules, used, 1, firstMoment('2026-06-11'))).toBe(2)
  })

  test.each([
    ['2026-06-30', '2026-07-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-29', '2028-03-01'],
  ])('of a month end with %s', (last, next) => {
    const rules = rulesWith({ attempts: { count: 1, per: 'month', each: 'contest' }, order: 'free' })
    const used = beginAll(rules, [1], lastMoment(last))
    expect(attemptsLeft(rules, used, 1, lastMoment(last))).toBe(0)
    expect(attemptsLeft(rules, used, 1, firstMoment(next))).toBe(1)
  })

  test('never more than the count and what was given back, in any order of beginning and reading', () => {
    const acts = fc.array(
      fc.record({ level: fc.integer({ min: 1, max: 3 }), read: fc.boolean(), hours: fc.nat({ max: 20 }) }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(acts, fc.constantFrom('contest' as const, 'level' as const), (all, each) => {
        const rules = daily(each)
        const begun = new Map<string, number>()
        let [progress, at, last] = [freshProgress(), noon.getTime(), null as ReturnType<typeof paper> | null]
        for (const [index, { level, read, hours }] of all.entries()) {
          at += hours * 3_600_000
          const now = new Date(at)
          if (read && last && mayRevive(rules, progress, last, now)) progress = revive(rules, progress, last, now)
          else if (whyNotBegin(rules, progress, level, noon, now) === null) {
            progress = begin(rules, progress, level, now)
            last = paper(String(index), level, now)
            const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
            const slot = each === 'level' ? `${day} ${level}` : day
            begun.set(slot, (begun.get(slot) ?? 0) + 1)
          }
        }
        for (const count of begun.values()) expect(count).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('a paper is given back once, to its own level', () => {
    const rules = daily('level', 2, 5)
    const used = beginAll(rules, [1, 1, 2, 2], noon)
    const back = revive(rules, used, paper('a', 1), noon)
    expect([1, 2].map((level) => attemptsLeft(rules, back, level, noon))).toEqual([1, 0])
    expect(mayRevive(rules, back, paper('a', 1), noon)).toBe(false)
    expect(mayRevive(rules, back, paper('b', 1), noon)).toBe(true)
  })

  test('only as often as the rules say, anew every day', () => {
    const rules = daily('contest')
    const back = revive(rules, beginAll(rules, [1, 1], noon), paper('a'), noon)
    expect(mayRevive(rules, back, paper('b'), noon)).toBe(false)
    const tomorrow = firstMoment('2026-06-11')
    expect(mayRevive(rules, back, paper('c', 1, tomorrow), tomorrow)).toBe(true)
  })

  test('yesterday’s paper gives nothing back today', () => {
    const rules = daily('contest')
    const used = beginAll(rules, [1, 1], lastMoment('2026-06-10'))
    expect(mayRevive(rules, used, paper('a', 1, lastMoment('2026-06-10')), firstMoment('2026-06-11'))).toBe(false)
  })

  test('without a limit there is always one', () => {
    const rules = rulesWith({ attempts: { count: null, per: 'contest', each: 'contest' } })
    expect(attemptsLeft(rules, beginAll(rules, [1, 1, 1], noon), 1, noon)).toBeNull()
  })
})

describe('which level is open', () => {
  const opensAt = new Date('2026-06-07T16:00:00.000Z')

  test('one after the other: passed ones stay open to better them', () => {
    const rules = rulesWith({ order: 'unlock' })
    const progress = play(rules, [outcome(5, 5, { level: 1 }), outcome(1, 5, { level: 2 })])
    const states = [1, 2, 3].map((level) => levelState(rules, progress, level, opensAt, noon))
    expect(states).toEqual(['passed', 'open', 'locked'])
    expect(whyNotBegin(rules, progress, 1, opensAt, noon)).toBeNull()
    expect(whyNotBegin(rules, progress, 3, opensAt, noon)).toBe('LEVEL_LOCKED')
  })

  test('a level a day: on its own day from midnight to midnight, passed or not', () => {
    const rules = rulesWith({ order: 'daily' })
    const open = (level: number, at: Date) => whyNotBegin(rules, freshProgress(), level, opensAt, at) === null
    expect(open(2, lastMoment('2026-06-08'))).toBe(false)
    expect(open(2, firstMoment('2026-06-09'))).toBe(true)
    expect(open(2, lastMoment('2026-06-09'))).toBe(true)
    expect(open(2, firstMoment('2026-06-10'))).toBe(false)
    const passed = play(rules, [outcome(5, 5, { level: 2 })])
    expect(levelState(rules, passed, 2, opensAt, firstMoment('2026-06-10'))).toBe('passed')
    expect(whyNotBegin(rules, passed, 2, opensAt, firstMoment('2026-06-10'))).toBe('LEVEL_LOCKED')
  })
})

describe('periods', () => {
  test('the month and the week of an instant, in Shanghai', () => {
    expect(periodOf('contest', noon)).toBe('all')
    expect(periodOf('month', lastMoment('2026-12-31'))).toBe('2026-12')
    expect(periodOf('month', firstMoment('2027-01-01'))).toBe('2027-01')
    expect(periodOf('week', lastMoment('2026-06-14'))).toBe('2026-06-08')
    expect(periodOf('week', firstMoment('2026-06-15'))).toBe('2026-06-15')
  })

  test('a week is seven days from its Monday on, in any year', () => {
    const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (at) => {
        const monday = periodOf('week', at)
        expect(new Date(`${monday}T00:00:00.000Z`).getUTCDay()).toBe(1)
        const since = at.getTime() - startOfDay(monday).getTime()
        expect(since >= 0 && since < 7 * 86_400_000).toBe(true)
      }),
    )
  })
})

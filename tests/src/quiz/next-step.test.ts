import { ruleSets } from 'types/rule-sets'
import { attemptWords, levelWord, nextStep, type Campaign, type Level } from '@/features/quiz/next-step'

const rules = ruleSets[0].rules
const levelOf = (level: number, rest: Partial<Level> = {}): Level => ({
  ...{ level, title: `第 ${level} 关`, questions: 10, seconds: 300, passRight: 6, state: 'open', day: null },
  ...{ best: null, attemptsLeft: 5, study: false },
  ...rest,
})
const campaignOf = (rest: Partial<Campaign> = {}): Campaign => ({
  ...{ id: 'C'.repeat(22), title: '安全生产月', slogan: '人人讲安全', state: 'open', players: 9, rules },
  ...{ opensAt: '2026-06-01T00:00:00Z', closesAt: '2026-06-30T16:00:00Z', openPaper: null, attemptsLeft: 5 },
  ...{ points: 0, perfect: 0, cards: [], chances: 0, chancesLeft: 0, unit: null, excluded: null },
  ...{ mark: 'ABCDEFGHX', wrongBook: 0, levels: [levelOf(1), levelOf(2, { state: 'locked' })] },
  ...rest,
})
const today = '2026-06-03'
const stepOf = (rest: Partial<Campaign> = {}) => nextStep(campaignOf(rest), '2026-06-03T02:00:00Z', today)
const passed = { state: 'passed', best: 90 } as const

describe('the next thing to do', () => {
  it('is the first level that is open', () => {
    expect(stepOf()).toEqual({ act: 'play', level: 1, word: '开始第 1 关' })
    expect(stepOf({ levels: [levelOf(1, passed), levelOf(2)] })).toMatchObject({ act: 'play', level: 2 })
  })

  it('is the paper that is open, before anything else', () => {
    const openPaper = { id: 'P'.repeat(22), level: 2, dueAt: '2026-06-03T02:05:00Z' }
    expect(stepOf({ openPaper })).toMatchObject({ act: 'resume', level: 2 })
  })

  it('is the last level again once all are passed', () => {
    expect(stepOf({ levels: [levelOf(1, passed), levelOf(2, passed)] })).toMatchObject({ act: 'again', level: 2 })
  })

  it('is practice without an attempt left: first of mistakes', () => {
    const levels = [levelOf(1, { attemptsLeft: 0, best: 40 })]
    expect(stepOf({ levels, attemptsLeft: 0, wrongBook: 3 })).toMatchObject({ act: 'wrong-book' })
    expect(stepOf({ levels, attemptsLeft: 0 })).toMatchObject({ act: 'practice', level: 1 })
  })

  it('is today’s level of a daily contest, and no other day’s', () => {
    const days = ['2026-06-02', today, '2026-06-04']
    const states = [passed, { state: 'open' }, { state: 'locked' }] as const
    const levels = days.map((day, index) => levelOf(index + 1, { day, ...states[index] }))
    expect(stepOf({ levels })).toMatchObject({ act: 'play', level: 2 })
    expect(nextStep(campaignOf({ levels }), '2026-06-09T02:00:00Z', '2026-06-09')).toMatchObject({ act: 'practice' })
  })

  it('is the record of an ended contest, and nothing before its begin', () => {
    expect(stepOf({ state: 'closed' })).toMatchObject({ act: 'record' })
    expect(nextStep(campaignOf(), '2026-07-02T00:00:00Z', '2026-07-02')).toMatchObject({ act: 'record' })
    expect(nextStep(campaignOf(), '2026-05-02T00:00:00Z', '2026-05-02')).toMatchObject({ act: 'none' })
  })
})

it('says attempts in the window they are counted in', () => {
  const per = (window: 'day' | 'month' | 'contest') => ({ ...rules, attempts: { ...rules.attempts, per: window } })
  expect(attemptWords(per('day'), 3)).toBe('今天还能答 3 次')
  expect(attemptWords(per('month'), 0)).toBe('本月的次数用完了')
  expect(attemptWords(per('contest'), 1)).toBe('还能答 1 次')
  expect(attemptWords(rules, null)).toBe('次数不限')
})

it('says of a daily level when it opens, and when its day is over', () => {
  expect(levelWord(levelOf(4, { state: 'locked', day: '2026-06-10' }), today)).toBe('6 月 10 日开放')
  expect(levelWord(levelOf(1, { state: 'locked', day: '2026-06-01' }), today)).toBe('已过期')
  expect(levelWord(levelOf(2, { state: 'locked' }), today)).toBe('未解锁')
})

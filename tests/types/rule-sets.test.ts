import { questionCategories } from 'types/bank'
import { questionsOf, RuleSet, type Rules } from 'types/quiz-rules'
import { findRuleSet, ruleSets, type ShippedRuleSet } from 'types/rule-sets'

const named = (code: string): ShippedRuleSet => {
  const found = findRuleSet(code)
  if (!found) throw new Error(code)
  return found
}

describe('what ships', () => {
  test.each(ruleSets.map((set) => [set.name, set] as const))('%s satisfies the schema, word for word', (_, set) => {
    const { rules, levels } = set
    expect(RuleSet.parse({ rules, levels })).toEqual({ rules, levels })
  })

  test('each has a code and a name of its own and says in one sentence what it is', () => {
    expect(new Set(ruleSets.map(({ code }) => code)).size).toBe(6)
    expect(new Set(ruleSets.map(({ name }) => name)).size).toBe(6)
    for (const { summary } of ruleSets) expect(summary).toMatch(/^[^。]{10,50}。$/)
  })

  test('they draw from categories the bank has, and a pool holds a paper', () => {
    for (const level of ruleSets.flatMap(({ levels }) => levels as ShippedRuleSet['levels'])) {
      for (const { categories } of level.draw)
        expect(categories.every((category) => category in questionCategories)).toBe(true)
      expect(level.pool === 0 || level.pool >= questionsOf(level)).toBe(true)
    }
  })

  /** The numbers of the real contests, written down from their announcements. */
  test.each([
    ['daily-paper', { questions: 15, count: 1, per: 'day', perRight: 5, atLeast: null, period: 'contest' }],
    ['five-cards', { questions: 5, count: 2, per: 'day', perRight: null, atLeast: null, period: 'contest' }],
    ['weekly-draw', { questions: 20, count: 1, per: 'day', perRight: null, atLeast: null, period: 'week' }],
    ['all-right', { questions: 5, count: null, per: 'contest', perRight: null, atLeast: null, period: 'contest' }],
    ['monthly-sixty', { questions: 10, count: 10, per: 'month', perRight: null, atLeast: 60, period: 'month' }],
  ])('%s has the numbers of its contest', (code, numbers) => {
    const { rules, levels } = named(code)
    const { attempts, chances, period } = rules
    const { perRight, atLeast } = chances
    const [level] = levels
    const found = { questions: level && questionsOf(level), count: attempts.count, per: attempts.per }
    expect({ ...found, perRight, atLeast, period }).toEqual(numbers)
  })

  test('the five days have twenty questions to study, five minutes and five cards', () => {
    const { rules, levels } = named('five-cards')
    expect(levels.map(({ pool, study, seconds }) => ({ pool, study, seconds }))).toEqual(
      Array.from({ length: 5 }, () => ({ pool: 20, study: true, seconds: 300 })),
    )
    expect({ cards: rules.cards.length, revives: rules.wrong.revives }).toEqual({ cards: 5, revives: 1 })
  })
})

describe('rules that contradict each other are refused at their field', () => {
  const ladder = named('level-ladder')
  const problems = (rules: Partial<Rules>, levels: ShippedRuleSet['levels'] = ladder.levels) => {
    const parsed = RuleSet.safeParse({ rules: { ...ladder.rules, ...rules }, levels })
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
  }
  const { wrong, chances, attempts } = ladder.rules
  const endless = { ...attempts, count: null }
  const none = { perRight: null, atLeast: null, perCards: false, perPeriod: false }
  const cards = ['安', '全', '生', '产', '月', '人', '人', '讲']

  test.each<[string, Partial<Rules>, string[]]>([
    ['a mistake ends a paper that is handed in whole', { wrong: { ...wrong, as: 'ends' } }, ['rules.wrong.as']],
    ['a mistake costs nothing', { wrong: { ...wrong, as: 'costs', cost: 0 } }, ['rules.wrong.cost']],
    [
      'a paper is given back where there is no end of papers',
      { attempts: endless, chances: none, wrong: { ...wrong, revives: 1 } },
      ['rules.wrong.revives'],
    ],
    ['fewer cards than levels', { cards: ['安'] }, ['rules.cards']],
    ['a chance for cards nobody gets', { chances: { ...chances, perCards: true } }, ['rules.chances.perCards']],
    ['a chance a paper and no end of papers', { attempts: endless }, ['rules.attempts.count']],
    [
      'a chance a set and no end of sets',
      { attempts: endless, cards, chances: { ...none, perCards: true } },
      ['rules.attempts.count'],
    ],
    [
      'one set in a daily contest',
      { attempts: endless, cards, order: 'daily', chances: { ...none, perCards: true } },
      [],
    ],
    ['a chance a period', { attempts: endless, chances: { ...none, perPeriod: true } }, []],
  ])('%s', (_, rules, fields) => expect(problems(rules)).toEqual(fields))

  test('more right answers asked for than questions', () => {
    const [first, ...others] = ladder.levels
    if (!first) throw new Error('no level')
    expect(problems({}, [{ ...first, passRight: 11 }, ...others])).toEqual(['levels.0.passRight'])
  })
})

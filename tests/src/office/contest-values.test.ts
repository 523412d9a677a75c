import { newId } from 'types/ids'
import { contestEntries } from 'types/quiz-contest'
import { findRuleSet } from 'types/rule-sets'
import {
  contestOf,
  contestProblems,
  freshCampaign,
  toCampaign,
  usualLastDay,
  type CampaignValues,
  type Contest,
} from '@/features/office/contest-values'
import {
  categoryOptions,
  categoryWords,
  chanceWords,
  contestWords,
  levelWords,
  rankingWords,
} from '@/features/office/contest-words'

const node = { id: newId((count) => new Uint8Array(count).fill(7)), name: '青泽市总工会' }
const now = new Date('2027-06-01T03:00:00Z')
const filled: CampaignValues = { ...freshCampaign(node, now), title: '安全生产月', slogan: '人人讲安全' }
const contest = (code: string): Contest => {
  const set = findRuleSet(code)
  if (!set) throw new Error(code)
  return contestOf(set)
}
const parse = (values: CampaignValues, chosen: Contest) =>
  contestEntries.createCampaign.input.safeParse({ _id: node.id, ...toCampaign(values, chosen) })

test.each(['level-ladder', 'daily-paper', 'five-cards', 'weekly-draw', 'all-right', 'monthly-sixty'])(
  '%s with a name is a whole campaign',
  (code) => {
    const parsed = parse(filled, contest(code))
    expect(parsed.success && parsed.data).toMatchObject({ ruleSet: code, prizeCap: 20_000 })
  },
)

test('the first and the last day count whole, in Shanghai', () => {
  const { opensAt, closesAt } = toCampaign(
    { ...filled, opensAt: '2027-06-01', closesAt: '2027-06-30' },
    contest('daily-paper'),
  )
  expect([opensAt, closesAt]).toEqual(['2027-05-31T16:00:00.000Z', '2027-06-30T15:59:59.999Z'])
})

test('five themes last five days, the first one included', () => {
  expect(usualLastDay(contest('five-cards'), '2027-06-28')).toBe('2027-07-02')
})

test('what is left empty is refused, never guessed', () => {
  const parsed = parse({ ...filled, opensAt: undefined, prizeCap: undefined }, contest('daily-paper'))
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['opensAt', 'prizeCap'])
})

test('problems come to the row of their rule and to their level', () => {
  const problems = contestProblems({
    closesAt: '结束时间要晚于开始时间',
    'contest.rules.cards': '卡片张数要与关卡数相同',
    'contest.rules.attempts.count': '要限次数',
    'contest.levels.2.draw': '只有 4 题',
    'contest.levels.2.passRight': '多了',
    'contest.levels.10.title': '请填写',
  })
  expect(problems).toEqual({
    rules: { chances: ['卡片张数要与关卡数相同'], attempts: ['要限次数'] },
    levels: { 2: ['只有 4 题', '多了'], 10: ['请填写'] },
  })
})

test.each([
  ['level-ladder', '每人每天 5 次 · 8 关，过一关开一关 · 满 60 分得 1 次抽奖机会'],
  ['daily-paper', '每人每天 1 次 · 15 题 · 每答对 5 题得 1 次抽奖机会'],
  ['five-cards', '每人每天 2 次 · 5 关，每天开放一关 · 集齐一套卡得 1 次抽奖机会'],
  ['weekly-draw', '每人每天 1 次 · 20 题 · 每周答过题就有 1 次抽奖机会'],
  ['all-right', '次数不限 · 5 题'],
  ['monthly-sixty', '每人每月 10 次 · 10 题 · 满 60 分得 1 次抽奖机会'],
])('%s in one line', (code, words) => expect(contestWords(contest(code))).toBe(words))

test('rules, levels and categories in words', () => {
  const { rules, levels } = contest('five-cards')
  expect(levelWords(levels[0]!)).toBe('5 题 · 5 分钟 · 答对 5 题过关 · 先学 20 题')
  expect(rankingWords(rules)).toBe('个人按积分，先到的在前；单位按参与人数，只算有分的人')
  expect(chanceWords(contest('monthly-sixty').rules)).toBe('满 60 分得 1 次抽奖机会（每月抽一次）')
  expect(chanceWords(contest('all-right').rules)).toBe('不发抽奖机会')
  expect(categoryWords(levels[2]!.draw[0]!.categories)).toBe('用电动火、危险物品')
  expect(categoryWords(contest('daily-paper').levels[0]!.draw[0]!.categories)).toBe('全部类别')
  expect(categoryWords(['imported', '自定'])).toBe('导入的题（未分类）、自定')
  expect(new Set(categoryOptions.map(({ value }) => value)).size).toBe(categoryOptions.length)
})

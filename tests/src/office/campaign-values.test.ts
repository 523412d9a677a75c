import { newId } from 'types/ids'
import { quizContract } from 'types/quiz'
import {
  categoryOptions,
  categoryWords,
  freshCampaign,
  levelProblems,
  levelWords,
  toCampaign,
  usualLevels,
} from '@/features/office/campaign-values'

const node = { id: newId((count) => new Uint8Array(count).fill(7)), name: '青泽市总工会' }
const now = new Date('2027-06-01T03:00:00Z')
const filled = { ...freshCampaign(node, now), title: '安全生产月', slogan: '人人讲安全' }
const parse = (values: typeof filled, levels = usualLevels()) =>
  quizContract.createCampaign.input.safeParse({ _id: node.id, ...toCampaign(values, levels) })

test('the eight usual levels with a name are a whole campaign', () => {
  const parsed = parse(filled)
  expect(parsed.success && parsed.data.levels).toHaveLength(8)
  expect(parsed.success && parsed.data.levels[0]).toMatchObject({ title: '用电安全', questions: 10, seconds: 300 })
})

test('the first and the last day count whole, in Shanghai', () => {
  const { opensAt, closesAt } = toCampaign({ ...filled, opensAt: '2027-06-01', closesAt: '2027-06-30' }, [])
  expect([opensAt, closesAt]).toEqual(['2027-05-31T16:00:00.000Z', '2027-06-30T15:59:59.999Z'])
})

test('what is left empty is refused, never guessed', () => {
  const parsed = parse({ ...filled, opensAt: undefined, attemptsPerDay: undefined })
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['opensAt', 'attemptsPerDay'])
  const [first] = usualLevels()
  const level = parse(filled, [{ ...first!, minutes: undefined }])
  expect(level.error?.issues.map(({ path }) => path.join('.'))).toEqual(['levels.0.seconds'])
})

test('problems of a level come to that level', () => {
  const problems = levelProblems({
    closesAt: '结束时间要晚于开始时间',
    'levels.2.questions': '只有 4 题',
    'levels.2.passRight': '多了',
    'levels.10.title': '请填写',
  })
  expect(problems).toEqual({ 2: ['只有 4 题', '多了'], 10: ['请填写'] })
})

test('levels and categories in words', () => {
  const [first] = usualLevels()
  expect(levelWords(first!)).toBe('10 题 · 5 分钟 · 答对 6 题过关')
  expect(categoryWords(first!.categories)).toBe('用电动火、危险物品')
  expect(categoryWords(['imported', '自定'])).toBe('导入的题（未分类）、自定')
  expect(new Set(categoryOptions.map(({ value }) => value)).size).toBe(categoryOptions.length)
})

import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import type { Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import { startCloud, type Cloud } from '../support/cloud'
import { bankDocuments, campaignLines, testEnv } from '../support/factories/quiz'
import { answersOf, playing } from '../support/factories/quiz-play'
import { seedFile } from '../support/seed-file'
import { openPhone, type Phone } from '../support/weapp'
import { localCloudBehind } from '../support/weapp/local-cloud'
import { optionsShown } from '../support/weapp/options-shown'

const usual = ruleSets[0].rules
const [plain, gentle, strict] = [
  deriveId('campaign', 'plain'),
  deriveId('campaign', 'gentle'),
  deriveId('campaign', 'strict'),
]
const linesOf = (id: string, rules: Partial<Rules> = {}) =>
  campaignLines({
    ...{ id, under: [deriveId('node', 'root')], opensAt: '2026-01-01T00:00:00Z', closesAt: '2036-01-01T00:00:00Z' },
    ...{ seconds: 600, rules },
  })
const lines = [
  ...bankDocuments().map((d) => ({ c: 'questions', d })),
  ...linesOf(plain),
  ...linesOf(gentle, { answering: 'locked' }),
  ...linesOf(strict, {
    ...{ answering: 'locked', wrong: { ...usual.wrong, as: 'ends', revives: 1, readSeconds: 5 } },
    attempts: { count: 1, per: 'day', each: 'contest' },
  }),
]

type Call = { event: unknown; result?: unknown }
const actionOf = ({ event }: Call) => (event as { action: string }).action
const paperOf = (phone: Phone): Paper => {
  const laid = phone.diary.calls.filter((call) => actionOf(call) === 'start').at(-1)?.result
  return (laid as { data: Paper }).data
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ seed: seedFile(lines), env: testEnv })
}, 120_000)
afterAll(() => cloud.stop())

const open = async (openid: string, campaignId: string, storage = new Map<string, unknown>()) => {
  const phone = openPhone({ cloud: localCloudBehind(cloud.url, openid), storage })
  await phone.launch('packages/quiz/paper', { campaignId, level: '1' })
  await phone.waitFor('跳过')
  return phone
}

/** Taps what is right, or wrong, on question `no` of the paper at hand. */
const choose = async (phone: Phone, no: number, right = true) => {
  const paper = paperOf(phone)
  const answer = answersOf(paper, right ? 0 : paper.questions.length).find((one) => one.no === no)
  for (const at of answer?.chosen ?? []) await phone.tapElement(optionsShown(phone)[at]!)
}
/** Index of the first question that locks by itself. */
const firstSingle = (phone: Phone) => paperOf(phone).questions.findIndex(({ kind }) => kind !== 'multiple')

describe('answers handed in together', () => {
  test('a choice can be undone, stands by itself after three seconds, and outlives a kill', async () => {
    const storage = new Map<string, unknown>()
    const phone = await open('o-plain', plain, storage)
    const at = firstSingle(phone)
    for (let skipped = 0; skipped < at; skipped += 1) await phone.tap('跳过')
    const total = paperOf(phone).questions.length
    await phone.waitFor(`${at + 1} / ${total}`)
    const chosen = () => optionsShown(phone).filter(({ attrs }) => attrs.ariaChecked === true)

    await choose(phone, at + 1)
    expect(chosen()).toHaveLength(1)
    expect(phone.text()).toContain('3 秒内可改')
    await phone.tap('撤销')
    expect(chosen()).toHaveLength(0)

    await choose(phone, at + 1)
    await phone.waitFor(`${((at + 1) % total) + 1} / ${total}`)
    expect(chosen()).toHaveLength(0)

    const again = await open('o-plain', plain, storage)
    expect(paperOf(again).id).toBe(paperOf(phone).id)
    await again.waitFor(`${at === 0 ? 2 : 1} / ${total}`)
    expect(again.diary.errors.concat(phone.diary.errors)).toEqual([])
  })

  test('practice waits for the open paper and says where it is', async () => {
    const phone = openPhone({ cloud: localCloudBehind(cloud.url, 'o-plain') })
    await phone.launch('packages/quiz/practice', { campaignId: plain, level: '1' })
    await phone.waitFor('手上还有没交的答卷')
    await phone.tap('回到答卷')
    expect(phone.route()).toBe('packages/quiz/paper')
  })

  test('a mistake is in the book and leaves it once it is answered rightly', async () => {
    const { start, submit } = playing(() => cloud, plain)
    const paper = await start('o-book', 'book')
    await submit('o-book', paper, 1)
    const phone = openPhone({ cloud: localCloudBehind(cloud.url, 'o-book') })
    await phone.launch('packages/quiz/wrong-book', { campaignId: plain })
    await phone.waitFor('共 1 题')
    await phone.tap('开始练习 1 题')
    await phone.waitFor('不计成绩')
    const first = paper.questions[0]!
    const key = answersOf(paper, 0)[0]!.chosen.map((at) => first.options[at])
    for (const text of key)
      await phone.tapElement(optionsShown(phone).find((option) => option.text.endsWith(text ?? '-'))!)
    if (first.kind === 'multiple') await phone.tap('看答案')
    await phone.waitFor('已从错题本移出')
    await phone.tap('练完了')
    await phone.tap('看看还剩哪些')
    await phone.waitFor('没有错题')
  })
})

describe('answers locked one by one', () => {
  test('one that cannot be sent waits, is seen to wait, and arrives once the network is back', async () => {
    const phone = await open('o-gentle', gentle)
    phone.setOnline(false)
    await choose(phone, 1)
    await phone.tap('就选这个')
    await phone.waitFor('第 1 题的答案存在手机里')
    await phone.tap('先答下一题')
    await phone.waitFor(`2 / ${paperOf(phone).questions.length}`)
    phone.setOnline(true)
    await phone.waitFor(() => !phone.text().includes('存在手机里'))
    await choose(phone, 2)
    await phone.tap('就选这个')
    await phone.waitFor('选对了')
    const paper = await cloud.call<Paper>(
      ...(['quiz', 'start', { _id: deriveId('attempt', 'again'), campaignId: gentle, level: 1 }, 'o-gentle'] as const),
    )
    expect(paper.locked.map(({ no, right }) => [no, right])).toEqual([
      [1, true],
      [2, true],
    ])
  })

  test('a mistake closes the paper; who has read its article gets one more', async () => {
    const phone = await open('o-strict', strict)
    expect(phone.text()).toContain('答错一题，本次答题就结束')
    await choose(phone, 1, false)
    await phone.tap('就选这个')
    await phone.waitFor('答错一题，本次答题到此为止')
    expect(phone.route()).toBe('packages/quiz/result')
    await phone.waitFor('读法条，再得一次机会')
    await phone.tap('读法条，再得一次机会')
    await phone.waitFor('读完了，再得一次机会')
    await phone.tap('读完了，再得一次机会')
    await phone.waitFor('又有一次答题机会了')
    await phone.waitFor(() => !phone.text().includes('读法条，再得一次机会'))
    await phone.tap('再答一次第 1 关')
    await phone.waitFor('跳过')
    expect(phone.diary.errors).toEqual([])
  })
})

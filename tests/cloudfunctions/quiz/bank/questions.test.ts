import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const { root, east, west } = city.nodes
const [admin, eastern, eastern2, western] = ['wx-admin', 'wx-east1', 'wx-east2', 'wx-west1']
const refused = (code: string) => ({ code }) as object

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
})
afterAll(fresh.close)

const waiting = (nodeId: string, openid: string) => desk.list(nodeId, openid, { state: 'flagged' })

describe('a question without an article', () => {
  const stems = ['没有条款的第一题', '没有条款的第二题']

  test('waits until an officer names the article or puts it away, and is drawn from then on', async () => {
    const rows = [...stems, '有条款的题'].map((stem) => ({ stem, article: stem.startsWith('有') ? '5' : '' }))
    expect(await desk.takeIn('bare', east._id, rows, eastern)).toMatchObject({ good: 3, flagged: 2 })
    const found = await waiting(east._id, eastern2)
    expect(found.map(({ stem, flag }) => [stem, flag?.reason]).sort()).toEqual(stems.map((stem) => [stem, 'article']))
    expect(await waiting(west._id, western)).toEqual([])
    const [first, second] = found.map(({ id }) => id) as [string, string]
    await expect(desk.settle(first, 0, 'enable', western, { article: 7 })).rejects.toMatchObject(refused('NOT_FOUND'))
    await expect(desk.settle(first, 0, 'enable', eastern)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'edits.article': '请填写依据第几条' },
    })
    const enabled = await desk.settle(first, 0, 'enable', eastern, { article: 7 })
    expect(enabled).toMatchObject({ state: 'live', version: 1 })
    expect(await desk.settle(first, 0, 'enable', eastern, { article: 7 })).toEqual(enabled)
    await expect(desk.settle(first, 0, 'enable', eastern, { article: 8 })).rejects.toMatchObject(
      refused('NOT_ALLOWED_NOW'),
    )
    await expect(desk.settle(first, 0, 'enable', eastern2, { article: 7 })).rejects.toMatchObject(
      refused('NOT_ALLOWED_NOW'),
    )
    expect(await desk.settle(second, 0, 'retire', admin)).toMatchObject({ state: 'retired' })
    await expect(desk.settle(second, 1, 'enable', eastern, { article: 7 })).rejects.toMatchObject(
      refused('NOT_ALLOWED_NOW'),
    )
    expect(await waiting(east._id, eastern)).toEqual([])
    await desk.create('after', east._id, eastern)
    expect((await desk.poolOf('after')).map(({ _id }) => _id)).toHaveLength(2)
  })

  test('leaves its own chain of events behind, which an auditor can verify', async () => {
    await desk.takeIn('bare', east._id, [{ stem: '没有条款的题', article: '' }], eastern)
    const [question] = await waiting(east._id, eastern)
    const id = question?.id ?? ''
    await desk.settle(id, 0, 'enable', eastern, { article: 7, key: [1], explain: '改过的解析' })
    await desk.doubt(id, 1, 'flag', eastern2)
    await desk.settleDown()
    const events = await rawDocuments(cloud, 'events', { subjectId: id })
    expect(events.map(({ act, verb }) => [act, verb])).toEqual([
      ['enable', '核对题目'],
      ['flag', '撤下题目'],
    ])
    expect(await cloud.call('desk', 'verify', { subjectId: id }, eastern)).toMatchObject({ intact: true, events: 2 })
    const detail = await desk.detail(id, eastern)
    expect(detail).toMatchObject({
      state: 'flagged',
      key: [1],
      article: 7,
      flag: { reason: 'doubt', words: '答案有误' },
    })
    expect(detail.earlier).toMatchObject([{ key: [0], article: 0 }])
    expect(detail.timeline.map(({ detail: words }) => words)).toEqual(['答案有误', '改了答案、解析、条款'])
  })

  test('may also come again with its article, unless somebody has looked at it', async () => {
    const bare = { stem: '没有条款的题', article: '' }
    await desk.takeIn('bare', east._id, [bare], eastern)
    expect(await desk.takeIn('bare again', east._id, [bare], eastern)).toMatchObject({ good: 0 })
    expect(await desk.takeIn('whole', east._id, [{ stem: bare.stem }], eastern)).toMatchObject({ good: 1 })
    expect(await waiting(east._id, eastern)).toEqual([])
    const [question] = await desk.list(east._id, eastern)
    await desk.doubt(question?.id ?? '', 0, 'flag', eastern)
    expect(await desk.takeIn('once more', east._id, [{ stem: bare.stem }], eastern)).toMatchObject({ good: 0 })
    expect(await desk.detail(question?.id ?? '', eastern)).toMatchObject({ state: 'flagged', version: 1 })
  })
})

test('a key beyond the options, two keys of a single choice and an empty one are refused', async () => {
  await desk.takeIn('bare', east._id, [{ stem: '没有条款的题', article: '' }], eastern)
  const [question] = await waiting(east._id, eastern)
  for (const key of [[3], [0, 1], []])
    await expect(desk.settle(question?.id ?? '', 0, 'enable', eastern, { article: 7, key })).rejects.toMatchObject(
      refused('INVALID_INPUT'),
    )
  expect(await desk.detail(question?.id ?? '', eastern)).toMatchObject({ state: 'flagged', version: 0, key: [0] })
})

test('is found by law, article, state and words, by its own union and those above', async () => {
  const rows = ['发生火灾时先报警', '疏散通道不得堵塞', '动火作业要有人看护'].map((stem, index) => ({
    ...{ stem, article: String(index + 5) },
  }))
  await desk.takeIn('fire', east._id, rows, eastern)
  await desk.takeIn('safety', root._id, [{ stem: '班前会要讲安全' }], admin, {
    law: '《中华人民共和国安全生产法》',
    lawVersion: '2021',
  })
  const stems = async (nodeId: string, openid: string, wanted: object) =>
    (await desk.list(nodeId, openid, wanted)).map(({ stem }) => stem)
  expect(await stems(root._id, admin, {})).toEqual(['班前会要讲安全', ...rows.map(({ stem }) => stem)])
  expect(await stems(root._id, admin, { law: '安全生产法' })).toEqual(['班前会要讲安全'])
  expect(await stems(east._id, eastern, { law: '消防法', article: 6 })).toEqual(['疏散通道不得堵塞'])
  expect(await stems(east._id, eastern, { words: '疏散通道' })).toEqual(['疏散通道不得堵塞'])
  expect(await stems(east._id, eastern, { words: '安全' })).toEqual([])
  expect(await stems(east._id, eastern, { state: 'retired' })).toEqual([])
  expect(await stems(west._id, western, {})).toEqual([])
  await expect(desk.list(east._id, western)).rejects.toMatchObject(refused('NOT_FOUND'))
  const figures = (await cloud.metrics()).queries.filter(({ collection }) => collection === 'questions')
  expect(figures.filter(({ index }) => index === null)).toEqual([])
})

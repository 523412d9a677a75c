import type { OutputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import type { quizContract } from 'types/quiz'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { bankDocuments, campaignLines, testEnv } from '../../support/factories/quiz'
import { drainedUntil, playing } from '../../support/factories/quiz-play'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const root = deriveId('node', 'root')
const campaignId = deriveId('campaign', 'test')
const bank = new Map(bankDocuments().map((question) => [question._id, question]))
const other = deriveId('campaign', 'other')
const lines = [
  ...campaignLines({ under: [root] }),
  ...campaignLines({ id: other, under: [root] }),
  ...bankDocuments().map((d) => ({ c: 'questions', d: { ...d, nodeId: root, under: [root], key: d._id } })),
]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(lines), env: testEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(fresh.close)

const { start, submit, attempt, view } = playing(() => cloud, campaignId)
type Practice = OutputOf<typeof quizContract.practice>
type Practised = OutputOf<typeof quizContract.practise>
const practice = (from = 0) => cloud.call<Practice>('quiz', 'practice', { campaignId, level: 1, from }, 'anna')
const wrongBook = () => cloud.call<Practice>('quiz', 'wrongBook', { campaignId }, 'anna')
const practise = (q: string, chosen: number[]) =>
  cloud.call<Practised>('quiz', 'practise', { campaignId, level: 1, q, chosen }, 'anna')
const keyOf = (q: string) => bank.get(q)?.answer ?? []

test('questions come without a key; each is marked with its article, and nothing of it counts', async () => {
  const { items, total } = await practice()
  expect([items.length, total]).toEqual([10, bank.size])
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['kind', 'level', 'options', 'q', 'stem'])
  expect((await practice(10)).items[0]?.q).not.toBe(items[0]?.q)
  const q = items[0]?.q ?? ''
  const marked = await practise(q, [...keyOf(q)])
  expect(marked).toMatchObject({ right: true, key: keyOf(q), article: bank.get(q)?.article })
  expect(await rawDocuments(cloud, 'plays')).toEqual([])
  expect((await view('anna')).points).toBe(0)
})

test('what was wrong in a paper is in the book until it is practised rightly', async () => {
  await attempt('anna', 'a', 2)
  const { items } = await wrongBook()
  expect(items).toHaveLength(2)
  const [{ q } = { q: '' }] = items
  const other = [0, 1, 2, 3].filter((at) => !keyOf(q).includes(at)).slice(0, 1)
  if (other.length > 0) expect((await practise(q, other)).right).toBe(false)
  expect((await wrongBook()).items).toHaveLength(2)
  expect((await practise(q, [...keyOf(q)])).right).toBe(true)
  expect((await practise(q, [...keyOf(q)])).right).toBe(true)
  expect((await wrongBook()).items.map((one) => one.q)).toEqual([items[1]?.q])
  expect((await view('anna')).wrongBook).toBe(1)
})

test('a question put away since is left out of the book', async () => {
  await attempt('anna', 'a', 1)
  const [{ q } = { q: '' }] = (await wrongBook()).items
  await cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'questions', envName: 'local-ankang', queryType: 'WHERE' },
    ...{ query: JSON.stringify({ _id: q }), data: JSON.stringify({ $set: { state: 'retired' } }) },
    ...{ merge: true, multi: true, upsert: false, isUpdate: true },
  })
  expect((await wrongBook()).items).toEqual([])
})

test('with a paper in hand nothing can be looked up', async () => {
  const { items } = await practice()
  const paper = await start('anna', 'a')
  for (const ask of [practice(), wrongBook(), practise(items[0]?.q ?? '', [0])])
    await expect(ask).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await submit('anna', paper)
  expect((await practice()).items).toHaveLength(10)
})

test('a paper of another contest with the same bank bars practice too, and the results of earlier papers', async () => {
  const { items } = await practice()
  const earlier = await start('anna', 'a')
  await submit('anna', earlier)
  await playing(() => cloud, other).start('anna', 'elsewhere')
  await expect(practise(items[0]?.q ?? '', [0])).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await start('anna', 'b', 2)
  const result = cloud.call('quiz', 'result', { id: earlier.id, campaignId }, 'anna')
  await expect(result).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('a level that is locked yet cannot be practised, and no key is given for nothing', async () => {
  const ask = cloud.call('quiz', 'practice', { campaignId, level: 2 }, 'anna')
  await expect(ask).rejects.toMatchObject({ code: 'LEVEL_LOCKED' })
  const { items } = await practice()
  await expect(practise(items[0]?.q ?? '', [])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('before the contest begins there is no practice', async () => {
  await cloud.clock({ now: '2026-05-30T02:00:00.000Z' })
  await expect(practice()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('no call takes more than three trips', async () => {
  await attempt('anna', 'a', 2)
  await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'papers')).length === 1)
  await cloud.resetMetrics()
  const { items } = await wrongBook()
  await practice()
  for (const { q } of items) await practise(q, [...keyOf(q)])
  const quiz = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
  for (const action of ['wrongBook', 'practice', 'practise'])
    expect([action, (quiz?.actions[action]?.trips.max ?? 9) <= 3]).toEqual([action, true])
})

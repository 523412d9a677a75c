import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { questionKey, type QuestionFile } from 'types/bank'
import { deriveId } from 'types/ids'
import type { CampaignRow } from 'types/quiz-contest'
import { ruleSets } from 'types/rule-sets'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { atRest, city, cityLines, orgEnv, seedLine } from '../../../support/factories/org'
import { holdDrainer } from '../../../support/factories/quiz'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const { root, east } = city.nodes
const [admin, admin2, eastern, worker] = ['wx-admin', 'wx-admin2', 'wx-east1', 'wx-worker']

const folder = path.resolve(__dirname, '../../../../config/data/questions')
const files = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as QuestionFile,
)
const shipped = files.flatMap(({ questions }) => questions)

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
})
afterAll(fresh.close)

type Offer = { isEmpty: boolean; total: number; fresh: number }
type Taken = { good: number; duplicates: number; alike: number; flagged: number; renewed: number; kept: unknown[] }
const nothingOld = { renewed: 0, kept: [] }

const offer = (nodeId: string, openid: string) => cloud.call<Offer>('quiz', 'starterBank', { nodeId }, openid)
const take = (nodeId: string, openid: string) => cloud.call<Taken>('quiz', 'takeStarterBank', { nodeId }, openid)
const banked = () => rawDocuments(cloud, 'questions')

test('a union without questions takes them in with one tap, and holds a contest', async () => {
  expect(await offer(root._id, admin)).toMatchObject({ isEmpty: true, total: shipped.length, fresh: shipped.length })
  expect(await take(root._id, admin)).toEqual({
    good: shipped.length,
    duplicates: 0,
    alike: 0,
    flagged: 0,
    ...nothingOld,
  })
  expect(await offer(root._id, admin)).toMatchObject({ isEmpty: false, fresh: 0 })
  expect(await offer(east._id, eastern)).toMatchObject({ isEmpty: false, fresh: 0 })

  const judge = shipped.find(({ kind }) => kind === 'judge')
  expect((await banked()).find(({ stem }) => stem === judge?.stem)).toMatchObject({
    ...{ state: 'live', options: ['正确', '错误'], phrase: judge?.phrase, category: judge?.category, nodeId: root._id },
  })
  const laws = await rawDocuments(cloud, 'quiz_laws')
  expect(laws.map(({ name, current }) => `${String(name)} ${String(current)}`).sort()).toEqual(
    files.map(({ law, version }) => `${law} ${version}`).sort(),
  )
  for (const { code, rules, levels } of [ruleSets[0], ruleSets[2]]) {
    const input = {
      ...{ _id: deriveId('campaign', code), nodeId: east._id, title: code, slogan: code, ruleSet: code, prizeCap: 0 },
      ...{ opensAt: '2026-06-10T00:00:00.000Z', closesAt: '2026-07-10T00:00:00.000Z', contest: { rules, levels } },
    }
    const { id, version } = await cloud.call<CampaignRow>('quiz', 'createCampaign', input, eastern)
    await cloud.call('quiz', 'moveCampaign', { id, version, act: 'open' }, eastern)
  }
  const campaignId = deriveId('campaign', 'level-ladder')
  const start = { _id: deriveId('paper'), campaignId, level: 1 }
  expect(await cloud.call('quiz', 'start', start, worker)).toMatchObject({ questions: { length: 10 } })
}, 60_000)

test('tapped twice, by two officers at once and again by a union below, nothing is there twice', async () => {
  const reports = await Promise.all([take(root._id, admin), take(root._id, admin2)])
  expect(new Set(reports.map(({ good }) => good))).toEqual(new Set([shipped.length]))
  expect(await take(root._id, admin2)).toEqual(reports[0])
  expect(await take(east._id, eastern)).toMatchObject({ good: 0, duplicates: shipped.length })
  expect(await banked()).toHaveLength(shipped.length)
  await desk.settleDown()
  const told = await rawDocuments(cloud, 'events', { verb: '放入自带题目' })
  expect(told.filter(({ data }) => (data as { saved?: unknown }).saved !== undefined)).toHaveLength(2)
}, 60_000)

test('what a union has already stays its own: the same, and what is nearly the same', async () => {
  const [same, near] = shipped.filter(({ kind, stem }) => kind === 'single' && stem.length > 30)
  const stems = [same?.stem ?? '', `${near?.stem.slice(0, -1) ?? ''}？？呢`]
  await desk.takeIn(
    'own',
    root._id,
    stems.map((stem) => ({ stem })),
    admin,
    { law: '安全生产法', lawVersion: '2021' },
  )
  expect(await take(root._id, admin)).toMatchObject({ good: shipped.length - 2, duplicates: 1, alike: 1 })
  expect(await banked()).toHaveLength(shipped.length)
}, 60_000)

test('questions over a text that is not in force any more wait', async () => {
  await cloud.call('quiz', 'addLaw', { name: '消防法', lawVersion: '2027', from: '2026-06-01' }, admin)
  const old = files.find(({ law }) => law === '消防法')?.questions.length ?? 0
  expect(await take(root._id, admin)).toMatchObject({ good: shipped.length, flagged: old })
  expect(await desk.list(root._id, admin, { state: 'flagged', law: '消防法' })).toMatchObject([
    ...Array.from({ length: 20 }, () => ({ flag: { reason: 'law' } })),
  ])
  expect(await offer(root._id, admin)).toMatchObject({ fresh: 0 })
})

test('a call that broke off half way is finished by the next', async () => {
  await holdDrainer(cloud)
  // In the middle of the saving, a hundred questions a trip.
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips: 22 })
  await expect(take(root._id, admin)).rejects.toThrow()
  await cloud.clearFaults()
  expect((await banked()).length % shipped.length).toBeGreaterThan(0)
  expect(await rawDocuments(cloud, 'question_imports')).toEqual([])
  expect(await take(root._id, admin)).toEqual({
    good: shipped.length,
    duplicates: 0,
    alike: 0,
    flagged: 0,
    ...nothingOld,
  })
  expect(await banked()).toHaveLength(shipped.length)
}, 60_000)

const earlier = deriveId('starter', 'earlier edition')
const source = { nodeId: root._id, under: root.under, source: earlier }

/** The first shipped questions as an earlier edition had them: explained otherwise. */
const asBefore = (count: number) =>
  shipped.slice(0, count).map((row) => {
    const key = questionKey(row.stem)
    const law = files.find(({ questions }) => questions.includes(row))
    const options = row.kind === 'judge' ? ['正确', '错误'] : row.options
    const waits = { state: 'live', flag: null, terms: [], earlier: [] }
    const cited = { law: law?.law ?? '', lawVersion: law?.version ?? '' }
    const _id = deriveId('question', root._id, key)
    return { ...atRest('live', row.stem), ...row, ...cited, ...source, ...waits, _id, key, options, explain: '写错了' }
  })

const importOf = {
  ...atRest('saved', '自带题目'),
  ...{ _id: earlier, nodeId: root._id, under: root.under, fileId: '' },
}

const openWith = async (count: number) => {
  const lines = [seedLine('question_imports', importOf), ...asBefore(count).map((doc) => seedLine('questions', doc))]
  cloud = await fresh.open({ seed: seedFile([...cityLines(), ...lines]), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
}

test('a corrected edition replaces what nobody has changed, and names the rest', async () => {
  const [first, second, third] = asBefore(3)
  await openWith(3)
  await desk.doubt(third!._id, 0, 'flag', admin)
  await desk.settle(third!._id, 1, 'enable', admin, { explain: '我们自己的解析' })
  expect(await offer(root._id, admin)).toMatchObject({ fresh: shipped.length - 3, corrected: 2 })
  const report = await take(root._id, admin)
  expect(report).toMatchObject({ good: shipped.length - 3, renewed: 2, kept: [{ id: third!._id, stem: third!.stem }] })
  expect(await take(root._id, admin)).toEqual(report)
  expect(await banked()).toHaveLength(shipped.length)
  for (const [index, { _id }] of [first!, second!].entries())
    expect(await desk.detail(_id, admin)).toMatchObject({
      ...{ state: 'live', explain: shipped[index]!.explain, earlier: [{ explain: '写错了' }] },
    })
  expect(await desk.detail(third!._id, admin)).toMatchObject({ explain: '我们自己的解析' })
  expect(await offer(root._id, admin)).toMatchObject({ fresh: 0, corrected: 0 })
}, 60_000)

test('a replacement that broke off half way is finished by the next, and counted whole', async () => {
  await openWith(100)
  await holdDrainer(cloud)
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips: 60 })
  await expect(take(root._id, admin)).rejects.toThrow()
  await cloud.clearFaults()
  const halfway = (await banked()).filter(({ explain }) => explain === '写错了').length
  expect([halfway > 0, halfway < 100]).toEqual([true, true])
  expect(await take(root._id, admin)).toMatchObject({ good: shipped.length - 100, renewed: 100, kept: [] })
  expect((await banked()).filter(({ explain }) => explain === '写错了')).toEqual([])
}, 60_000)

test('a law that enters the register later sends questions over its older text to be looked at', async () => {
  await take(east._id, eastern)
  expect(await desk.list(east._id, eastern, { state: 'flagged' })).toEqual([])
  await cloud.call('quiz', 'addLaw', { name: '消防法', lawVersion: '2027', from: '2026-06-01' }, admin)
  await desk.settleDown()
  const waiting = (await banked()).filter(({ state }) => state === 'flagged')
  expect(new Set(waiting.map(({ law }) => law))).toEqual(new Set(['消防法']))
  expect(waiting).toHaveLength(files.find(({ law }) => law === '消防法')?.questions.length ?? -1)
}, 60_000)

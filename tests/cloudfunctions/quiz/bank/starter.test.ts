import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { QuestionFile } from 'types/bank'
import { deriveId } from 'types/ids'
import type { CampaignRow } from 'types/quiz-contest'
import { ruleSets } from 'types/rule-sets'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
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
type Taken = { good: number; duplicates: number; alike: number; flagged: number }

const offer = (nodeId: string, openid: string) => cloud.call<Offer>('quiz', 'starterBank', { nodeId }, openid)
const take = (nodeId: string, openid: string) => cloud.call<Taken>('quiz', 'takeStarterBank', { nodeId }, openid)
const banked = () => rawDocuments(cloud, 'questions')

test('a union without questions takes them in with one tap, and holds a contest', async () => {
  expect(await offer(root._id, admin)).toMatchObject({ isEmpty: true, total: shipped.length, fresh: shipped.length })
  expect(await take(root._id, admin)).toEqual({ good: shipped.length, duplicates: 0, alike: 0, flagged: 0 })
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
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips: 18 })
  await expect(take(root._id, admin)).rejects.toThrow()
  await cloud.clearFaults()
  expect((await banked()).length % shipped.length).toBeGreaterThan(0)
  expect(await rawDocuments(cloud, 'question_imports')).toEqual([])
  expect(await take(root._id, admin)).toEqual({ good: shipped.length, duplicates: 0, alike: 0, flagged: 0 })
  expect(await banked()).toHaveLength(shipped.length)
}, 60_000)

import { deriveId } from 'types/ids'
import type { Paper, PaperResult } from 'types/quiz-play'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { freeDrainer, holdDrainer } from '../../../support/factories/quiz'
import { rawDocuments } from '../../../support/raw-documents'
import { kills } from '../../../support/kills'
import { seedFile } from '../../../support/seed-file'

const { root, east } = city.nodes
const [admin, eastern] = ['wx-admin', 'wx-east1']
const worker = 'wx-player'

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
})
afterAll(fresh.close)

const stems = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ stem: `${index}号消防常识考考您`.repeat(2) }))
const start = (campaignId: string, name = 'paper', openid = worker) =>
  cloud.call<Paper>('quiz', 'start', { _id: deriveId('ask', name, openid), campaignId, level: 1 }, openid)
const submit = (paper: Paper, openid = worker) =>
  cloud.call<PaperResult>(
    'quiz',
    'submit',
    { id: paper.id, campaignId: paper.campaignId, answers: paper.questions.map(({ no }) => ({ no, chosen: [0] })) },
    openid,
  )
const result = (paper: Paper, openid = worker) =>
  cloud.call<PaperResult>('quiz', 'result', { id: paper.id, campaignId: paper.campaignId }, openid)
const poolStems = async (name: string) => (await desk.poolOf(name)).map(({ stem }) => stem).sort()
const headOf = async (campaignId: string) =>
  (await rawDocuments(cloud, 'quiz_levels', { _id: `${campaignId}.1` }))[0] as { revision?: string } | undefined
const campaignDoc = async (id: string) => (await rawDocuments(cloud, 'campaigns', { _id: id }))[0]

test('a withdrawn question leaves the pools of what runs; papers laid before go on and can be read for ever', async () => {
  await desk.takeIn('city', root._id, stems(3), admin)
  const id = await desk.run('running', root._id, admin, { questions: 2 })
  const paper = await start(id)
  const before = await desk.poolDoc(id)
  const asked = (await desk.list(root._id, admin)).find(({ stem }) => stem === paper.questions[0]?.stem)
  expect(asked).toBeDefined()
  await desk.doubt(asked?.id ?? '', 0, 'withdraw', admin)
  await desk.settleDown()
  expect(await poolStems('running')).not.toContain(asked?.stem)
  expect(await desk.poolOf('running')).toHaveLength(2)
  const after = await desk.poolDoc(id)
  expect(after?.revision).not.toBe(before?.revision)
  expect((await headOf(id))?.revision).toBe(after?.revision)
  const [old] = await rawDocuments(cloud, 'quiz_levels', { _id: `${id}.1.pool.${String(before?.revision)}` })
  expect(old?.pool).toEqual(before?.pool)
  const handedIn = await submit(paper)
  expect(handedIn.questions.map(({ stem }) => stem)).toEqual(paper.questions.map(({ stem }) => stem))
  await desk.settleDown()
  expect((await result(paper)).questions).toEqual(handedIn.questions)
  for (let round = 0; round < 3; round++) {
    const next = await start(id, `later ${round}`)
    expect(next.questions.map(({ stem }) => stem)).not.toContain(asked?.stem)
    await submit(next)
  }
}, 60_000)

test('what waits leaves, and comes back as it reads once it is confirmed', async () => {
  await desk.takeIn('city', root._id, stems(3), admin)
  const id = await desk.run('running', root._id, admin, { questions: 2 })
  const [question] = await desk.list(root._id, admin)
  await desk.doubt(question?.id ?? '', 0, 'flag', admin)
  await desk.settleDown()
  expect(await poolStems('running')).toHaveLength(2)
  await desk.settle(question?.id ?? '', 1, 'enable', admin, { key: [2] })
  await desk.settleDown()
  const pool = await desk.poolOf('running')
  expect(pool).toHaveLength(3)
  expect(pool.find(({ _id }) => _id === question?.id)).toMatchObject({ answer: [2] })
  expect((await headOf(id))?.revision).toBe((await desk.poolDoc(id))?.revision)
  expect(await rawDocuments(cloud, 'quiz_levels', { pooledFor: id })).toHaveLength(3)
}, 60_000)

test('one that was put away does not come back, one that stays in the bank only is not drawn in', async () => {
  await desk.takeIn('city', root._id, stems(3), admin)
  await desk.run('running', root._id, admin, { questions: 2 })
  const [question] = await desk.list(root._id, admin)
  await desk.doubt(question?.id ?? '', 0, 'flag', admin)
  await desk.settleDown()
  await desk.settle(question?.id ?? '', 1, 'retire', admin)
  await desk.takeIn('more', root._id, [{ stem: '后来才导入的消防题目' }], admin)
  await desk.settleDown()
  expect(await poolStems('running')).toHaveLength(2)
  expect(await poolStems('running')).not.toContain('后来才导入的消防题目')
}, 60_000)

test('a part with too few is filled from the bank', async () => {
  await desk.takeIn('city', root._id, stems(2), admin)
  await desk.run('running', east._id, eastern, { questions: 2 })
  await desk.takeIn('more', east._id, [{ stem: '后来才导入的消防题目' }], eastern)
  const [question] = await desk.list(root._id, admin, { words: '号消防常识' })
  await desk.doubt(question?.id ?? '', 0, 'withdraw', admin)
  await desk.settleDown()
  const now = await poolStems('running')
  expect(now).toHaveLength(2)
  expect(now).toContain('后来才导入的消防题目')
}, 60_000)

test('a level the bank cannot fill rests, its officers are told once, and new questions fill it', async () => {
  await desk.takeIn('city', root._id, stems(2), admin)
  const id = await desk.run('running', root._id, admin, { questions: 2 })
  const [first, second] = await desk.list(root._id, admin)
  await desk.doubt(first?.id ?? '', 0, 'withdraw', admin)
  await desk.settleDown()
  expect(await campaignDoc(id)).toMatchObject({ short: [{ level: 1, has: 1, needs: 2 }] })
  await expect(start(id)).rejects.toMatchObject({ message: '这一关的题目正在核对，请稍后再来。' })
  expect(await rawDocuments(cloud, 'plays', { campaignId: id })).toEqual([])
  const told = async () =>
    (await rawDocuments(cloud, 'messages', { openid: admin })).filter((message) =>
      JSON.stringify(message).includes('闯关题目不够'),
    )
  expect(await told()).toHaveLength(1)
  await desk.settleDown()
  await desk.doubt(second?.id ?? '', 0, 'flag', admin)
  await desk.settleDown()
  expect(await desk.poolOf('running')).toHaveLength(0)
  expect(await told()).toHaveLength(1)
  await desk.takeIn('more', root._id, [{ stem: '后来才导入的消防题目' }, { stem: '又一道后来导入的题' }], admin)
  await desk.settleDown()
  expect(await poolStems('running')).toEqual(['后来才导入的消防题目', '又一道后来导入的题'].sort())
  expect(await campaignDoc(id)).toMatchObject({ short: [], isShort: false })
  expect((await start(id)).questions).toHaveLength(2)
}, 60_000)

test('a drainer that dies between two writes leaves every paper readable, and the next one finishes', async () => {
  await desk.takeIn('city', root._id, stems(3), admin)
  const id = await desk.run('running', root._id, admin, { questions: 2 })
  await desk.settleDown()
  const [question] = await desk.list(root._id, admin)
  const every = Array.from({ length: 26 }, (_, index) => index + 1)
  for (const trips of kills(every, 9)) {
    const { version, state } = await desk.detail(question?.id ?? '', admin)
    await holdDrainer(cloud)
    if (state === 'live') await desk.doubt(question?.id ?? '', version, 'flag', admin)
    else await desk.settle(question?.id ?? '', version, 'enable', admin)
    await freeDrainer(cloud)
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips })
    await cloud.tick('quiz').catch(() => undefined)
    await cloud.clearFaults()
    const paper = await start(id, `after ${trips}`)
    expect((await submit(paper)).questions).toHaveLength(2)
    await cloud.clock({ advanceMs: 31_000 })
    await desk.settleDown()
    expect((await result(paper)).questions).toHaveLength(2)
    expect(await desk.poolOf('running')).toHaveLength(state === 'live' ? 2 : 3)
    expect((await headOf(id))?.revision).toBe((await desk.poolDoc(id))?.revision)
  }
}, 180_000)

test('a contest that is over keeps its pools', async () => {
  await desk.takeIn('city', root._id, stems(3), admin)
  const id = await desk.run('running', root._id, admin, { questions: 2 })
  await cloud.clock({ now: '2026-06-21T02:00:00.000Z' })
  await desk.settleDown()
  expect(await campaignDoc(id)).toMatchObject({ state: 'closed' })
  const before = await desk.poolDoc(id)
  const [question] = await desk.list(root._id, admin)
  await desk.doubt(question?.id ?? '', 0, 'withdraw', admin)
  await desk.settleDown()
  expect(await desk.poolDoc(id)).toEqual(before)
}, 60_000)

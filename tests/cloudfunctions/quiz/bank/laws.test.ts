import type { LawRow } from 'types/quiz-laws'
import { lawId } from 'types/quiz-laws'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const { root, east } = city.nodes
const [admin, admin2, eastern, worker] = ['wx-admin', 'wx-admin2', 'wx-east1', 'wx-player']
const fire = { law: '消防法', lawVersion: '2021' }
const refused = (code: string) => ({ code }) as object

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
})
afterAll(fresh.close)

const add = (name: string, openid = admin, lawVersion = '2021') =>
  cloud.call<LawRow>('quiz', 'addLaw', { name, lawVersion, from: '2021-04-29' }, openid)
const amend = (version: number, lawVersion: string, from: string, openid = admin) =>
  cloud.call<LawRow>('quiz', 'amendLaw', { id: lawId('消防法'), version, lawVersion, from, note: '' }, openid)
const laws = async (openid = eastern) => (await cloud.call<{ items: LawRow[] }>('quiz', 'laws', {}, openid)).items
const states = async () => {
  const all = await rawDocuments(cloud, 'questions')
  return Object.fromEntries(
    all.map(({ stem, state, flag }) => [stem, [state, (flag as { reason: string } | null)?.reason]]),
  )
}
const stems = (count: number) => Array.from({ length: count }, (_, index) => ({ stem: `消防法里的第 ${index} 道题目` }))

test('the register is the root’s: all officers read it, nobody below writes it, a law stands in it once', async () => {
  const first = await add('《中华人民共和国消防法》')
  expect(first).toMatchObject({ name: '消防法', current: '2021', state: 'current' })
  expect(await add('消防法')).toEqual(first)
  await expect(add('消防法', admin2)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  await expect(add('消防法', admin, '2019')).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  await expect(add('工会法', eastern)).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(amend(0, '2026', '2026-06-01', eastern)).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(laws(worker)).rejects.toMatchObject(refused('FORBIDDEN'))
  expect((await laws()).map(({ name }) => name)).toEqual(['消防法'])
})

test('an amendment in force takes every live question over the old text out of the draw, in all unions', async () => {
  await add('消防法')
  await desk.takeIn('city', root._id, stems(3), admin, fire)
  await desk.takeIn('east', east._id, [{ stem: '东河自己的消防题目' }], eastern, fire)
  await desk.takeIn('other', root._id, [{ stem: '工会法里的一道题目' }], admin, { law: '工会法', lawVersion: '2021' })
  const id = await desk.run('running', east._id, eastern, { questions: 3 })
  expect(await desk.poolOf('running')).toHaveLength(5)
  const amended = await amend(0, '2026', '2026-06-10')
  expect(amended).toMatchObject({ current: '2026', next: null, versions: [{ version: '2026' }, { version: '2021' }] })
  expect(await amend(0, '2026', '2026-06-10')).toMatchObject({ current: '2026', version: 1 })
  await desk.settleDown()
  expect(await states()).toMatchObject({
    '消防法里的第 0 道题目': ['flagged', 'law'],
    '消防法里的第 2 道题目': ['flagged', 'law'],
    东河自己的消防题目: ['flagged', 'law'],
    工会法里的一道题目: ['live', undefined],
  })
  expect((await desk.poolOf('running')).map(({ stem }) => stem)).toEqual(['工会法里的一道题目'])
  expect((await rawDocuments(cloud, 'campaigns', { _id: id }))[0]).toMatchObject({ isShort: true })

  const [question] = await desk.list(east._id, eastern, { state: 'flagged' })
  expect(await desk.detail(question?.id ?? '', eastern)).toMatchObject({ lawVersion: '2021', lawCurrent: '2026' })
  await desk.settle(question?.id ?? '', question?.version ?? 0, 'enable', eastern, {
    article: 9,
    phrase: '新写的法条原文',
  })
  await desk.settleDown()
  expect(await desk.detail(question?.id ?? '', eastern)).toMatchObject({
    ...{ state: 'live', lawVersion: '2026', article: 9, phrase: '新写的法条原文', flag: null },
    earlier: [{ lawVersion: '2021', article: 5 }],
  })
  expect((await desk.poolOf('running')).map(({ stem }) => stem).sort()).toEqual(
    ['东河自己的消防题目', '工会法里的一道题目'].sort(),
  )
}, 60_000)

test('one that is announced waits for its day', async () => {
  await add('消防法')
  await desk.takeIn('city', root._id, stems(2), admin, fire)
  expect(await amend(0, '2026', '2026-07-01')).toMatchObject({
    state: 'amended',
    current: '2021',
    next: { version: '2026' },
  })
  await desk.settleDown()
  expect(await states()).toMatchObject({ '消防法里的第 0 道题目': ['live', undefined] })
  await cloud.clock({ now: '2026-06-30T15:59:00.000Z' })
  await desk.settleDown()
  expect(await laws()).toMatchObject([{ state: 'amended' }])
  await cloud.clock({ now: '2026-06-30T16:00:00.000Z' })
  await desk.settleDown()
  expect(await laws()).toMatchObject([{ state: 'current', current: '2026', next: null }])
  expect(await states()).toMatchObject({
    '消防法里的第 0 道题目': ['flagged', 'law'],
    '消防法里的第 1 道题目': ['flagged', 'law'],
  })
}, 60_000)

test('a date before the text in force, and the same text again, are refused at their field', async () => {
  await add('消防法')
  await expect(amend(0, '2021', '2026-06-01')).rejects.toMatchObject({ fields: { lawVersion: '这就是现行的版本' } })
  await expect(amend(0, '2019', '2021-04-29')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(amend(0, '2026', '2026-02-30')).rejects.toMatchObject({ fields: { from: '请选择施行日期' } })
  await expect(amend(3, '2026', '2026-06-01')).rejects.toMatchObject(refused('CONFLICT'))
  expect(await laws()).toMatchObject([{ current: '2021', version: 0 }])
})

test('a sheet over an older text than the one in force waits from the start', async () => {
  await add('消防法', admin, '2026')
  expect(await desk.takeIn('old', root._id, stems(2), admin, fire)).toMatchObject({ good: 2, flagged: 2 })
  expect(await states()).toMatchObject({ '消防法里的第 0 道题目': ['flagged', 'law'] })
})

test('more questions than one round takes are all flagged, and a drainer that dies in between loses none', async () => {
  await add('消防法')
  await desk.takeIn('city', root._id, stems(900), admin, fire)
  await desk.settleDown()
  await amend(0, '2026', '2026-06-10')
  for (const trips of [40, 300]) {
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips })
    await cloud.tick('quiz').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.clock({ advanceMs: 31_000 })
  }
  await desk.settleDown()
  const all = await rawDocuments(cloud, 'questions')
  expect(all.filter(({ state }) => state === 'flagged')).toHaveLength(900)
  expect(new Set(all.map(({ seq }) => seq))).toEqual(new Set([1]))
  expect(await rawDocuments(cloud, 'events', { kind: 'questions' })).toHaveLength(900)
}, 180_000)

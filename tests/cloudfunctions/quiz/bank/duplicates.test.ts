import { startCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, questionSheet, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const { root, east, west } = city.nodes
const [admin, eastern, western] = ['wx-admin', 'wx-east1', 'wx-west1']
const known = '从业人员发现直接危及人身安全的紧急情况时，有权停止作业或者撤离作业场所。'
const nearly = '从业人员发现直接危及人身安全的紧急情况时，有权停止作业或撤离作业场所'
const other = '生产经营单位不得因从业人员拒绝违章指挥而降低其工资'

let cloud: Cloud
let desk: BankDesk
beforeAll(async () => {
  cloud = await startCloud({ seed: seedFile(cityLines()), env: orgEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
  await desk.takeIn('city', root._id, [{ stem: known }], admin)
}, 60_000)
afterAll(() => cloud.stop())

const check = async (name: string, stems: readonly string[], nodeId: string, openid: string) =>
  desk.check(name, nodeId, await desk.upload(name, questionSheet(stems.map((stem) => ({ stem }))), openid), openid)

test('a stem that is nearly one of the bank is shown beside it, and stays out unless chosen', async () => {
  const report = await check('plain', [other, nearly], east._id, eastern)
  expect(report).toMatchObject({ read: 2, good: 1, duplicates: 0, alike: 1, rejected: 0 })
  expect(report.similar).toMatchObject([
    { row: 3, stem: nearly, other: { stem: known, law: '消防法', article: 5, owner: root.name } },
  ])
  expect(report.similar[0]?.similarity).toBeGreaterThan(0.85)
  expect(await desk.save('plain', eastern)).toMatchObject({ state: 'saved', good: 1 })
  const stems = (await rawDocuments(cloud, 'questions')).map(({ stem }) => stem)
  expect(stems).toContain(other)
  expect(stems).not.toContain(nearly)
})

test('chosen, it is taken in; a row that is not among the alike changes nothing', async () => {
  await check('chosen', [nearly], west._id, western)
  await expect(desk.save('chosen', western, [9])).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  expect(await desk.save('chosen', western, [2])).toMatchObject({ state: 'saved', good: 1 })
  expect(await desk.list(west._id, western)).toMatchObject([{ stem: nearly }])
})

test('what a union beside or below owns is no copy here, and nobody learns of it', async () => {
  const own = '东原区自己编写的一道关于消防通道的题目'
  await desk.takeIn('own', east._id, [{ stem: own }], eastern)
  expect(await check('beside', [`${own}吗`], west._id, western)).toMatchObject({ good: 1, alike: 0, similar: [] })
  expect(await check('above', [`${own}吗`], root._id, admin)).toMatchObject({ good: 1, alike: 0, similar: [] })
  expect(await check('below', [`${own}吗`], east._id, eastern)).toMatchObject({ good: 0, alike: 1 })
})

test('the same question still counts as one, not as an alike', async () => {
  expect(await check('again', [`1. ${known}`], east._id, eastern)).toMatchObject({ good: 0, duplicates: 1, alike: 0 })
})

test('two rows of one sheet that look like each other are both taken, also when the call breaks off', async () => {
  const pair = ['班组长每天上岗前应当检查本班组的劳动防护用品', '班组长每天上岗前应当检查本班组劳动防护用品']
  expect(await check('pair', pair, root._id, admin)).toMatchObject({ good: 2, alike: 0 })
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips: 5 })
  await expect(desk.save('pair', admin)).rejects.toThrow()
  expect(await desk.save('pair', admin)).toMatchObject({ good: 2 })
})

import { deriveId } from 'types/ids'
import type { Paper, PaperResult } from 'types/quiz-play'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, questionSheet, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { holdDrainer } from '../../../support/factories/quiz'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'
import { textRows, workbookParts, zip } from '../../kit/sheet-files'

const { root, east, west, zeneng } = city.nodes
const [admin, admin2, eastern, eastern2, western] = ['wx-admin', 'wx-admin2', 'wx-east1', 'wx-east2', 'wx-west1']

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
})
afterAll(fresh.close)

const upload = (...args: Parameters<BankDesk['upload']>) => desk.upload(...args)
const check = (...args: Parameters<BankDesk['check']>) => desk.check(...args)
const save = (...args: Parameters<BankDesk['save']>) => desk.save(...args)
const takeIn = (...args: Parameters<BankDesk['takeIn']>) => desk.takeIn(...args)
const create = (...args: Parameters<BankDesk['create']>) => desk.create(...args)
const poolOf = (name: string) => desk.poolOf(name)
const sheet = questionSheet
const refused = (code: string) => ({ code }) as object

describe('whose questions are drawn', () => {
  test('a union’s own and those above it; never those of a union below or beside it', async () => {
    await takeIn('city', root._id, [{ stem: '全市的消防题' }], admin)
    await takeIn('east', east._id, [{ stem: '东河的消防题' }], eastern)
    const stems = async (name: string, nodeId: string, openid: string) => {
      await create(name, nodeId, openid)
      return (await poolOf(name)).map(({ stem }) => stem).sort()
    }
    expect(await stems('of the city', root._id, admin)).toEqual(['全市的消防题'])
    expect(await stems('of the west', west._id, western)).toEqual(['全市的消防题'])
    expect(await stems('of the east', east._id, eastern)).toEqual(['东河的消防题', '全市的消防题'])
    expect(await stems('of a works', zeneng._id, eastern)).toEqual(['东河的消防题', '全市的消防题'])
  })

  test('a union below can neither take a question’s place nor keep it from the city', async () => {
    await takeIn('east', east._id, [{ stem: '先断电还是先泼水？', answer: 'B' }], eastern)
    expect(await takeIn('city', root._id, [{ stem: '1. 先断电还是先泼水' }], admin)).toMatchObject({ good: 1 })
    await create('of the east', east._id, eastern)
    expect(await poolOf('of the east')).toMatchObject([{ nodeId: root._id }])
    const again = await takeIn('west', west._id, [{ stem: '先断电还是先泼水', answer: 'C' }], western)
    expect(again).toMatchObject({ good: 0, duplicates: 1, state: 'checked' })
  })

  test('of more than a pool holds each has its chance, the first in the bank no better one', async () => {
    const rows = Array.from({ length: 1300 }, (_, index) => ({ stem: `消防知识的第 ${index} 道题` }))
    await takeIn('city', root._id, rows, admin)
    await create('large', root._id, admin, { questions: 50 })
    const pool = (await poolOf('large')).map(({ _id }) => _id)
    expect(new Set(pool).size).toBe(200)
    const all = (await rawDocuments(cloud, 'questions')).map(({ _id }) => _id).sort()
    const places = pool.map((id) => all.indexOf(id))
    expect(Math.max(...places)).toBeGreaterThan(1000)
    expect(Math.min(...places)).toBeLessThan(300)
  }, 60_000)

  test('the longest questions fit into a pool, a paper and its result', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({ stem: `${'长'.repeat(290)}${index}题` }))
    const wide = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `**${letter}.${letter}${'选'.repeat(99)}`)
    const lines = rows.map(({ stem }) => ['单选题', stem, wide.join(''), 'A', '解'.repeat(500), '5', 'fire'])
    const file = zip(workbookParts(textRows([['题型', '题目', '选项', '答案', '解析', '条款', '分类'], ...lines])))
    await check('long', root._id, await upload('long', file, admin), admin)
    expect(await save('long', admin)).toMatchObject({ good: 200 })
    const { id, version } = await create('long', root._id, admin, { questions: 50 })
    await cloud.call('quiz', 'moveCampaign', { id, version, act: 'open' }, admin)
    const paper = await cloud.call<Paper>(
      'quiz',
      'start',
      { _id: deriveId('p'), campaignId: id, level: 1 },
      'wx-worker',
    )
    expect(paper.questions).toHaveLength(50)
    const submission = { id: paper.id, campaignId: id, answers: [] }
    const result = await cloud.call<PaperResult>('quiz', 'submit', submission, 'wx-worker')
    expect(result.questions).toHaveLength(50)
  }, 60_000)
})

describe('an id names one thing of one officer', () => {
  test('a campaign', async () => {
    await takeIn('city', root._id, [{ stem: '全市的消防题' }], admin)
    const first = await create('same', root._id, admin)
    expect(await create('same', root._id, admin)).toEqual(first)
    await expect(create('same', root._id, admin2)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
    await expect(create('same', east._id, eastern)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
    expect((await Promise.all(['a', 'a', 'a', 'a'].map((name) => create(name, root._id, admin)))).length).toBe(4)
  })

  test('a sheet', async () => {
    const fileId = await upload('same', sheet([{ stem: '全市的消防题' }, { stem: '看不懂的题', answer: 'Q' }]), admin)
    const first = await check('same', root._id, fileId, admin)
    expect(first.errors).toHaveLength(1)
    expect(await check('same', root._id, fileId, admin)).toEqual(first)
    await expect(check('same', root._id, fileId, admin2)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
    await expect(check('same', east._id, fileId, eastern)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
    const other = await upload('other', sheet([{ stem: '另外一道题' }]), admin)
    await expect(check('same', root._id, other, admin)).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  })
})

describe('what was checked is what is taken in', () => {
  test('a file that was replaced in between is refused', async () => {
    const checked = sheet([{ stem: '检查时的题目' }])
    const fileId = await upload('swap', checked, eastern)
    await check('swap', east._id, fileId, eastern)
    await upload('swap', sheet([{ stem: '换上来的题目' }]), eastern)
    await expect(save('swap', eastern)).rejects.toMatchObject(refused('SHEET_REJECTED'))
    expect(await rawDocuments(cloud, 'questions')).toEqual([])
    await upload('swap', checked, eastern)
    expect(await save('swap', eastern2)).toMatchObject({ state: 'saved', good: 1 })
  })

  test('a call that broke off after it had saved is finished by the next', async () => {
    await check('cut', root._id, await upload('cut', sheet([{ stem: '全市的消防题' }]), admin), admin)
    await holdDrainer(cloud)
    // Who calls, the sheet, what is known, the law, the questions: only the note that it is saved is missing.
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips: 6 })
    await expect(save('cut', admin)).rejects.toThrow()
    expect(await rawDocuments(cloud, 'questions')).toHaveLength(1)
    expect(await save('cut', admin)).toMatchObject({ state: 'saved', good: 1, duplicates: 0 })
  })
})

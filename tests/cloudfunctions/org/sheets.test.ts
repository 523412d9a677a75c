import { deriveId } from 'types/ids'
import { creditCheckLetter } from 'types/credit-code'
import type { SheetReport } from 'types/org-imports'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'
import { textRows, workbookParts, zip } from '../kit/sheet-files'

type Enterprise = { name: string; nodeId: string; workers: number; hasUnion: boolean; flags: object; industry: string }

const { east, root, west, zeneng } = city.nodes
const { factory } = city.enterprises
const now = '2026-06-10T01:30:00.000Z'

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now })
})
afterAll(fresh.close)

const call = <T>(action: string, input: unknown, openid = 'wx-east1') => cloud.call<T>('org', action, input, openid)
const book = (rows: readonly (readonly string[])[]) => zip(workbookParts(textRows(rows)))
type Asked = { nodeId?: string; kind?: string; openid?: string; ending?: string }
const check = async (name: string, file: Buffer, asked: Asked = {}) => {
  const { nodeId = east._id, kind = 'enterprises', openid = 'wx-east1', ending = 'xlsx' } = asked
  const fileId = await cloud.upload(`imports/${deriveId(name)}.${ending}`, file, openid)
  const input = { _id: deriveId('sheet', name), nodeId, kind, fileId, fileName: `${name}.${ending}` }
  return call<SheetReport>('checkSheet', input, openid)
}
const save = ({ id, version }: SheetReport, take: number[] = [], openid = 'wx-east1') =>
  call<SheetReport>('saveSheet', { id, version, take }, openid)
const settled = async ({ id }: SheetReport, openid = 'wx-east1') => {
  for (let round = 0; round < 40; round++) {
    await cloud.tick('org')
    const report = await call<SheetReport>('sheet', { id }, openid)
    if (report.state !== 'saving') return report
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the sheet is still being taken in')
}
const takenIn = async (name: string, file: Buffer, asked: Asked = {}, take: number[] = []) => {
  const checked = await check(name, file, asked)
  await save(checked, take, asked.openid)
  return settled(checked, asked.openid)
}
const register = async () =>
  new Map((await readDocuments(cloud, 'enterprises')).map((doc) => [doc.name as string, doc as unknown as Enterprise]))

const titles = [
  '企业名称',
  '信用代码',
  '所属工会',
  '行业',
  '职工人数',
  '班组数',
  '是否建会',
  '高危行业',
  '非公',
  '企业规模',
]
const body = '91330100MA2AB1CD5'
const code = `${body}${creditCheckLetter(body)}`

describe('a table of enterprises', () => {
  test('is read as officers write it, and taken in whole', async () => {
    const sheet = book([
      ['东河区企业情况统计表（2026 年 6 月）'],
      titles,
      [' 东河 冶金（集团）有限公司 ', code.toLowerCase(), '', '冶金', '１,２００人', '12', '√', '是', '×', '大型'],
      ['安平食品厂', '', '泽能机械工会', '', '45', '', '未建', '', 'Y', '小型'],
    ])
    const checked = await check('六月', sheet)
    expect(checked).toMatchObject({ state: 'checked', read: 2, fresh: 2, changed: 0, rejected: 0, errors: [] })
    expect(await register()).toHaveProperty('size', 2)
    expect(await save(checked)).toMatchObject({ state: 'saving', total: 2 })
    expect(await settled(checked)).toMatchObject({ state: 'saved', done: 2, total: 2 })
    const kept = await register()
    expect(kept.get('东河冶金（集团）有限公司')).toMatchObject({
      ...{ nodeId: east._id, workers: 1200, teams: 12, hasUnion: true, industry: '冶金', code },
      flags: { highRisk: true, nonPublic: false, small: false },
    })
    expect(kept.get('安平食品厂')).toMatchObject({
      ...{ nodeId: zeneng._id, workers: 45, teams: 0, hasUnion: false, industry: '未分类' },
      flags: { highRisk: false, nonPublic: true, small: true },
    })
  })

  test('again changes only what it says otherwise, by code where the name is new', async () => {
    const first = [
      titles,
      ['甲公司', code, '', '化工', '80', '4', '否', '是', '是', '小型'],
      ['乙公司', '', '', '', '20'],
    ]
    await takenIn('一', book(first))
    const again = [titles, ['甲新公司', code, '', '', '90', '', '是'], ['乙公司', '', '', '', '20']]
    expect(await check('二', book(again))).toMatchObject({ fresh: 0, changed: 1, same: 1 })
    await takenIn('三', book(again))
    const kept = await register()
    expect([...kept.keys()].sort()).toEqual([factory.name, '西山纸业有限公司', '甲新公司', '乙公司'].sort())
    expect(kept.get('甲新公司')).toMatchObject({
      ...{ workers: 90, teams: 4, hasUnion: true, industry: '化工' },
      flags: { highRisk: true, nonPublic: true, small: true },
    })
  })

  test('with a bad row changes nothing, and says of each where and what', async () => {
    const sheet = book([
      titles,
      ['好公司', '', '', '', '10'],
      ['坏数字', '', '', '', '很多'],
      ['坏工会', '', '没有的工会', '', '10'],
      ['坏是非', '', '', '', '10', '', '大概'],
      ['坏代码', '91330100MA2AB1CD51', '', '', '10'],
      ['没人数', '', '', '', ''],
      ['好公司', '', '', '', '11'],
    ])
    const checked = await check('坏表', sheet)
    expect(checked).toMatchObject({ read: 7, rejected: 6 })
    expect(checked.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '职工人数'],
      [4, '所属工会'],
      [5, '已建工会'],
      [6, '统一社会信用代码'],
      [7, '职工人数'],
      [8, '企业名称'],
    ])
    await expect(save(checked)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await cloud.tick('org')
    expect(await register()).toHaveProperty('size', 2)
  })

  test('asks about names nearly like one that is known', async () => {
    const sheet = book([titles, ['泽能机械制造厂', '', '', '', '9'], ['完全不同', '', '', '', '9']])
    const checked = await check('像', sheet)
    expect(checked).toMatchObject({ fresh: 1, alike: 1, similar: [{ row: 2, other: factory.name }] })
    await takenIn('像一', sheet)
    expect((await register()).has('泽能机械制造厂')).toBe(false)
    await takenIn('像二', sheet, {}, [2])
    expect((await register()).has('泽能机械制造厂')).toBe(true)
  })

  test('may have a header of two rows, and may be a text of GBK', async () => {
    const merged = book([
      ['企业', '人员情况', '', '类别', ''],
      // Merged downwards and across: the cells below and beside are empty.
      ['', '职工人数', '班组数', '高危', '非公'],
      ['两行表头公司', '60', '3', '是', '否'],
    ])
    expect(await check('两行', merged)).toMatchObject({ read: 1, fresh: 1, rejected: 0 })
    // 企业名称,职工人数 / 国标公司,30
    const gbk = Buffer.from('c6f3d2b5c3fbb3c62cd6b0b9a4c8cbcafd0ab9fab1eab9abcbbe2c33300a', 'hex')
    await takenIn('国标', gbk, { ending: 'csv' })
    expect((await register()).get('国标公司')).toMatchObject({ workers: 30 })
  })

  test('goes on where it was broken off, and takes nothing in twice', async () => {
    const names = Array.from({ length: 230 }, (_, index) => `批量企业${index + 1}号`)
    const sheet = book([titles, ...names.map((name) => [name, '', '', '', '10'])])
    const checked = await check('批量', sheet)
    await save(checked)
    await cloud.kill9()
    cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now })
    const again = await check('批量', sheet)
    await save(again)
    expect(await save(again)).toMatchObject({ total: 230 })
    expect(await settled(again)).toMatchObject({ state: 'saved', done: 230 })
    expect((await register()).size).toBe(232)
  })

  test('reaches no further than its officer, and reads nothing but what was sent for it', async () => {
    const sheet = book([titles, ['越界公司', '', '西山区总工会', '', '10'], [' 西山纸业有限公司', '', '', '', '1']])
    expect(await check('越界', sheet)).toMatchObject({ rejected: 1, fresh: 1 })
    await expect(check('西山', sheet, { nodeId: west._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const checked = await check('东', book([titles, ['东公司', '', '', '', '1']]))
    await expect(save(checked, [], 'wx-west1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('sheet', { id: checked.id }, 'wx-worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const fileId = await cloud.upload('hazard/private/1.xlsx', sheet, 'wx-east1')
    const sly = { _id: deriveId('sly'), nodeId: east._id, kind: 'enterprises', fileId, fileName: 'x.xlsx' }
    await expect(call('checkSheet', sly)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('a table of unions', () => {
  const head = ['上级', '名称', '类型']

  test('is founded parents first, whatever the order of its rows', async () => {
    const sheet = book([
      head,
      ['新城街道总工会', '新城机械工会', '企业工会'],
      ['', '新城街道总工会', '地方'],
      ['新城机械工会', '一车间', '车间'],
      ['', '泽能机械工会', '企业工会'],
    ])
    expect(await check('树', sheet, { kind: 'nodes' })).toMatchObject({ fresh: 3, same: 1, rejected: 0 })
    expect(await takenIn('树一', sheet, { kind: 'nodes' })).toMatchObject({ state: 'saved', done: 3 })
    const nodes = await readDocuments(cloud, 'nodes')
    const named = (name: string) => nodes.find((node) => node.name === name)
    expect(named('一车间')?.under).toEqual([
      ...[root._id, east._id, named('新城街道总工会')?._id, named('新城机械工会')?._id, named('一车间')?._id],
    ])
    expect(await check('树二', sheet, { kind: 'nodes' })).toMatchObject({ fresh: 0, same: 4 })
  })

  test('says what goes round in a circle, stands nowhere or does not fit', async () => {
    const sheet = book([
      head,
      ['乙工会', '甲工会', '地方工会'],
      ['甲工会', '乙工会', '地方工会'],
      ['没有的', '丙工会', '地方工会'],
      ['', '丁班', '班组'],
      ['', '戊', '什么'],
    ])
    const { errors, rejected } = await check('坏树', sheet, { kind: 'nodes' })
    expect(rejected).toBe(5)
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, '上级'],
      [3, '上级'],
      [4, '上级'],
      [5, '类型'],
      [6, '类型'],
    ])
  })
})

test('a template can be filled in and sent back', async () => {
  for (const kind of ['enterprises', 'nodes']) {
    const { url } = await call<{ url: string }>('sheetTemplate', { kind })
    const file = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(await check(`模板${kind}`, file, { kind })).toMatchObject({ read: 2, rejected: 0 })
  }
})

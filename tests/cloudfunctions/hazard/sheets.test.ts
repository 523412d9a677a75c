import { readSheet } from 'read-excel-file/node'
import type { OutputOf } from 'types/contract'
import { mostLedgerViews, type LedgerView } from 'types/hazard-ledger-views'
import type { sheetEntries, SheetJob } from 'types/hazard-export'
import { HazardState } from 'types/hazard'
import { startCloud, type Cloud } from '../../support/cloud'
import {
  enterpriseId,
  hazardDocument,
  hazardEnv,
  hazardId,
  hazardManifest,
  nodeId,
  readAll,
  settle,
  toSeed,
  unders,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Sheets = OutputOf<typeof sheetEntries.mySheets>

const states = HazardState.options
const all = Array.from({ length: 40 }, (_, index) => ({
  ...hazardDocument({
    ...{ id: hazardId(`s${index}`), number: index + 1, state: states[index % 6]! },
    under: index % 3 === 0 ? unders.west : unders.east,
    // Many share one instant: a reading in steps must neither lose nor repeat one.
    createdAt: new Date(Date.UTC(2026, 4, 1 + Math.floor(index / 12))),
  }),
  urgent: index % 10 === 0 ? 1 : 0,
  owner: 'worker-wang',
}))

let cloud: Cloud
beforeAll(async () => {
  const lines = [...world, ...all.map((d) => ({ c: 'hazards', d }))]
  cloud = await startCloud({ manifest: hazardManifest(), seed: seedFile(toSeed(lines)), env: hazardEnv })
  await cloud.clock({ now: '2026-05-20T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('hazard', action, input, openid)
const mine = (openid?: string) => call<Sheets>('mySheets', {}, openid)
const ask = (name: string, what: object, openid?: string, nodeAt = 'east') =>
  call<SheetJob>('exportSheet', { _id: hazardId(name), nodeId: nodeId(nodeAt), what }, openid)

const written = async (name: string, openid?: string): Promise<SheetJob> => {
  for (let round = 0; round < 20; round++) {
    await cloud.tick('hazard')
    const job = (await mine(openid)).items.find(({ id }) => id === hazardId(name))
    if (job && job.state !== 'working') return job
  }
  throw new Error('the sheet was never written')
}
const rowsOf = async ({ volumes }: SheetJob, volume = 0) => {
  const { body } = await cloud.request(volumes[volume]!.url)
  return (await readSheet(body)) as unknown as (string | number | null)[][]
}

describe('sheets', () => {
  test('hold every hazard of the filter once, in the columns of the ledger, and nothing of who reported', async () => {
    const first = await ask('all', { of: 'ledger', filter: {} })
    expect(first).toMatchObject({ state: 'working', rows: 0, title: '隐患台账' })
    expect(await ask('all', { of: 'ledger', filter: {} })).toMatchObject({ id: first.id })
    const job = await written('all')
    const east = all.filter(({ under }) => under.includes(nodeId('east')))
    expect([job.rows, job.volumes.map(({ rows }) => rows)]).toEqual([east.length, [east.length]])
    const rows = await rowsOf(job)
    const [head = []] = rows.filter(([cell]) => cell === '序号')
    for (const title of [
      '整改责任',
      '整改措施',
      '整改资金（元）',
      '整改时限',
      '预案',
      '来源',
      '等级',
      '活动分级',
      '现状',
    ])
      expect(head).toContain(title)
    const numbers = rows.filter(([cell]) => typeof cell === 'number').map((row) => row[1])
    expect([...numbers].sort()).toEqual(east.map(({ serial, code }) => serial ?? code).sort())
    expect(JSON.stringify(rows)).not.toMatch(/王工友|worker-wang|匿名|实名/)
  })

  test('are written under any filter, and one that matches nothing is an empty form', async () => {
    await ask('closed', { of: 'ledger', filter: { state: 'closed', words: '配电箱' } })
    expect((await written('closed')).title).toBe('隐患台账（已销号、含“配电箱”）')
    const closed = all.filter(({ state, under }) => state === 'closed' && under.includes(nodeId('east')))
    expect((await written('closed')).rows).toBe(closed.length)
    await ask('none', { of: 'ledger', filter: { words: '没有的东西' } })
    expect(await written('none')).toMatchObject({ rows: 0, volumes: [{ rows: 0 }] })
    await ask('firm', { of: 'ledger', filter: { enterpriseId: enterpriseId('hengfeng') } })
    expect((await written('firm')).rows).toBe(0)
  })

  test('of the coverage hold every enterprise', async () => {
    await settle(cloud)
    await ask('cover', { of: 'coverage', period: '2026-q2' }, 'city-officer', 'city')
    const job = await written('cover', 'city-officer')
    expect(job.rows).toBe(world.filter(({ c }) => c === 'enterprises').length)
    expect((await rowsOf(job)).flat()).toEqual(expect.arrayContaining(['恒丰商场', '职工排查', '班组互查']))
  })

  test('belong to who asked, and go after a day with their files', async () => {
    expect((await mine('east-deputy')).items).toEqual([])
    await expect(ask('all', { of: 'ledger', filter: {} }, 'east-deputy')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(ask('all', { of: 'ledger', filter: { kind: 'fire' } })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    })
    const before = await written('all')
    await settle(cloud)
    await cloud.clock({ now: '2026-05-21T03:00:00.000Z' })
    for (let round = 0; round < 4; round++) await cloud.tick('hazard')
    expect((await mine()).items.every(({ state, volumes }) => state === 'gone' && volumes.length === 0)).toBe(true)
    expect((await cloud.request(before.volumes[0]!.url)).status).not.toBe(200)
  })
})

describe('views', () => {
  type Views = { items: LedgerView[] }
  const save = (name: string, change: object = {}, openid?: string) =>
    call<Views>('saveLedgerView', { _id: hazardId(`view ${name}`), name, filter: { overdue: true }, ...change }, openid)

  test('are kept once, changed, at most one the first, and dropped', async () => {
    const once = await save('逾期的', { first: true })
    expect(await save('逾期的', { first: true })).toEqual(once)
    const { items } = await save('快到期', { first: true, order: 'due', filter: {} })
    expect(items.map(({ name, first }) => [name, first])).toEqual([
      ['逾期的', false],
      ['快到期', true],
    ])
    expect((await call<Views>('ledgerViews', {}, 'east-deputy')).items).toEqual([])
    await expect(save('又一个', { name: '快到期' })).rejects.toMatchObject({
      fields: { name: '已经有同名的视图，请换一个名称' },
    })
    const id = hazardId('view 快到期')
    const left = await call<Views>('dropLedgerView', { id })
    expect(left.items.map(({ name }) => name)).toEqual(['逾期的'])
    expect(await call('dropLedgerView', { id })).toEqual(left)
  })

  test('are no more than a screen holds, and two phones of one officer lose none', async () => {
    await Promise.all(
      [save('甲', {}, 'city-officer'), save('乙', {}, 'city-officer')].map((one) => one.catch(() => undefined)),
    )
    await save('甲', {}, 'city-officer')
    expect((await save('乙', {}, 'city-officer')).items).toHaveLength(2)
    for (let n = 2; n < mostLedgerViews; n++) await save(`第${n}`, {}, 'city-officer')
    await expect(save('多的', {}, 'city-officer')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('go with the person', async () => {
    const items = [{ id: 'erase-1', kind: 'erase', payload: { openid: 'east-officer' } }]
    await cloud.admin({
      ...{ action: 'functions.invokeFunction', function_name: 'hazard', envName: 'local-ankang' },
      request_data: JSON.stringify({ action: 'deliver', input: { from: 'org', items } }),
    })
    expect(await readAll(cloud, 'hazard_ledger_views', { _id: 'east-officer' })).toEqual([])
  })
})

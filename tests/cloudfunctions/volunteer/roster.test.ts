import { readSheet } from 'read-excel-file/node'
import { chainStart } from 'types/chain'
import type { OutputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import { sha256Hex } from 'types/sha256'
import type { RosterHead, rosterEntries } from 'types/volunteer-roster'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import { cast, idOf, nodeLines, personLine } from '../../support/factories/volunteer'
import { enrolMany, type Done, type Member, type View } from '../../support/factories/volunteer-crowd'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type List = OutputOf<typeof rosterEntries.rosters>
type Version = OutputOf<typeof rosterEntries.rosterVersion>
type Sheet = OutputOf<typeof rosterEntries.exportRoster>

const now = '2026-06-10T02:00:00.000Z'
let cloud: Cloud
let crowd: Member[]
beforeAll(async () => {
  const colleague = personLine('east-colleague', '林深见', { role: 'officer', at: 'east' })
  const seed = seedFile([...nodeLines(), ...cast(), colleague])
  cloud = await startCloudAt({ seed, env: testEnv, now })
  crowd = await enrolMany(cloud, 0, 5)
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid: string) => cloud.call<T>('volunteer', action, input, openid)
const rosterId = (name: string) => deriveId('test-roster', name)
const seal = (name: string, openid = 'east-regulator') =>
  call<RosterHead>('sealRoster', { _id: rosterId(name), nodeId: idOf('eastRegulator') }, openid)
const version = (name: string, openid = 'east-officer') =>
  call<Version>('rosterVersion', { id: rosterId(name), size: 50 }, openid)
const list = (openid = 'east-regulator', nodeId = idOf('eastRegulator')) => call<List>('rosters', { nodeId }, openid)
const refusal = (code: string) => expect.objectContaining({ code })
const exportOf = (name: string, input: object, openid = 'east-officer') =>
  call<Sheet>('exportRoster', { id: rosterId(name), ...input }, openid)
const cellsOf = async ({ url }: Sheet) =>
  (await readSheet((await cloud.request(url)).body)) as unknown as (string | number | null)[][]
const rowsOf = (cells: (string | number | null)[][]) => cells.filter(([no]) => typeof no === 'number')

test('the regulator fills it in, seals it, the union confirms, and everybody learns his number', async () => {
  expect((await list()).draft).toEqual({ rows: 5, joined: 5, left: 0, changed: 0 })
  expect((await list('east-officer', idOf('east'))).draft).toBeNull()
  const [first, second] = await Promise.allSettled([seal('one'), seal('rival')])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  const name = first.status === 'fulfilled' ? 'one' : 'rival'
  if (name === 'rival') await seal('one').catch(() => undefined)
  const { items } = await list('east-officer', idOf('east'))
  expect(items).toHaveLength(1)
  const [head] = items as [RosterHead]
  expect(head).toMatchObject({ no: 1, state: 'sealed', rows: 5, joined: 5, acts: ['confirm', 'question'] })
  expect(await seal(name)).toMatchObject({ id: head.id, no: 1, hash: head.hash })
  await expect(seal('again')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })

  const input = { id: head.id, version: 0 }
  await expect(call('confirmRoster', input, 'east-regulator')).rejects.toEqual(refusal('FORBIDDEN'))
  await expect(call('confirmRoster', input, 'west-officer')).rejects.toEqual(refusal('NOT_FOUND'))
  const confirmed = await call<Done>('confirmRoster', input, 'east-officer')
  expect(await call('confirmRoster', input, 'east-officer')).toEqual(confirmed)
  await drained(cloud, 'volunteer')
  const own = (await call<{ application: View }>('mine', {}, crowd[2]!.openid)).application
  expect(own.rostered).toEqual({ id: head.id, version: 1, no: expect.any(Number) as number })
  // What follows stands on this version, whichever of the two it was.
  firstId = head.id
})

let firstId = ''

test('its hash follows from its rows, and from nothing else', async () => {
  const [doc] = await rawDocuments(cloud, 'rosters', { _id: firstId })
  const rows = (await rawDocuments(cloud, 'roster_rows', { list: doc?.list })) as unknown as {
    no: number
    digest: string
  }[]
  const digests = [...rows].sort((a, b) => a.no - b.no).map(({ digest }) => digest)
  expect(digests).toHaveLength(5)
  expect(doc?.hash).toBe(sha256Hex([chainStart, ...digests].join('\n')))
})

test('quitting and removal come into the next version; the one before stays as it was', async () => {
  const [quitter, removed] = crowd as [Member, Member]
  const leave = { id: quitter.id, version: 2, reason: '调离本市' }
  const quitting = await call<Done>('quit', leave, quitter.openid)
  expect(quitting.state).toBe('quit')
  expect(await call('quit', leave, quitter.openid)).toEqual(quitting)
  await expect(call('quit', { ...leave, id: removed.id }, quitter.openid)).rejects.toEqual(refusal('NOT_FOUND'))
  const out = { id: removed.id, version: 2, reason: '一年没有参加活动' }
  await expect(call('removeVolunteer', out, 'base-officer')).rejects.toEqual(refusal('NOT_FOUND'))
  await call<Done>('removeVolunteer', out, 'east-officer')
  await enrolMany(cloud, 50, 1)

  expect((await list()).draft).toMatchObject({ rows: 4, joined: 1, left: 2 })
  expect(await seal('two')).toMatchObject({ no: 2, rows: 4, joined: 1, left: 2 })
  const { gone, items } = await version('two')
  const left = Object.fromEntries(gone.map(({ name, why }) => [name, why]))
  expect(left).toEqual({ [quitter.name]: '已退出', [removed.name]: '已移出名册' })
  expect(items.map(({ change }) => change)).toEqual(['same', 'same', 'same', 'joined'])
  const before = await call<Version>('rosterVersion', { id: firstId, size: 50 }, 'root-officer')
  expect(before.items.map(({ name }) => name)).toContain(quitter.name)
})

test('the appeal goes to the level above and to another person, once, within fifteen days', async () => {
  const removed = crowd[1] as Member
  const appeal = { id: removed.id, version: 3, words: '我当时在住院，有病历。' }
  expect((await call<Done>('appealRemoval', appeal, removed.openid)).state).toBe('appealed')
  const answer = { id: removed.id, version: 4, uphold: true, opinion: '情况属实，恢复。' }
  for (const openid of ['east-officer', 'east-colleague'])
    await expect(call('decideAppeal', answer, openid)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  expect((await call<Done>('decideAppeal', answer, 'root-officer')).state).toBe('enrolled')
  expect((await list()).draft).toMatchObject({ rows: 5, joined: 1, left: 0 })

  const late = crowd[4] as Member
  await call('removeVolunteer', { id: late.id, version: 2, reason: '长期失联' }, 'east-officer')
  await cloud.clock({ now: '2026-06-25T16:00:01.000Z' })
  await expect(call('appealRemoval', { ...appeal, id: late.id }, late.openid)).rejects.toMatchObject({
    message: expect.stringContaining('过期') as string,
  })
  await cloud.clock({ now })
})

test('an export is one version wholly, in twelve columns, masked unless a reason is given', async () => {
  const masked = await cellsOf(await exportOf('two', { full: false }))
  const [head = []] = masked.filter(([cell]) => cell === '序号')
  expect(head.filter(Boolean)).toEqual([
    ...['序号', '姓名', '性别', '身份证号', '工作单位', '部门及职务', '专业类别', '联系电话'],
    ...['工会意见', '监管意见', '队伍', '备注'],
  ])
  const text = JSON.stringify(masked)
  expect(rowsOf(masked)).toHaveLength(4)
  for (const { idCard } of crowd) expect(text).not.toContain(idCard)
  for (const part of ['名册汇总表', '第 2 版', '工会：东澜区总工会（盖章）', '安全监管部门：东澜区应急管理局（盖章）'])
    expect(text).toContain(part)

  await expect(exportOf('two', { full: true })).rejects.toEqual(refusal('INVALID_INPUT'))
  const sheet = await exportOf('two', { full: true, reason: '报送市职工服务中心' })
  const full = await cellsOf(sheet)
  expect(sheet.fileName).toContain('含完整身份证号')
  expect(JSON.stringify(full)).toContain('不得外传')
  expect(rowsOf(full).map((row) => row[3])).toEqual(
    expect.arrayContaining([crowd[2]!.idCard, crowd[3]!.idCard]) as unknown as string[],
  )
  const [doc] = await rawDocuments(cloud, 'rosters', { _id: rosterId('two') })
  const last = (doc?.events as { act: string; data: object }[]).at(-1)
  expect(last).toMatchObject({ act: 'export-full', data: { full: true, reason: '报送市职工服务中心' } })
  await drained(cloud, 'volunteer')
  expect(await rawDocuments(cloud, 'roster_files')).toHaveLength(2)
  await cloud.clock({ now: '2026-06-10T03:05:00.000Z' })
  await cloud.tick('volunteer')
  expect(await rawDocuments(cloud, 'roster_files')).toEqual([])
  expect((await cloud.request(sheet.url)).status).not.toBe(200)
})

test('confirmed is the latest alone; a copy handed over is noted once', async () => {
  const head = (await version('two')).head
  const note = { id: head.id, version: head.version, recipient: '市职工服务中心', on: '2026-06-10', note: '纸质一份' }
  await expect(call('noteCopy', note, 'east-officer')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  await call('confirmRoster', { id: head.id, version: head.version }, 'east-officer')
  const after = { ...note, version: head.version + 1 }
  const done = await call<Done>('noteCopy', after, 'east-officer')
  expect(await call('noteCopy', after, 'east-officer')).toEqual(done)
  expect((await version('two')).head.copies).toMatchObject([{ recipient: '市职工服务中心', on: '2026-06-10' }])
})

test('who was erased is in no version by name, and the version still checks', async () => {
  const gone = crowd[3] as Member
  await cloud.call('volunteer', 'quit', { id: gone.id, version: 2, reason: '不再参加' }, gone.openid)
  await cloud.clock({ now: '2026-07-11T16:00:01.000Z' })
  await cloud.tick('volunteer')
  const { items } = await version('two')
  expect(items.filter(({ erased }) => erased).map(({ name, idCard }) => [name, idCard])).toEqual([['（已删除）', '']])
  expect(JSON.stringify(await rawDocuments(cloud, 'roster_rows'))).not.toContain(gone.name)
})

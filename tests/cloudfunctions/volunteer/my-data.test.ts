import { deriveId } from 'types/ids'
import type { CorrectionRow, MyData } from 'types/volunteer-privacy'
import { startCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { applicationId, cast, idCard, idOf, nodeLines } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine, numberOf, phoneOf } from '../../support/factories/volunteer-enrolled'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type Done = { id: string; state: string; version: number }

const now = '2026-06-10T02:00:00.000Z'
const names = ['白云生', '苏合香', '杜若飞', '秦九韶', '叶天士', '陆羽']
const people = names.map((name, index) => ({ openid: `p${index}`, name, order: String(201 + index) }))
const [first, second] = people as [(typeof people)[0], (typeof people)[0]]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({
    seed: seedFile([...nodeLines(), ...cast(), ...people.map(enrolledLine)]),
    env: enrolledEnv,
  })
  await cloud.clock({ now })
})
afterAll(() => cloud.stop())

const ask = <T = Done>(action: string, input: object, openid: string) =>
  cloud.call<T>('volunteer', action, input, openid)
const mine = async (openid: string) => (await ask<{ data: MyData | null }>('myData', {}, openid)).data
const versionOf = async (openid: string) => (await mine(openid))?.version ?? -1
const settled = async () => {
  await drained(cloud, 'volunteer')
  await cloud.tick('volunteer')
}
const looks = (openid: string) => ask<{ items: Record<string, string>[] }>('whoLooked', {}, openid)

test('my data is masked; the whole number only for its owner, after he confirmed, and it is noted', async () => {
  const data = await mine('p0')
  expect(data).toMatchObject({
    name: '白云生',
    idCard: `990${'*'.repeat(11)}${numberOf(first).slice(14)}`,
    mayCorrect: true,
  })
  expect(JSON.stringify(data)).not.toContain(numberOf(first))
  expect(JSON.stringify(data)).not.toContain(phoneOf(first))
  const id = applicationId('p0')
  await expect(ask('readMyIdCard', { id, confirm: false }, 'p0')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(ask('readMyIdCard', { id, confirm: true }, 'p1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await ask('readMyIdCard', { id, confirm: true }, 'p0')).toMatchObject({ idCard: numberOf(first) })
  await settled()
  const trail = await rawDocuments(cloud, 'events', { subjectId: id })
  expect(trail.map(({ verb }) => verb)).toContain('本人查看身份证号')
  expect(await mine('worker')).toBeNull()
})

test('who looked is told by office and reason, never by name', async () => {
  const look = { id: applicationId('p1'), reason: '核对名册' }
  await ask('readIdCard', look, 'east-officer')
  await ask('readIdCard', { ...look, reason: '专业审核' }, 'east-regulator')
  await settled()
  const { items } = await looks('p1')
  expect(items.map(({ office, reason, way }) => [office, reason, way])).toEqual(
    expect.arrayContaining([
      ['东澜区总工会', '核对名册', 'number'],
      ['东澜区应急管理局', '专业审核', 'number'],
    ]),
  )
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items)).not.toMatch(/方若谷|任远山/)
  expect((await looks('p2')).items).toEqual([])
})

describe('a correction', () => {
  const change = { idCard: idCard('19850309', '777'), phone: '19811112222', post: '安全部 专员' }

  test('lies sealed, is seen masked by the union, and counts once the union has confirmed it', async () => {
    const id = applicationId('p2')
    const asked = { id, version: await versionOf('p2'), change, reason: '号码抄错了' }
    const done = await ask('askCorrection', asked, 'p2')
    expect(await ask('askCorrection', asked, 'p2')).toEqual(done)
    const [doc] = await rawDocuments(cloud, 'applications', { _id: id })
    for (const secret of [change.idCard, change.phone, '安全部']) expect(JSON.stringify(doc)).not.toContain(secret)
    const list = (openid: string) => ask<{ items: CorrectionRow[] }>('corrections', { nodeId: idOf('east') }, openid)
    await expect(list('west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { items } = await list('east-officer')
    expect(items).toHaveLength(1)
    expect(items[0]?.changes).toEqual([
      {
        field: '身份证号',
        before: `990${'*'.repeat(11)}2036`.slice(0, 14) + numberOf(people[2] as typeof first).slice(14),
        after: `990${'*'.repeat(11)}${change.idCard.slice(14)}`,
      },
      { field: '手机号', before: '199****0203', after: '198****2222' },
      { field: '部门及职务', before: '机修车间 钳工', after: '安全部 专员' },
    ])
    const answer = { id, version: done.version, decision: 'confirm', words: '已核对证件' }
    await expect(ask('settleCorrection', answer, 'east-regulator')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const settledIt = await ask('settleCorrection', answer, 'east-officer')
    expect(await ask('settleCorrection', answer, 'east-officer')).toEqual(settledIt)
    expect(await mine('p2')).toMatchObject({ phone: '198****2222', post: '安全部 专员', correction: null })
    expect(await ask('readMyIdCard', { id, confirm: true }, 'p2')).toMatchObject({ idCard: change.idCard })
    expect((await list('east-officer')).items).toEqual([])
  })

  test('a number of somebody else is refused when it is confirmed, a wrong one at once; refused it changes nothing', async () => {
    const id = applicationId('p3')
    const wrong = {
      id,
      version: await versionOf('p3'),
      change: { idCard: `${numberOf(second).slice(0, 17)}Q` },
      reason: '改',
    }
    await expect(ask('askCorrection', wrong, 'p3')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const empty = { ...wrong, change: {} }
    await expect(ask('askCorrection', empty, 'p3')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const { version } = await ask('askCorrection', { ...wrong, change: { idCard: numberOf(second) } }, 'p3')
    const answer = { id, version, decision: 'confirm', words: '同意' }
    await expect(ask('settleCorrection', answer, 'east-officer')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    await ask('settleCorrection', { ...answer, decision: 'refuse', words: '号码是别人的' }, 'east-officer')
    expect(await ask('readMyIdCard', { id, confirm: true }, 'p3')).toMatchObject({ idCard: numberOf({ order: '204' }) })
  })
})

test('a copy of my data: whole, marked, one file for one id, gone after an hour', async () => {
  const input = { _id: deriveId('copy', 'one'), id: applicationId('p4') }
  await expect(ask('copyMyData', input, 'p0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const copy = await ask<{ url: string; fileName: string }>('copyMyData', input, 'p4')
  const text = await (await fetch(copy.url)).text()
  const parsed = JSON.parse(text) as Record<string, unknown>
  expect(parsed.说明).toContain('含完整身份证号')
  expect(parsed.申请表).toMatchObject({ 姓名: '叶天士', 身份证号: numberOf({ order: '205' }), 手机号: '19900000205' })
  expect((await ask<{ fileName: string }>('copyMyData', input, 'p4')).fileName).toBe(copy.fileName)
  expect(await rawDocuments(cloud, 'volunteer_copies')).toHaveLength(1)
  await cloud.clock({ advanceMs: 61 * 60_000 })
  await cloud.tick('volunteer')
  expect(await rawDocuments(cloud, 'volunteer_copies')).toEqual([])
  expect((await fetch(copy.url)).ok).toBe(false)
})

test('erased at once: nothing of the person is left, the count of the team is right, a retry is the same', async () => {
  const id = applicationId('p5')
  await ask('readIdCard', { id, reason: '核对' }, 'east-officer')
  await settled()
  expect((await looks('p5')).items).toHaveLength(1)
  const asked = { id, version: await versionOf('p5'), confirm: '删除' }
  await expect(ask('eraseVolunteer', { ...asked, confirm: '好' }, 'p5')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await expect(ask('eraseVolunteer', { ...asked, version: asked.version - 1 }, 'p5')).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await ask('eraseVolunteer', asked, 'p5')).toMatchObject({ state: 'withdrawn' })
  await settled()
  expect(await mine('p5')).toBeNull()
  const [doc] = await rawDocuments(cloud, 'applications', { _id: id })
  expect(doc).toMatchObject({ personal: null, openid: null, state: 'withdrawn' })
  for (const secret of ['陆羽', 'p5', '990*', '199*']) expect(JSON.stringify(doc)).not.toContain(`"${secret}"`)
  expect(await rawDocuments(cloud, 'volunteer_looks', { applicationId: id })).toEqual([])
  expect(await rawDocuments(cloud, 'people', { _id: 'p5' })).toEqual([])
})

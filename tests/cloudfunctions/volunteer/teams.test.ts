import { deriveId } from 'types/ids'
import { teamMachine, teamName } from 'types/volunteer-team-machine'
import type { TeamMember, TeamRow, TeamView } from 'types/volunteer-team'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { applicationId, cast, idOf, nodeLines, personLine } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof TeamView>
type Done = { id: string; state: string; version: number }
type Rows<T> = { items: T[]; more: boolean }

const now = '2026-06-10T02:00:00.000Z'
const day = 86_400_000
const people = Array.from({ length: 12 }, (_, index) => ({
  ...{ openid: `v${index}`, name: `志愿${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(index)}` },
  order: String(101 + index),
}))
const offRoster = { openid: 'fresh', name: '新来的', order: '150', change: { rostered: null } }
const elsewhere = { openid: 'west-v', name: '西边的', order: '151', at: 'west' as const }
const others = [
  personLine('east-two', '苏幕遮', { role: 'officer', at: 'east' }),
  personLine('eastreg-two', '卜算子', { role: 'regulator', at: 'eastRegulator' }),
  personLine('street-officer', '柳如烟', { role: 'officer', at: 'eastStreet' }),
]

const teamId = (name: string) => deriveId('team', name)
const served = (name: string) => ({
  c: 'counters',
  d: { _id: `volunteer.team.${teamId(name)}`, domain: 'volunteer', batch: 0, values: { times: 4, minutes: 480 } },
})

const nodes = nodeLines().map((line) => ({
  ...line,
  d: { ...line.d, managers: 3, state: 'open', seq: 0, head: '', events: [], subject: line.d.name },
}))

let cloud: Cloud
beforeAll(async () => {
  const lines = [...nodes, ...cast(), ...others, ...[...people, offRoster, elsewhere].map(enrolledLine), served('戊队')]
  cloud = await startCloud({ seed: seedFile(lines), env: enrolledEnv })
  await cloud.clock({ now })
})
afterAll(() => cloud.stop())

const person = (openid: string) => deriveId('person', openid)
const ask = <T = Done>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('volunteer', action, input, openid)
const view = (name: string, openid = 'east-officer') => ask<View>('team', { id: teamId(name) }, openid)
const create = (name: string, openid = 'east-officer') =>
  ask('createTeam', { _id: teamId(name), nodeId: idOf('east'), unit: name }, openid)
const add = (name: string, ...openids: string[]) =>
  ask<{ added: number; refused: { name: string; why: string }[] }>('addMembers', {
    id: teamId(name),
    volunteers: openids.map(applicationId),
  })
const settled = async () => {
  await drained(cloud, 'volunteer')
  for (let round = 0; round < 3; round++) await cloud.tick('volunteer')
}
const membersOf = async (name: string) =>
  (await ask<Rows<z.output<typeof TeamMember>>>('teamMembers', { id: teamId(name) })).items
    .map((one) => one.name)
    .sort()
const rowOf = async (name: string) =>
  (await ask<Rows<TeamRow>>('teams', { nodeId: idOf('east') })).items.find(({ id }) => id === teamId(name))
const docOf = async (openid: string) => (await rawDocuments(cloud, 'applications', { _id: applicationId(openid) }))[0]

/** A team with both administrators. */
const start = async (name: string, founder = 'east-officer') => {
  const { version } = await create(name, founder)
  const named = await ask(
    'nameAdmin',
    { id: teamId(name), version, side: 'regulator', personId: person('east-regulator') },
    'east-regulator',
  )
  return ask('acceptSeat', { id: teamId(name), version: named.version, side: 'regulator' }, 'east-regulator')
}

describe('two authorities', () => {
  test('a team is forming until both have accepted; only then it takes members; a retry is the same', async () => {
    const made = await create('柳岸街道')
    expect(await create('柳岸街道')).toEqual(made)
    const forming = await view('柳岸街道')
    expect(forming).toMatchObject({ name: teamName('柳岸街道'), state: 'forming', vacant: ['regulator'] })
    expect(forming.admins.union).toMatchObject({ name: '方若谷', office: '东澜区总工会', isMe: true })
    await expect(add('柳岸街道', 'v0')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const naming = { id: teamId('柳岸街道'), version: 0, side: 'regulator', personId: person('east-regulator') }
    await expect(ask('nameAdmin', naming)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const officer = { ...naming, personId: person('east-two') }
    await expect(ask('nameAdmin', officer, 'eastreg-two')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const named = await ask('nameAdmin', naming, 'eastreg-two')
    const accepting = { id: teamId('柳岸街道'), version: named.version, side: 'regulator' }
    await expect(ask('acceptSeat', accepting, 'eastreg-two')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const accepted = await ask('acceptSeat', accepting, 'east-regulator')
    expect(accepted).toMatchObject({ state: 'working' })
    expect(await ask('acceptSeat', accepting, 'east-regulator')).toEqual(accepted)
    expect(await view('柳岸街道', 'city-regulator')).toMatchObject({ state: 'working', vacant: [], successorDue: null })
    await expect(view('柳岸街道', 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('one person never holds both seats; the name is given once', async () => {
    await create('两顶帽子', 'both-hats')
    const seat = { id: teamId('两顶帽子'), version: 0, side: 'regulator', personId: person('both-hats') }
    await expect(ask('nameAdmin', seat, 'both-hats')).rejects.toMatchObject({ code: 'SAME_PERSON' })
    const again = ask('createTeam', { _id: teamId('again'), nodeId: idOf('east'), unit: '两顶帽子' })
    await expect(again).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    const plant = { _id: teamId('plant'), nodeId: idOf('plant'), unit: '泽能' }
    await expect(ask('createTeam', plant, 'root-officer')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('an office is taken back: the team goes on, both authorities are told, and again when nobody is named', async () => {
    await start('换届', 'east-two')
    await add('换届', 'v11')
    const grant = { id: deriveId('grant', 'east-two', 'officer', 'east'), personId: person('east-two'), reason: '换届' }
    await cloud.call('org', 'revokeGrant', grant, 'root-officer')
    await drained(cloud, 'org')
    const vacant = await view('换届')
    expect(vacant).toMatchObject({ state: 'working', vacant: ['union'], admins: { union: null } })
    expect(await membersOf('换届')).toEqual(['志愿丑'])
    const [doc] = await rawDocuments(cloud, 'teams', { _id: teamId('换届') })
    expect((doc?.events as { act: string }[]).filter(({ act }) => act === 'vacate')).toHaveLength(1)
    await settled()
    const told = (await rawDocuments(cloud, 'messages')).filter((message) => JSON.stringify(message).includes('卸任'))
    const openids = new Set(told.map(({ openid }) => openid))
    for (const openid of ['east-officer', 'eastreg-two', 'east-regulator']) expect(openids).toContain(openid)
    expect(openids).not.toContain('west-officer')
    await cloud.clock({ advanceMs: 16 * day })
    await settled()
    const reminded = (await rawDocuments(cloud, 'messages')).filter((message) =>
      JSON.stringify(message).includes('缺管理员'),
    )
    expect(reminded.map(({ openid }) => openid)).toContain('root-officer')
    await cloud.clock({ now })
  })
})

describe('members', () => {
  test('only from the confirmed roster, one team a person; totals are counted, names are told to members', async () => {
    await start('甲队')
    await start('乙队')
    const { added, refused } = await add('甲队', 'v0', 'v1', 'v2', 'fresh', 'west-v')
    expect(added).toBe(3)
    expect(refused).toEqual([
      { name: '新来的', why: '不在已确认的名册里' },
      { name: '', why: '没有找到这位志愿者' },
    ])
    expect(await add('甲队', 'v0', 'v1', 'v2')).toEqual({ added: 3, refused: [] })
    expect((await add('乙队', 'v0')).refused[0]?.why).toContain('调整队伍')
    await settled()
    expect(await rowOf('甲队')).toMatchObject({ members: 3, times: 0, minutes: 0 })
    expect(await membersOf('甲队')).toEqual(['志愿甲', '志愿乙', '志愿丙'].sort())
    const mine = await ask<{ team: Record<string, unknown> }>('myTeam', {}, 'v1')
    expect(mine.team).toMatchObject({ name: teamName('甲队'), members: 3 })
    expect(JSON.stringify(mine)).not.toMatch(/199|990001|泽能/)
    const free = await ask<Rows<{ name: string }>>('teamless', { nodeId: idOf('east') })
    expect(free.items.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['志愿甲']))
    expect(free.items.map(({ name }) => name)).not.toContain('新来的')
  })

  test('moved in one write with history; the captain who leaves is no longer captain', async () => {
    await start('丙队')
    await start('丁队')
    await add('丙队', 'v3', 'v4')
    const { version } = await view('丙队')
    const chosen = { id: teamId('丙队'), version, volunteer: applicationId('v3') }
    await ask('setCaptain', chosen, 'east-regulator')
    expect((await view('丙队')).captain?.name).toBe('志愿丁')
    const stranger = { id: teamId('丁队'), version: (await view('丁队')).version, volunteer: applicationId('v3') }
    await expect(ask('setCaptain', stranger)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const doc = await docOf('v3')
    const moving = { id: applicationId('v3'), version: doc?.version, teamId: teamId('丁队'), reason: '住得近' }
    const moved = await ask('moveMember', moving)
    expect(await ask('moveMember', moving)).toEqual(moved)
    await settled()
    expect((await view('丙队')).captain).toBeNull()
    expect(await rowOf('丙队')).toMatchObject({ members: 1 })
    expect(await rowOf('丁队')).toMatchObject({ members: 1 })
    const leaving = { id: applicationId('v3'), version: moved.version, reason: '工作调动' }
    await expect(ask('leaveTeam', leaving, 'v4')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await ask('leaveTeam', leaving, 'v3')
    await settled()
    expect(await rowOf('丁队')).toMatchObject({ members: 0 })
    const { team, former } = await ask<{ team: null; former: { name: string; why: string }[] }>('myTeam', {}, 'v3')
    expect(team).toBeNull()
    expect(former.map(({ name, why }) => [name, why])).toEqual([
      [teamName('丙队'), '住得近'],
      [teamName('丁队'), '工作调动'],
    ])
  })

  test('merged: members go over, service of both stays in the totals; disbanded: nobody is left in it', async () => {
    await start('戊队')
    await start('己队')
    await add('戊队', 'v5', 'v6')
    await add('己队', 'v7')
    const merge = { id: teamId('戊队'), version: (await view('戊队')).version, intoId: teamId('己队'), reason: '合并' }
    await expect(ask('mergeTeam', { ...merge, intoId: teamId('戊队') })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    const done = await ask('mergeTeam', merge)
    expect(await ask('mergeTeam', merge)).toEqual(done)
    await settled()
    expect(await membersOf('己队')).toEqual(['志愿己', '志愿庚', '志愿辛'].sort())
    expect(await rowOf('己队')).toMatchObject({ members: 3, times: 4, minutes: 480 })
    expect(await rowOf('戊队')).toMatchObject({ members: 0, state: 'merged', vacant: [] })
    expect(await view('己队')).toMatchObject({ absorbed: 1 })
    await ask('disbandTeam', { id: teamId('己队'), version: (await view('己队')).version, reason: '任务完成' })
    await settled()
    expect(await rowOf('己队')).toMatchObject({ members: 0, state: 'disbanded' })
    expect((await docOf('v5'))?.team).toBeNull()
    // A name is free again once its team is over.
    expect(await ask('createTeam', { _id: teamId('己二'), nodeId: idOf('east'), unit: '己队' })).toMatchObject({
      state: 'forming',
    })
  })

  test('two officers at once: nobody is counted in two teams', async () => {
    await start('庚队')
    await start('辛队')
    const both = await Promise.all([add('庚队', 'v8', 'v9'), add('辛队', 'v8', 'v9')])
    await settled()
    const counts = await Promise.all(['庚队', '辛队'].map(async (name) => (await rowOf(name))?.members ?? 0))
    expect(both[0].added + both[1].added).toBe(2)
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(2)
  })
})

test('the table: only the clock vacates, an end is an end', () => {
  const ends = teamMachine.moves.filter(({ to }) => to === 'merged' || to === 'disbanded')
  expect(ends.every(({ by }) => by.join() === 'officer')).toBe(true)
  expect(teamMachine.moves.some(({ from }) => from.includes('merged') || from.includes('disbanded'))).toBe(false)
  expect(teamMachine.moves.filter(({ act }) => act === 'vacate').every(({ by }) => by.join() === 'clock')).toBe(true)
})

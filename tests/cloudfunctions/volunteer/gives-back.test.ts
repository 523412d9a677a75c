import { sharedCloud, type Cloud } from '../../support/cloud'
import { activityCalls, activityForm, atRest, activitySeed, codeIn, tryId } from '../../support/factories/activity'
import { drained } from '../../support/factories/desk'
import { applicationId } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { kills } from '../../support/kills'
import { rawDocuments } from '../../support/raw-documents'

const now = '2026-06-10T02:00:00.000Z'
const people = ['安', '白', '成', '董', '恩', '樊', '关', '韩', '江', '柯', '林', '莫'].map((surname, index) => ({
  ...{ openid: `g${index}`, name: `${surname}晓舟`, order: String(501 + index) },
}))
// Each test has people of its own.
const openids = people.map(({ openid }) => openid)
const some = (from: number, count = 3) => openids.slice(from, from + count) as [string, string, string]

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  const more = people.map((who) => enrolledLine({ ...who, change: { rostered: null } }))
  cloud = await fresh.open({ seed: activitySeed([], more), env: enrolledEnv, now })
})
afterAll(fresh.close)

const calls = activityCalls(() => cloud)
const { call, publish, join, view, states, sign, codes, at } = calls
const settled = async () => {
  await drained(cloud, 'volunteer')
  await atRest(cloud)
}
const versionOf = async (openid: string) =>
  Number((await rawDocuments(cloud, 'applications', { _id: applicationId(openid) }))[0]?.version)
const quit = async (openid: string) =>
  call('quit', { id: applicationId(openid), version: await versionOf(openid), reason: '调离本市' }, openid)
const remove = async (openid: string) => {
  const input = { id: applicationId(openid), version: await versionOf(openid), reason: '长期联系不上' }
  return call('removeVolunteer', input, 'east-officer')
}
const heard = async (openid: string) => JSON.stringify(await cloud.call('notice', 'inbox', {}, openid))
const wordsToldTo = async (openid: string, words: string) => (await heard(openid)).split(words).length - 1

/** One place, and who comes first has it. */
const lined = async (name: string, startsAt: string, line: readonly string[], quota = 1) => {
  const id = await publish(name, activityForm(startsAt, now, { quota }))
  for (const openid of line) {
    await join(id, openid)
    await settled()
  }
  return id
}

test('who quits gives his place to the next one, who is told once; the line behind moves up', async () => {
  const [first, next, last] = some(0)
  const id = await lined('place', '2026-06-12T01:00:00.000Z', [first, next, last])
  await quit(first)
  await settled()
  expect(await states(id)).toEqual({ [first]: 'cancelled', [next]: 'joined', [last]: 'waiting' })
  expect(await view(id, next)).toMatchObject({ mine: 'joined', joined: 1, waiting: 1 })
  expect(await view(id, last)).toMatchObject({ mine: 'waiting', ahead: 0 })
  expect(await wordsToldTo(next, '您已转为正式报名')).toBe(1)
  expect(await heard(last)).not.toContain('您已转为正式报名')
  await settled()
  expect(await wordsToldTo(next, '您已转为正式报名')).toBe(1)
})

test('who is removed while he waits is out of the line; who has the place keeps it', async () => {
  const [first, next, last] = some(3)
  const id = await lined('waits', '2026-06-13T01:00:00.000Z', [first, next, last])
  await remove(next)
  await settled()
  expect(await states(id)).toEqual({ [first]: 'joined', [next]: 'cancelled', [last]: 'waiting' })
  expect(await view(id, last)).toMatchObject({ ahead: 0, joined: 1, waiting: 1 })
})

test('a join that died half way, and its person who left meanwhile, leave nobody in the line', async () => {
  const [first, next] = some(6, 2)
  const id = await publish('overtaken', activityForm('2026-06-14T01:00:00.000Z', now, { quota: 1 }))
  await cloud.fault({ target: 'function', name: 'volunteer', mode: 'kill', trips: 2, times: 1 })
  await expect(join(id, first as string)).rejects.toBeDefined()
  await cloud.clearFaults()
  await quit(first as string)
  await join(id, next as string)
  await settled()
  expect(await states(id)).toEqual({ [next as string]: 'joined' })
  expect(await view(id, next as string)).toMatchObject({ joined: 1, waiting: 0 })
})

test('wherever the function dies, two places are given back once', async () => {
  const [leaver, next] = some(8, 2) as unknown as [string, string]
  const days = ['2026-06-15T01:00:00.000Z', '2026-06-16T01:00:00.000Z']
  const ids = [
    await lined('dies-a', days[0] ?? '', [leaver, next]),
    await lined('dies-b', days[1] ?? '', [leaver, next]),
  ]
  await quit(leaver)
  for (const trips of kills([2, 5, 8, 11, 14, 17, 20, 23])) {
    await cloud.fault({ target: 'function', name: 'volunteer', mode: 'kill', times: 1, trips })
    await cloud.tick('volunteer').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.clock({ advanceMs: 31_000 })
  }
  await settled()
  for (const id of ids) expect(await states(id)).toEqual({ [leaver]: 'cancelled', [next]: 'joined' })
  expect(await wordsToldTo(next, '您已转为正式报名')).toBe(2)
  const docs = await rawDocuments(cloud, 'attendances', { applicationId: applicationId(leaver) })
  expect(docs.map(({ events }) => (events as { act: string }[]).filter(({ act }) => act === 'leave').length)).toEqual([
    1, 1,
  ])
})

// Last: the clock goes on.
test('what was served stays, who is there now may sign out, and nobody moves up once it has begun', async () => {
  const [leaver, next] = some(10, 2) as unknown as [string, string]
  const start = '2026-06-18T01:00:00.000Z'
  const [done, later] = [
    await lined('served', start, [leaver], 5),
    await lined('begun', '2026-06-18T06:00:00.000Z', [leaver, next]),
  ]
  const signNow = async (name: string, way: 'in' | 'out', when: string) => {
    await at(when)
    const [code] = await codes(done, way)
    return sign(leaver, { _id: tryId(name), code: codeIn(code?.text ?? ''), at: when })
  }
  await signNow('in', 'in', '2026-06-18T01:00:00.000Z')
  await quit(leaver)
  await settled()
  expect(await states(done)).toEqual({ [leaver]: 'present' })
  expect(await states(later)).toEqual({ [leaver]: 'cancelled', [next]: 'joined' })
  expect(await signNow('out', 'out', '2026-06-18T03:00:00.000Z')).toMatchObject({ state: 'served', minutes: 120 })
  await settled()
  await remove(next)
  await settled()
  const [year] = await rawDocuments(cloud, 'volunteer_years', { applicationId: applicationId(leaver), year: 2026 })
  expect(year).toMatchObject({ minutes: 120, all: 1, shelf: 'left' })
  expect(await states(done)).toEqual({ [leaver]: 'served' })
})

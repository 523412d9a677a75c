import type { OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import type { Cloud } from '../../support/cloud'
import { enterpriseId, hazardId, nodeId, person, readAll, settle } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'

type Detail = z.output<typeof OfficerView>

const key = 's'.repeat(32)
const speaker = '石老根'
let cloud: Cloud
beforeAll(async () => {
  const leader = person('workshop-leader', '班长甲', { role: 'team-leader', at: 'workshop' })
  cloud = await startHazardCloud('2026-06-10T02:00:00.000Z', [leader])
})
afterAll(() => cloud.stop())

const facts = { place: '一车间', words: '行车吊钩没有防脱装置', kind: 'machine', photos: [], retrievalKey: key }
const reportFor = (name: string, change: object = {}, openid = 'workshop-leader') => {
  const input = { _id: hazardId(name), ...facts, identity: 'named', name: speaker, phone: '19900001234', ...change }
  return cloud.call<{ code: string; handledBy: string }>('hazard', 'reportFor', input, openid)
}
const stored = async (name: string) => (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]!
const detail = (name: string, openid: string) => cloud.call<Detail>('hazard', 'detail', { id: hazardId(name) }, openid)
const openName = (name: string, openid: string) =>
  cloud.call<{ name: string; phone: string }>(
    'hazard',
    'openIdentity',
    { id: hazardId(name), reason: '联系核实' },
    openid,
  )

test('the speaker is the reporter: his name stands nowhere in the clear, the leader’s nowhere at all', async () => {
  const first = await reportFor('named')
  expect(await reportFor('named')).toEqual(first)
  await settle(cloud)
  for (const name of ['hazards', 'events', 'messages', 'counters'])
    expect(JSON.stringify(await readAll(cloud, name))).not.toMatch(/石老根|19900001234|workshop-leader|班长甲/)
  expect(cloud.printed()).not.toMatch(/石老根|19900001234/)
  expect((await stored('named')).owner).toBeNull()
  const { reporter, reporters } = await detail('named', 'zeneng-chair')
  expect([reporter, reporters.map(({ name }) => name)]).toEqual([speaker, [speaker]])
})

test('hidden climbs above the employer and is opened only there, with a reason', async () => {
  await reportFor('hidden', { identity: 'hidden', enterpriseId: enterpriseId('zeneng') })
  expect((await stored('hidden')).node.id).toBe(nodeId('east'))
  await expect(detail('hidden', 'zeneng-chair')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const seen = await detail('hidden', 'east-officer')
  expect([seen.reporter, seen.reporters[0]?.name, seen.mayOpenIdentity]).toEqual([null, null, true])
  expect(await openName('hidden', 'east-officer')).toEqual({ name: speaker, phone: '199****1234' })
  await expect(openName('hidden', 'chair-and-city')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('he follows it by the word on his slip, on anybody’s phone', async () => {
  const track = (retrievalKey: string) =>
    cloud.call<z.output<typeof ReporterView>>('hazard', 'track', { id: hazardId('hidden'), retrievalKey }, 'any-phone')
  const seen = await track(key)
  expect(seen).toMatchObject({ identity: 'hidden', joined: false })
  expect(seen.identityOpened).toHaveLength(1)
  await expect(track('x'.repeat(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('by the word on his slip he takes his name back, where his report was put as well; what he reported stays', async () => {
  await reportFor('other')
  await reportFor('regretted')
  const { version } = await detail('regretted', 'zeneng-chair')
  const into = { id: hazardId('regretted'), version, intoId: hazardId('other') }
  await cloud.call('hazard', 'merge', into, 'zeneng-chair')
  await settle(cloud)
  expect((await stored('other')).joiners[0]?.spoken).not.toBeNull()
  const forget = (retrievalKey: string) =>
    cloud.call('hazard', 'forgetSpeaker', { id: hazardId('regretted'), retrievalKey }, 'any-phone')
  await expect(forget('x'.repeat(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stored('regretted')).spoken).not.toBeNull()
  await forget(key)
  await forget(key)
  const [own, other] = [await stored('regretted'), await stored('other')]
  expect(own).toMatchObject({ spoken: null, identity: 'anonymous', words: facts.words })
  expect(other.joiners).toMatchObject([{ spoken: null, identity: 'anonymous' }])
  expect(other.spoken).not.toBeNull()
  expect(own.events.filter(({ act }) => act === 'forget')).toHaveLength(1)
})

test('anonymous keeps no name', async () => {
  await reportFor('nameless', { identity: 'anonymous', name: undefined, phone: undefined })
  expect((await stored('nameless')).spoken).toBeNull()
  await expect(openName('nameless', 'zeneng-chair')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test.each([
  ['a name where none is wanted', { identity: 'anonymous' }],
  ['no name', { name: undefined }],
  ['what is no name', { name: 'abc' }],
  ['what is no phone', { phone: '110' }],
  ['no key', { retrievalKey: undefined }],
])('%s is refused in one sentence', async (_, change) => {
  await expect(reportFor('refused', change)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test.each(['worker-wang', 'zeneng-fixer', 'east-officer'])('%s leads no team', async (openid) => {
  await expect(reportFor('not-mine', {}, openid)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

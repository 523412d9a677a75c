import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, drained, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type People = {
  items: { grantId: string; personId: string; name: string; nodeId: string; until: string | null }[]
}
type Log = { items: { verb: string; by: string; whom: string | null; reason: string | null; until: string | null }[] }
type Thin = { items: { id: string; managers: number }[] }

const { root, east, west, zeneng, bureau, eastBureau } = city.nodes
const start = '2026-06-10T01:30:00.000Z'

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now: start })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const heldBy = async (name: string, nodeId = east._id) => {
  const { items } = await call<People>('wx-admin', 'people', { nodeId })
  return items.find((person) => person.name === name && person.nodeId === nodeId)
}
const setTerm = async (name: string, until: string | null, openid = 'wx-admin') => {
  const held = await heldBy(name)
  return call<{ until: string | null }>(openid, 'setTerm', {
    id: held?.grantId,
    personId: held?.personId,
    until,
    reason: '换届',
  })
}
const at = async (now: string) => {
  await cloud.clock({ now })
  await cloud.tick('org')
  await drained(cloud, 'org', ['nodes', 'people', 'invites'])
}
const log = async () => (await call<Log>('wx-admin', 'appointments', { nodeId: east._id })).items
const messagesOf = async (openid: string) =>
  (await readDocuments(cloud, 'messages', { openid }))
    .map(({ fields }) => (fields as { value: string }[])[0]?.value)
    .sort()
const third = async () => {
  const id = deriveId('invite', 'third')
  await call('wx-admin', 'invite', { _id: id, nodeId: east._id, role: 'officer', until: '2026-08-31T15:59:59.000Z' })
  await call('wx-third', 'acceptInvite', { id, name: '东三' })
}

describe('a term', () => {
  test('is offered with the invitation, told of 30 and 7 days before, and ends by itself', async () => {
    await third()
    expect(await heldBy('东三')).toMatchObject({ until: '2026-08-31T15:59:59.000Z' })
    await at('2026-08-01T16:30:00.000Z')
    expect(await messagesOf('wx-third')).toEqual(['任期还有 30 天到期'])
    expect(await messagesOf('wx-east1')).toEqual(['任期还有 30 天到期'])
    await at('2026-08-24T16:30:00.000Z')
    // The same minute again tells nobody anew.
    await at('2026-08-24T16:31:00.000Z')
    expect(await messagesOf('wx-third')).toEqual(['任期还有 30 天到期', '任期还有 7 天到期'])
    await at('2026-08-31T16:00:30.000Z')
    expect(await heldBy('东三')).toBeUndefined()
    expect((await log())[0]).toMatchObject({ verb: '撤销工会干部', by: '系统', whom: '东三', reason: '任期届满' })
    await expect(call('wx-third', 'tree', { nodeId: east._id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('goes on where nobody has come in for him, and ends once somebody has', async () => {
    await setTerm('东一', '2026-06-30T15:59:59.000Z')
    await at('2026-06-30T16:00:30.000Z')
    expect(await heldBy('东一')).toBeDefined()
    expect((await log())[0]).toMatchObject({ verb: '任期已满，留任到有人接任', whom: '东一' })
    expect(await messagesOf('wx-east2')).toContain('任期已满，等人接任')
    await third()
    await at('2026-07-01T16:30:00.000Z')
    expect(await heldBy('东一')).toBeUndefined()
    expect(await heldBy('东二')).toBeDefined()
  })

  test('is agreed on anew by a superior, as often as needed, and never by himself from below', async () => {
    await setTerm('东一', '2026-06-30T15:59:59.000Z')
    await setTerm('东一', '2029-06-30T15:59:59.000Z')
    await setTerm('东一', '2029-06-30T15:59:59.000Z')
    await drained(cloud, 'org', ['nodes'])
    expect((await log()).map(({ verb, until }) => [verb, until])).toEqual([
      ['工会干部任期至2029年6月30日', '2029-06-30T15:59:59.000Z'],
      ['工会干部任期至2026年6月30日', '2026-06-30T15:59:59.000Z'],
    ])
    await at('2026-07-10T01:00:00.000Z')
    expect(await heldBy('东一')).toBeDefined()
    expect(await setTerm('东一', null)).toMatchObject({ until: null })
    await expect(setTerm('东一', '2026-01-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(setTerm('东一', null, 'wx-west1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(setTerm('东一', null, 'wx-worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('nodes with fewer than two managers are listed for who can invite there, enterprises and teams are not', async () => {
  const thin = async (openid: string, input: object = {}) =>
    (await call<Thin>(openid, 'thinNodes', input)).items.map(({ id }) => id)
  expect(await thin('wx-admin')).toEqual([west._id])
  expect(await thin('wx-east1')).toEqual([])
  expect((await thin('wx-admin', { authority: 'regulator' })).sort()).toEqual([bureau._id, eastBureau._id].sort())
  expect(await thin('wx-regulator')).toEqual([eastBureau._id])
  await expect(thin('wx-east1', { nodeId: root._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await thin('wx-admin', { nodeId: zeneng._id })).toEqual([])
  await expect(thin('wx-worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

import { deriveId } from 'types/ids'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { city, cityLines, drained, orgEnv, personDoc, personIdOf, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const { east, west } = city.nodes
const now = '2026-06-16T01:30:00.000Z'
/** An enrolled volunteer whose code has led to something in other rooms already. */
const sworn = 'wx-sworn'
const led = (domain: string, values: Record<string, number>, openid = sworn) =>
  seedLine('counters', { _id: `${domain}.by.${personIdOf(openid)}`, domain, batch: 1, values })

let cloud: Cloud
beforeAll(async () => {
  const lines = [
    ...cityLines(),
    seedLine('people', personDoc({ openid: sworn, name: '柯望', volunteerUnder: west.under })),
    ...[led('quiz', { players: 6 }), led('hazard', { reports: 3 })],
    ...[led('quiz', { players: 1 }, 'wx-east1'), led('hazard', { reports: 2 }, 'wx-east1')],
  ]
  cloud = await startCloudAt({ env: orgEnv, seed: seedFile(lines), now })
})
afterAll(() => cloud.stop())

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const refused = (openid: string, action: string, input: unknown) =>
  call(openid, action, input).then(
    () => undefined,
    (thrown: { code: string }) => thrown,
  )
const by = personIdOf('wx-east1')

test('of an officer leads to his union and counts for him, once a person', async () => {
  const code = await call<{ scene: string; url: string; union: string }>('wx-east1', 'myCode')
  expect(code).toMatchObject({ scene: `p=${by}`, union: east.name })
  const png = (await cloud.request(code.url)).body.toString('base64')
  expect(await cloud.scan({ pngBase64: png })).toMatchObject({ query: { scene: encodeURIComponent(code.scene) } })
  expect(await call('wx-e', 'landing', { by })).toMatchObject({ booth: null, union: { name: east.name } })
  for (const name of ['1', '2', '2']) await call('wx-e', 'scan', { _id: deriveId('met', name), by })
  await call('wx-east1', 'scan', { _id: deriveId('met', 'himself'), by })
  await drained(cloud, 'org', ['people'])
  const listed = await countsListed('officers', by)
  expect(listed).toMatchObject({ scans: 2, people: 1, players: 1 })
  expect((await call<{ counts: Counts }>('wx-east1', 'myCode')).counts).toEqual(listed)
})

type Counts = Record<string, number | null>
const countsListed = async (who: string, person: string) => {
  const { items } = await call<{ items: { id: string; counts: Counts }[] }>('wx-admin', 'carriers', { who })
  return items.find(({ id }) => id === person)?.counts
}

test('of whom the list tells no two reports: one workmate and one report would be one person', async () => {
  expect((await countsListed('officers', by))?.reports).toBeNull()
  expect((await countsListed('officers', personIdOf('wx-east2')))?.reports).toBeNull()
  expect(await countsListed('volunteers', personIdOf(sworn))).toMatchObject({ reports: 3, players: 6 })
})

test('of an enrolled volunteer counts for him, whatever it led to, and costs him no more than three trips', async () => {
  const mine = () => call<{ scene: string; union: string; people: number; counts: Counts | null }>(sworn, 'myCode')
  expect(await mine()).toMatchObject({ scene: `p=${personIdOf(sworn)}`, union: west.name, people: 0 })
  for (const openid of ['wx-f', 'wx-g', 'wx-g'])
    await call(openid, 'scan', { _id: deriveId('sworn', openid), by: personIdOf(sworn) })
  await drained(cloud, 'org', ['people'])
  await cloud.resetMetrics()
  // How many came, and nothing of what they did.
  expect(await mine()).toMatchObject({ people: 2, counts: null })
  const { functions } = await cloud.metrics()
  expect(functions.find(({ name }) => name === 'org')?.actions.myCode?.trips.max).toBeLessThanOrEqual(3)
})

test('is no longer that of who has left the roster', async () => {
  const payload = { openid: sworn, enrolled: false, under: [] }
  const items = [{ id: 'left', kind: 'volunteer', payload }]
  await cloud.admin({
    ...{ action: 'functions.invokeFunction', function_name: 'org', envName: 'local-ankang' },
    request_data: JSON.stringify({ action: 'deliver', input: { from: 'volunteer', items } }),
  })
  expect(await refused(sworn, 'myCode', {})).toMatchObject({
    ...{ code: 'NOT_ALLOWED_NOW', message: expect.stringContaining('在册志愿者') as string },
  })
})

test('is for officers and volunteers, and nobody’s id is taken on trust', async () => {
  expect(await refused('wx-worker', 'myCode', {})).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await refused('wx-e', 'scan', { _id: deriveId('met', 'x'), by: deriveId('nobody') })).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await refused('wx-e', 'scan', { _id: deriveId('met', 'y') })).toMatchObject({ code: 'INVALID_INPUT' })
})

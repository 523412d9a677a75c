import { deriveId } from 'types/ids'
import { sharedCloud, startCloud, type Cloud } from '../../support/cloud'
import { cityLines, orgEnv } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Me = { name: string | null; grants: { role: string; nodeId: string; nodeName: string }[] }
type Tree = { node: { id: string; managers: number; depth: number }; items: { id: string }[] }

const fresh = sharedCloud()
afterAll(fresh.close)

const secret = orgEnv.FIRST_ADMINISTRATOR_SECRET
const attempt = (cloud: Cloud, openid: string, name: string, given = secret) =>
  cloud.call<Me>(
    'org',
    'becomeFirstAdministrator',
    { _id: deriveId('founding', name), secret: given, unionName: `${name}总工会`, name: '首任管理' },
    openid,
  )

describe('an empty environment', () => {
  let cloud: Cloud
  beforeEach(async () => {
    cloud = await fresh.open({ env: orgEnv })
  })

  test('says so on landing, and is opened by the secret', async () => {
    await expect(cloud.call('org', 'landing', {}, 'wx-anyone')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const me = await attempt(cloud, 'wx-founder', '安宁市')
    expect(me).toMatchObject({ name: '首任管理', grants: [{ role: 'officer', nodeName: '安宁市总工会' }] })
    const tree = await cloud.call<Tree>('org', 'tree', {}, 'wx-founder')
    expect(tree.node).toMatchObject({ id: me.grants[0]!.nodeId, managers: 1, depth: 0 })
    const landing = await cloud.call('org', 'landing', {}, 'wx-anyone')
    expect(landing).toMatchObject({ union: { name: '安宁市总工会' }, booth: null, campaign: null })
  })

  test('a wrong secret opens nothing', async () => {
    for (const wrong of ['x', `${secret} `.trim().slice(0, -1), `${secret}x`])
      await expect(attempt(cloud, 'wx-founder', '安宁市', wrong)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(cloud.call('org', 'landing', {}, 'wx-anyone')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the same call again gives the same answer, another person or another try is refused', async () => {
    const first = await attempt(cloud, 'wx-founder', '安宁市')
    expect(await attempt(cloud, 'wx-founder', '安宁市')).toEqual(first)
    await expect(attempt(cloud, 'wx-late', '安宁市')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(attempt(cloud, 'wx-founder', '别处')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect((await cloud.call<Tree>('org', 'tree', {}, 'wx-founder')).node.managers).toBe(1)
  })

  test('of many founders at once exactly one wins', async () => {
    const founders = ['a', 'b', 'c', 'd', 'e', 'f']
    const results = await Promise.allSettled(founders.map((each) => attempt(cloud, `wx-founder-${each}`, `${each}市`)))
    const won = results.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const mine = await Promise.all(founders.map((each) => cloud.call<Me>('org', 'me', {}, `wx-founder-${each}`)))
    expect(mine.flatMap(({ grants }) => grants)).toHaveLength(1)
  })
})

const isOpen = (cloud: Cloud) =>
  cloud.call('org', 'landing', {}, 'wx-anyone').then(
    () => true,
    () => false,
  )

const dieDuringFounding = async (cloud: Cloud, trips: number) => {
  await cloud.call('org', 'me', {}, 'wx-warm')
  await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
  await attempt(cloud, 'wx-founder', '安宁市').catch(() => undefined)
  await cloud.clearFaults()
}

test.each([4, 7, 8])('killed at trip %i of the founding, it is wholly there or not at all', async (trips) => {
  const cloud = await fresh.open({ env: orgEnv })
  await dieDuringFounding(cloud, trips)
  const { grants } = await cloud.call<Me>('org', 'me', {}, 'wx-founder')
  expect(await isOpen(cloud)).toBe(grants.length === 1)
  // Only once the commit was carried out is there anything.
  expect(grants).toHaveLength(trips >= 8 ? 1 : 0)
})

test('a founder whose call died half-way succeeds once the platform has given the transaction up', async () => {
  const cloud = await fresh.open({ env: orgEnv })
  await dieDuringFounding(cloud, 5)
  await expect(attempt(cloud, 'wx-founder', '安宁市')).rejects.toMatchObject({ code: 'CONFLICT' })
  await cloud.clock({ advanceMs: 31_000 })
  expect((await attempt(cloud, 'wx-founder', '安宁市')).grants).toHaveLength(1)
})

test('a seeded environment has its administrators: the secret is dead', async () => {
  const cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()) })
  await expect(attempt(cloud, 'wx-founder', '别处')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('without a secret in the environment nobody becomes administrator', async () => {
  const cloud = await startCloud({ env: { ...orgEnv, FIRST_ADMINISTRATOR_SECRET: '' } })
  await expect(attempt(cloud, 'wx-founder', '安宁市', 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await cloud.stop()
})

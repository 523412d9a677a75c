import { deriveId } from 'types/ids'
import { startCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, drained, orgEnv } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Node = { id: string; parentId: string | null; name: string; authority: string; depth: number; children: number }
type Tree = { node: Node; items: Node[]; more: boolean }
type Enterprises = { items: { id: string; name: string; nodeName: string }[]; more: boolean }

const { root, east, west, zeneng, team, bureau, eastBureau } = city.nodes
const { factory, paper } = city.enterprises

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ env: orgEnv, seed: seedFile(cityLines()) })
})
afterAll(() => cloud.stop())

const as =
  (openid: string) =>
  <T>(action: string, input: unknown = {}) =>
    cloud.call<T>('org', action, input, openid)
const [admin, east1, east2, west1, regulator, worker] = [
  as('wx-admin'),
  as('wx-east1'),
  as('wx-east2'),
  as('wx-west1'),
  as('wx-regulator'),
  as('wx-worker'),
]
const newNode = (name: string, nodeId: string, type: string, more: object = {}) => ({
  _id: deriveId('test-node', name, nodeId),
  nodeId,
  type,
  name,
  ...more,
})
const children = async (nodeId: string) => {
  await drained(cloud, 'org', ['nodes'])
  return (await admin<Tree>('tree', { nodeId })).node.children
}

describe('the tree', () => {
  test('shows an officer his own node and its children, page by page', async () => {
    const own = await east1<Tree>('tree')
    expect(own.node).toMatchObject({ id: east._id, parentId: root._id, depth: 1 })
    expect(own.items.map(({ name }) => name)).toEqual(['泽能机械工会'])
    const page = await admin<Tree>('tree', { nodeId: root._id, size: 1, page: 2 })
    expect(page).toMatchObject({ more: false, items: [{ id: west._id }] })
  })

  test('grows below an officer, counts its children and answers a retry alike', async () => {
    const input = newNode('新兴开发区工会', east._id, 'geographic')
    const node = await east1<Node>('createNode', input)
    expect(node).toMatchObject({ parentId: east._id, authority: 'union', depth: 2, children: 0 })
    expect(await east1<Node>('createNode', input)).toEqual(node)
    expect(await children(east._id)).toBe(1)
    expect((await east2<Tree>('tree')).items.map(({ id }) => id)).toContain(node.id)
  })

  test.each([
    ['a team below a district', east._id, 'team'],
    ['a district below an enterprise', zeneng._id, 'geographic'],
    ['anything below a team', team._id, 'team'],
  ])('refuses %s', async (_what, nodeId, type) => {
    await expect(admin('createNode', newNode('不合适', nodeId, type))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { type: expect.stringContaining('下面不能建') as string },
    })
  })

  test('refuses a second child of the same name, also when two officers try at once', async () => {
    const before = await children(east._id)
    const results = await Promise.allSettled([
      east1('createNode', { ...newNode('同名工会', east._id, 'geographic'), _id: deriveId('one') }),
      east2('createNode', { ...newNode('同名工会', east._id, 'geographic'), _id: deriveId('two') }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ALREADY_EXISTS' } })
    expect(await children(east._id)).toBe(before + 1)
  })

  test('hides other subtrees and keeps workers out', async () => {
    await expect(east1('tree', { nodeId: west._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(east1('tree', { nodeId: root._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(west1('createNode', newNode('越界', east._id, 'geographic'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(worker('tree')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(regulator('createNode', newNode('监管自建', eastBureau._id, 'geographic'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('the regulators’ own tree', () => {
  const health = newNode('安宁市卫生健康委', root._id, 'industry', { authority: 'regulator' })

  test('begins below the union root, by an administrator only', async () => {
    const node = await admin<Node>('createNode', health)
    expect(node).toMatchObject({ parentId: null, authority: 'regulator', depth: 0 })
    expect((await admin<Tree>('tree')).items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['安宁市卫生健康委', '安宁市应急管理局']) as string[],
    )
    await expect(
      east1('createNode', newNode('东河卫健', east._id, 'industry', { authority: 'regulator' })),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('serves a union node of the same level, within its superior’s', async () => {
    const child = newNode('西山区应急管理局', bureau._id, 'geographic', { serves: west._id })
    expect(await admin<Node>('createNode', child)).toMatchObject({ authority: 'regulator', depth: 1 })
    const astray = newNode('越级局', eastBureau._id, 'geographic', { serves: west._id })
    await expect(admin('createNode', astray)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(
      admin('createNode', newNode('混入局', bureau._id, 'geographic', { authority: 'union' })),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('lets a regulator read his own tree and the register of the unions he serves', async () => {
    expect((await regulator<Tree>('tree')).node.id).toBe(eastBureau._id)
    await expect(regulator('tree', { nodeId: east._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const seen = await regulator<Enterprises>('enterprises')
    expect(seen.items.map(({ id }) => id)).toEqual([factory._id])
  })
})

describe('the register of enterprises', () => {
  const input = {
    ...{ _id: deriveId('new-enterprise'), nodeId: east._id, name: '东河化工有限公司', industry: '化工' },
    ...{ flags: { highRisk: true, nonPublic: false, small: true }, hasUnion: false, workers: 80, teams: 4 },
  }

  test('is searched by words and flags within one’s subtree', async () => {
    const find = async (who: typeof admin, filter: object) =>
      (await who<Enterprises>('enterprises', filter)).items.map(({ name }) => name).sort()
    expect(await find(admin, {})).toEqual([factory.name, paper.name].sort())
    expect(await find(admin, { words: '机械制造' })).toEqual([factory.name])
    expect(await find(admin, { words: '纸业', highRisk: true })).toEqual([])
    expect(await find(admin, { highRisk: true })).toEqual([factory.name])
    expect(await find(east1, { words: '纸业' })).toEqual([])
  })

  test('takes an enterprise once, and not twice under one name', async () => {
    const made = await east1('createEnterprise', input)
    expect(made).toMatchObject({ id: input._id, nodeName: '东河区总工会', flags: input.flags, workers: 80 })
    expect(await east1('createEnterprise', input)).toEqual(made)
    await expect(east2('createEnterprise', { ...input, _id: deriveId('other') })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    })
    await expect(west1('createEnterprise', { ...input, _id: deriveId('third') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const below = { ...input, _id: deriveId('fourth'), nodeId: bureau._id }
    await expect(admin('createEnterprise', below)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('takes none within an enterprise, where what its workers report confidentially would lead back to it', async () => {
    await expect(
      east1('createEnterprise', { ...input, _id: deriveId('inside'), nodeId: team._id, name: '泽能机械（总厂）' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW', message: expect.stringContaining('车间和班组') as string })
  })

  test('offers a worker units by name, whatever the width of the letters', async () => {
    const search = async (words: string) => (await worker<Enterprises>('searchUnits', { words })).items
    expect(await search('泽能机械')).toEqual([{ id: factory._id, name: factory.name, nodeName: zeneng.name }])
    expect(await search('不存在的厂')).toEqual([])
    expect(await search('！？。')).toEqual([])
  })
})

describe('an id used once', () => {
  test('answers its author’s retry alone, and only with the same words', async () => {
    const enterprise = {
      ...{ _id: deriveId('once'), nodeId: east._id, name: '一次化工', industry: '化工', hasUnion: false, workers: 8 },
      ...{ flags: { highRisk: true, nonPublic: false, small: true }, teams: 1 },
    }
    const node = newNode('一次工会', east._id, 'geographic')
    const booth = { _id: deriveId('once'), nodeId: east._id, name: '一次展台', place: '门口', task: 'home' }
    const invite = { _id: deriveId('once'), nodeId: east._id, role: 'officer' }
    const others = [
      ['createEnterprise', enterprise, { name: '二次化工' }],
      ['createEnterprise', enterprise, { workers: 9 }],
      ['createEnterprise', enterprise, { nodeId: zeneng._id }],
      ['createNode', node, { name: '二次工会' }],
      ['createBooth', booth, { place: '院里' }],
      ['createBooth', booth, { enterpriseId: factory._id }],
      ['invite', invite, { nodeId: zeneng._id }],
      ['invite', invite, { role: 'fixer', enterpriseId: factory._id }],
    ] as const
    for (const [action, input, change] of others) {
      const first = await east1<{ id: string }>(action, input)
      expect(await east1(action, input)).toEqual(first)
      const refused = { code: 'ALREADY_EXISTS' }
      await expect(east1(action, { ...input, ...change })).rejects.toMatchObject(refused)
      await expect(east2(action, input)).rejects.toMatchObject(refused)
    }
  })
})

test('officers stay within six database trips, workers within three', async () => {
  await cloud.resetMetrics()
  await admin('tree')
  await admin('enterprises', { words: '机械' })
  await east1('createNode', newNode('量一量工会', east._id, 'geographic'))
  await worker('searchUnits', { words: '机械' })
  const org = (await cloud.metrics()).functions.find(({ name }) => name === 'org')!
  const trips = Object.fromEntries(
    Object.entries(org.actions).map(
      ([
        name,
        {
          trips: { max },
        },
      ]) => [name, max],
    ),
  )
  for (const action of ['tree', 'enterprises', 'createNode']) expect(trips[action]).toBeLessThanOrEqual(6)
  expect(trips.searchUnits).toBe(1)
  const unserved = (await cloud.metrics()).queries.filter(
    ({ index, collection }) => index === null && collection !== 'leases',
  )
  expect(unserved).toEqual([])
})

import { deriveId } from 'types/ids'
import { entries, nameOf, type Named } from '../../standing/contracts'
import { startCloud, type Cloud } from '../../support/cloud'
import { rawDocuments } from '../../support/raw-documents'
import {
  followed,
  hazardOf,
  movingCity,
  movingEnv,
  movingLines,
  movingNow,
  rooms,
  waitingApplication,
} from '../../support/factories/moving'
import { seedFile } from '../../support/seed-file'

const { root, north, south, street, quay, plant, shop, bureau, northBureau } = movingCity
type Listed = { items: { id: string }[]; more: boolean }

let cloud: Cloud
beforeEach(async () => {
  if (!cloud) cloud = await startCloud({ env: movingEnv, seed: seedFile(movingLines()) })
  else await cloud.anew({ seed: seedFile(movingLines()), now: movingNow })
  await cloud.clock({ now: movingNow })
})
afterAll(() => cloud.stop())

const call = <T>(fn: string, action: string, input: object, openid: string) => cloud.call<T>(fn, action, input, openid)
const move = (name = 'one', over: object = {}, openid = 'wx-root') =>
  call<{ moveId: string }>(
    ...(['org', 'moveNode'] as const),
    { _id: deriveId('move', name), nodeId: street._id, fromId: north._id, toId: south._id, ...over },
    openid,
  )
const walk = async (openid: string, input: object = {}): Promise<string[]> => {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const { items, more } = await call<Listed>('hazard', 'ledger', { ...input, page, size: 10 }, openid)
    ids.push(...items.map(({ id }) => id))
    if (!more) return ids
  }
}
const hazardsAt = (...nodes: { _id: string }[]) =>
  nodes.flatMap((node) => [0, 1, 2, 3, 4, 5].map((n) => hazardOf(node as never, n))).sort()
const moved = hazardsAt(street, plant, shop)
const stayed = hazardsAt(quay)
const sees = async (openid: string, ids: string[], input: object = {}) => {
  const found = await walk(openid, input)
  expect(found).toHaveLength(new Set(found).size)
  expect([...found].sort()).toEqual([...ids].sort())
}
const namesOf = async (fn: string, action: string, openid: string) =>
  (await call<{ items: { name: string }[] }>(fn, action, {}, openid)).items.map(({ name }) => name).sort()

/** What each office sees once the street lies in the south, whatever has been rewritten yet. */
const newTree = async () => {
  await sees('wx-root', [...moved, ...stayed])
  await sees('wx-north', stayed)
  await sees('wx-south', moved)
  await sees('wx-street', moved)
  await sees('wx-plant', hazardsAt(plant, shop))
  expect(await namesOf('org', 'enterprises', 'wx-north')).toEqual(['码头轮渡公司'])
  expect(await namesOf('org', 'enterprises', 'wx-south')).toEqual(['柳桥面包房', '汇新电机厂'])
  expect(await namesOf('org', 'booths', 'wx-south')).toEqual(['柳桥展台'])
  expect(await namesOf('org', 'people', 'wx-north')).toEqual(['兼一', '北一'])
  expect(await namesOf('org', 'people', 'wx-south')).toEqual(['兼一', '南一', '改一', '柳一', '汇一'])
  expect(await namesOf('org', 'tree', 'wx-south')).toEqual(['柳桥街道总工会'])
  expect(await namesOf('org', 'tree', 'wx-north')).toEqual(['码头街道总工会'])
  const events = async (openid: string) =>
    (await call<{ items: { verb: string }[] }>('desk', 'events', { size: 50 }, openid)).items.filter(
      ({ verb }) => verb === '上报隐患',
    ).length
  expect([await events('wx-north'), await events('wx-south')]).toEqual([stayed.length, moved.length])
  for (const openid of ['wx-root', 'wx-south', 'wx-street'])
    expect(await call('hazard', 'detail', { id: moved[0] }, openid)).toMatchObject({ id: moved[0] })
  await expect(call('hazard', 'detail', { id: moved[0] }, 'wx-north')).rejects.toMatchObject({ code: 'NOT_FOUND' })
}

/** Every record of the subtree whose stored lineage is not the current one. */
const wrongPaths = async () => {
  const wrong: string[] = []
  const below = (under: string[]) => under.slice(under.indexOf(street._id))
  for (const name of ['nodes', 'enterprises', 'booths', 'invites', 'hazards', 'events', 'campaigns'])
    for (const doc of await rawDocuments(cloud, name, { under: street._id })) {
      const under = doc.under as string[]
      if (under.join() !== [root._id, south._id, ...below(under)].join()) wrong.push(`${name}/${doc._id}`)
    }
  for (const person of await rawDocuments(cloud, 'people', { under: street._id }))
    for (const { under } of person.grants as { under: string[] }[])
      if (under.includes(street._id) && under.includes(north._id)) wrong.push(`people/${person._id}`)
  return wrong
}

test('from the one write on everybody sees the new tree, and all records follow', async () => {
  await sees('wx-north', [...moved, ...stayed])
  await move()
  // Nothing has been rewritten: the same records, read through the move.
  expect(await rawDocuments(cloud, 'hazards', { under: south._id })).toHaveLength(0)
  await newTree()
  await cloud.clock({ advanceMs: 40_000 })
  await cloud.tick('org')
  await newTree()
  await followed(cloud)
  await newTree()
  expect(await wrongPaths()).toEqual([])
  const [node] = await rawDocuments(cloud, 'nodes', { _id: plant._id })
  expect(node).toMatchObject({ depth: 3, path: `/${root._id}/${south._id}/${street._id}/${plant._id}` })
  const [both, stall, volunteer] = await Promise.all(
    ['wx-both', 'wx-stall', 'wx-volunteer'].map(async (id) => (await rawDocuments(cloud, 'people', { _id: id }))[0]),
  )
  expect((both?.boothUnder as string[]).slice().sort()).toEqual(
    [root, north, south, street, quay].map(({ _id }) => _id).sort(),
  )
  expect(stall?.reach).not.toContain(north._id)
  expect(stall?.reach).toContain(`${south._id}:worker`)
  expect(volunteer?.reach).toContain(`${south._id}:volunteer`)
  const count = async (node: { _id: string }) =>
    (await rawDocuments(cloud, 'counters', { _id: `hazard.node.${node._id}` }))[0]?.values
  // The seed brings no numbers: what left the one is what came to the other.
  expect(await count(south)).toMatchObject({ reports: 18, toAccept: 3, closed: 3 })
  expect(await count(north)).toMatchObject({ reports: -18, toAccept: -3, closed: -3 })
  expect(await count(root)).toBeUndefined()
})

test('who works while the records follow changes them in their new place, and the numbers stay exact', async () => {
  await move()
  const [reported, accepted] = [hazardOf(street as never, 0), hazardOf(plant as never, 0)]
  const accept = (id: string, openid: string) =>
    call('hazard', 'accept', { id, version: 0, grade: 'general', kind: 'electric' }, openid)
  await accept(reported, 'wx-south')
  await expect(accept(accepted, 'wx-north')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await rawDocuments(cloud, 'hazards', { _id: reported }))[0]?.under).toEqual([root._id, south._id, street._id])
  await cloud.call(
    ...(['org', 'createNode'] as const),
    { _id: deriveId('new'), nodeId: street._id, type: 'enterprise', name: '移动中新建工会' },
    'wx-street',
  )
  await followed(cloud)
  expect(await wrongPaths()).toEqual([])
  await sees('wx-south', moved)
  const [south1] = await rawDocuments(cloud, 'counters', { _id: `hazard.node.${south._id}` })
  expect(south1?.values).toMatchObject({ reports: 18, toAccept: 2, toAssign: 4 })
  const [north1] = await rawDocuments(cloud, 'counters', { _id: `hazard.node.${north._id}` })
  expect(north1?.values).toMatchObject({ reports: -18, toAccept: -3, toAssign: -3 })
})

test('whichever function dies while it follows, its successor goes on and nothing is counted twice', async () => {
  await move()
  for (const trips of [7, 12, 18, 25]) {
    await cloud.clock({ advanceMs: 61_000 })
    for (const room of ['org', 'hazard', 'desk'] as const) {
      await cloud.fault({ target: 'function', name: room, mode: 'kill', trips })
      await cloud.tick(room)
      await cloud.clearFaults()
    }
    await newTree()
  }
  await followed(cloud)
  expect(await wrongPaths()).toEqual([])
  const [south1] = await rawDocuments(cloud, 'counters', { _id: `hazard.node.${south._id}` })
  expect(south1?.values).toMatchObject({ reports: 18, toAccept: 3, closed: 3 })
})

test('an application approved in the very moment goes on in its new place', async () => {
  const review = (openid: string) =>
    call(
      ...(['volunteer', 'unionReview'] as const),
      { id: waitingApplication._id, version: 0, decision: 'approve', opinion: '同意' },
      openid,
    )
  const desk = async (openid: string) =>
    (await call<Listed>('volunteer', 'queue', { mine: true }, openid)).items.map(({ id }) => id)
  expect(await desk('wx-north')).toEqual([waitingApplication._id])
  await move()
  expect(await desk('wx-north')).toEqual([])
  await expect(review('wx-north')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await review('wx-south')
  const lineOfStreet = [root._id, south._id, street._id]
  const stored = async () => (await rawDocuments(cloud, 'applications', { _id: waitingApplication._id }))[0]
  expect(await stored()).toMatchObject({
    ...{ state: 'union-approved', unionUnder: lineOfStreet, under: [...lineOfStreet, bureau._id] },
    ...{ qualifier: { id: south._id }, regulator: { id: bureau._id } },
  })
  await followed(cloud)
  expect(await stored()).toMatchObject({ under: [...lineOfStreet, bureau._id], unionUnder: lineOfStreet })
  const numbers = await rawDocuments(cloud, 'counters', { _id: { $regex: '^volunteer.node' } })
  const of = (node: { _id: string }) => numbers.find(({ _id }) => _id === `volunteer.node.${node._id}`)?.values
  // The seed brings no numbers: what was one in the north is one in the south, a step further.
  expect(of(north)).toMatchObject({ union: -1 })
  expect(of(south)).toMatchObject({ regulator: 1, union: 0 })
})

test('whatever names a node is answered by the new tree while nothing has been rewritten', async () => {
  await move()
  const asked = entries.filter(
    ({ entry: { kind, access, input } }) =>
      kind === 'query' &&
      typeof access === 'object' &&
      'role' in access &&
      access.scope === 'node' &&
      [access.role].flat().includes('officer') &&
      input.safeParse({ nodeId: street._id }).success,
  )
  expect(asked.length).toBeGreaterThan(15)
  const codeFor = (one: Named, openid: string) =>
    call(one.domain, one.action, { nodeId: street._id }, openid).then(
      () => 'OK',
      ({ code }: { code: string }) => code,
    )
  const answers = await Promise.all(
    asked.map(async (one) => ({
      name: nameOf(one),
      north: await codeFor(one, 'wx-north'),
      south: (await codeFor(one, 'wx-south')) === 'NOT_FOUND',
      root: (await codeFor(one, 'wx-root')) === 'NOT_FOUND',
    })),
  )
  expect(answers).toEqual(answers.map(({ name }) => ({ name, north: 'NOT_FOUND', south: false, root: false })))
})

test('one at a time; a repeated call is answered alike; the history tells it', async () => {
  const both = await Promise.allSettled([move('one'), move('two', { nodeId: quay._id })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await followed(cloud)
  await move('three', { nodeId: quay._id }).catch(() => move('three'))
  await expect(move('four', { nodeId: plant._id, fromId: street._id })).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  const { items } = await call<{ items: { verb: string; words: string }[] }>(
    ...(['org', 'nodeHistory'] as const),
    { nodeId: street._id },
    'wx-root',
  )
  expect(items.map(({ verb }) => verb)).toContain('调整组织隶属')
})

test('a repeated move is the same move', async () => {
  expect(await move()).toEqual(await move())
  const { moving } = await call<{ moving: object | null }>('org', 'moveState', {}, 'wx-south')
  expect(moving).toMatchObject({ phase: 'waiting', to: { name: south.name }, rooms: rooms.length })
  // The plant's own chair does not look above his node.
  expect(await call('org', 'moveState', {}, 'wx-plant')).toEqual({ moving: null })
  await followed(cloud)
  expect(await move()).toEqual({ moveId: deriveId('move', 'one') })
  expect(await rawDocuments(cloud, 'tree_moves')).toEqual([])
})

test.each([
  ['the root', { nodeId: root._id, fromId: root._id, toId: south._id }, 'wx-root', ['NOT_FOUND', 'NOT_ALLOWED_NOW']],
  ['a node below itself', { toId: plant._id }, 'wx-root', ['NOT_ALLOWED_NOW']],
  ['a node below a type that cannot hold it', { nodeId: street._id, toId: plant._id }, 'wx-root', ['NOT_ALLOWED_NOW']],
  ['a node into the regulators’ tree', { toId: northBureau._id }, 'wx-root', ['NOT_FOUND', 'NOT_ALLOWED_NOW']],
  ['what has another parent by now', { fromId: south._id }, 'wx-root', ['CONFLICT']],
  ['a subtree out of its superior’s reach', {}, 'wx-street', ['NOT_FOUND']],
  ['a subtree into one’s own district', { nodeId: quay._id }, 'wx-south', ['NOT_FOUND']],
  ['what is one’s own to somebody else', {}, 'wx-north', ['NOT_FOUND']],
  ['anything by a worker', {}, 'wx-worker', ['FORBIDDEN']],
  ['anything by a regulator', {}, 'wx-bureau', ['FORBIDDEN']],
])('refuses to move %s', async (_what, over, openid, codes) => {
  const refused = await move('no', over, openid).then(
    () => null,
    (thrown: { code: string; message: string }) => thrown,
  )
  expect(codes).toContain(refused?.code)
  expect(await rawDocuments(cloud, 'tree_moves')).toEqual([])
})

test('says beforehand what goes along and who gains and loses sight', async () => {
  const preview = await call('org', 'previewMove', { nodeId: street._id, toId: south._id }, 'wx-root')
  expect(preview).toMatchObject({
    ...{ nodes: 3, enterprises: 2, refusal: null, from: { name: north.name }, to: { name: south.name } },
    ...{ gains: [{ id: south._id, managers: 1 }], loses: [{ id: north._id, managers: 1 }] },
  })
  expect(await call('org', 'previewMove', { nodeId: street._id, toId: shop._id }, 'wx-root')).toMatchObject({
    refusal: expect.stringContaining('自己') as string,
  })
})

test('a new name is written where people read it; only an empty node is closed', async () => {
  await call('org', 'renameNode', { nodeId: street._id, name: '柳桥新街道总工会' }, 'wx-north')
  await cloud.tick('org')
  await cloud.rest()
  const [firm] = await rawDocuments(cloud, 'enterprises', { nodeId: street._id })
  expect(firm?.nodeName).toBe('柳桥新街道总工会')
  const { grants } = await call<{ grants: { nodeName: string }[] }>('org', 'me', {}, 'wx-street')
  expect(grants[0]?.nodeName).toBe('柳桥新街道总工会')
  await expect(call('org', 'renameNode', { nodeId: street._id, name: quay.name }, 'wx-north')).rejects.toMatchObject({
    code: 'ALREADY_EXISTS',
  })
  await expect(call('org', 'closeNode', { nodeId: street._id, reason: '合并' }, 'wx-north')).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  const empty = { _id: deriveId('empty'), nodeId: north._id, type: 'geographic', name: '空组织' }
  await call('org', 'createNode', empty, 'wx-north')
  await call('org', 'closeNode', { nodeId: empty._id, reason: '没有用上' }, 'wx-north')
  expect(await namesOf('org', 'tree', 'wx-north')).not.toContain('空组织')
  await expect(
    call('org', 'createNode', { ...empty, _id: deriveId('below'), nodeId: empty._id }, 'wx-north'),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

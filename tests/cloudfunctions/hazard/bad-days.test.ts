import { deriveId } from 'types/ids'
import type { HandoverRow } from 'types/hazard-handover'
import type { HazardRow, OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloudAt, type Cloud } from '../../support/cloud'
import {
  boothId,
  enterpriseId,
  hazardEnv,
  hazardId,
  hazardLine,
  nodeId,
  readAll,
  settle,
  toSeed,
  unders,
  world,
  type Line,
} from '../../support/factories/hazard'
import { actingOn } from '../../support/factories/hazard-acts'
import { personId } from '../../support/factories/hazard-way'
import { atRest } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Detail = z.output<typeof OfficerView>
type View = z.output<typeof ReporterView>
type Message = { openid: string; page: string; data: Record<string, string> }

const now = '2026-06-10T02:00:00.000Z'
const day = 86_400_000
const openHere = 40

/** The world as org keeps it: nodes and people that can be changed. Of the west's officers there is one alone. */
const asOrgKeeps = ({ c, d }: Line): Line => {
  const at = new Date('2026-01-05T00:00:00Z')
  if (c === 'nodes') {
    const managers = { [nodeId('west')]: 1, [nodeId('east')]: 3 }[d._id as string] ?? 2
    return { c, d: { ...atRest('active', String(d.name), at), ...d, managers } }
  }
  if (c !== 'people') return { c, d }
  const lists = { unitUnder: [], boothUnder: [], volunteerUnder: [], booths: [], visits: [], formerGrants: [] }
  const rest = { version: 0, phoneSealed: null, phoneProof: null, reach: [], outbox: [], outboxAt: null }
  return { c, d: { ...d, ...lists, ...rest, createdAt: at, updatedAt: at } }
}

let number = 1
const hazard = (name: string, state: Parameters<typeof hazardLine>[0] = {}): Line =>
  hazardLine({ id: hazardId(name), number: number++, ...state })

const seeded: Line[] = [
  ...world.map(asOrgKeeps),
  ...['gone-plan', 'ends', 'ends-hand', 'ends-listed', 'turns'].map((name) => hazard(name, { state: 'fixing' })),
  ...['gone-new'].map((name) => hazard(name, { state: 'assigned' })),
  ...['gone-answered'].map((name) => hazard(name, { state: 'answered' })),
  hazard('no-photo', { state: 'fixing' }),
  hazard('ends-street', { state: 'accepted', enterprise: null }),
  ...Array.from({ length: openHere }, (_, n) =>
    hazard(`west-${n}`, {
      state: 'fixing',
      under: unders.west,
      dueAt: new Date('2026-06-12T15:59:59.999Z'),
      enterprise: { id: enterpriseId('xichuan'), name: '西川物流', nodeId: nodeId('west') },
    }),
  ),
  ...['west', 'east'].map((name) => ({
    c: 'counters',
    d: { _id: `hazard.node.${nodeId(name)}`, domain: 'hazard', batch: 0, values: { fixing: openHere, overdue: 3 } },
  })),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloudAt({ seed: seedFile(toSeed(seeded)), env: hazardEnv, now })
})
afterAll(() => cloud.stop())

const { stored, act, photo } = actingOn(() => cloud)
const call = <T>(action: string, input: object, openid: string) => cloud.call<T>('hazard', action, input, openid)
const detail = (name: string, openid = 'east-officer') => call<Detail>('detail', { id: hazardId(name) }, openid)
const view = (name: string, openid = 'worker-wang') => call<View>('view', { id: hazardId(name) }, openid)
const report = (name: string, change: object = {}, openid = 'worker-wang') => {
  const form = {
    place: '二号车间',
    words: '冲床没有防护罩，手能伸进去',
    kind: 'machine',
    photos: [],
    identity: 'named',
  }
  return call<{ handledBy: string }>('report', { _id: hazardId(name), ...form, ...change }, openid)
}
const messages = async (openid: string, words: string) =>
  (await readAll<Message>(cloud, 'messages', { openid })).filter((one) => JSON.stringify(one).includes(words))

/** Org has told hazard what it had to tell; a nudge may be at it just now. */
const orgRests = async () => {
  for (let round = 0; round < 3; round++) {
    await cloud.rest()
    await cloud.tick('org')
  }
  await settle(cloud)
}

/** An office is taken back as an officer does it; org tells hazard by its own outbox. */
const revoke = async (openid: string, by: string) => {
  const input = { id: deriveId('grant', openid, '0'), personId: personId(openid), reason: '换届' }
  await cloud.call('org', 'revokeGrant', input, by)
  await orgRests()
}

describe('the fixer is gone midway', () => {
  test('his office ended: the officers are told once for each, his plan goes, another takes it to its end', async () => {
    await revoke('zeneng-fixer', 'east-officer')
    for (const name of ['gone-plan', 'gone-new'])
      expect(
        (await messages('east-officer', '另行交办')).filter(({ page }) => page.includes(hazardId(name))),
      ).toHaveLength(1)
    expect(await messages('east-officer', hazardId('gone-answered'))).toEqual([])
    expect(await detail('gone-plan')).toMatchObject({ fixerGone: true, plan: { answerable: '设备部经理' } })
    await act('gone-plan', 'assign', 'east-officer', { fixerId: personId('zeneng-fixer-two') })
    expect(await detail('gone-plan')).toMatchObject({ fixer: '冯九', fixerGone: false, plan: null, state: 'assigned' })
    await act('gone-plan', 'plan', 'zeneng-fixer-two')
    await act('gone-plan', 'answer', 'zeneng-fixer-two')
    await settle(cloud)
    await act('gone-plan', 'close', 'east-deputy')
    expect((await stored('gone-plan')).state).toBe('closed')
  })

  test('what he had answered can be sent back and handed to another', async () => {
    await act('gone-answered', 'return', 'east-officer')
    expect((await detail('gone-answered')).acts).toContain('assign')
    await act('gone-answered', 'assign', 'east-officer', { fixerId: personId('zeneng-fixer-two') })
  })

  test('he erased himself: the same, and nothing of him is left', async () => {
    await act('gone-new', 'assign', 'east-officer', { fixerId: personId('zeneng-fixer-two') })
    const before = (await messages('east-officer', '另行交办')).length
    await cloud.call('org', 'eraseMe', { confirm: '注销' }, 'zeneng-fixer-two')
    await orgRests()
    // The two he was at work on; what is closed is nobody's concern.
    expect((await messages('east-officer', '另行交办')).length).toBe(before + 2)
    expect(await detail('gone-new')).toMatchObject({ fixer: null, fixerGone: true })
    expect(JSON.stringify(await readAll(cloud, 'hazards'))).not.toContain('"zeneng-fixer-two"')
  })
})

test('a photo that never arrives closes nothing, and a new one does', async () => {
  const fileId = `cloud://local-ankang.b/hazard/${hazardId('no-photo')}/after/lost.jpg`
  // The storage does not answer for a moment, and the file was never there.
  await cloud.fault({ target: 'storage', mode: 'refuse', times: 1 })
  const given = { id: hazardId('no-photo'), version: 3, words: '已加装防护罩', photos: [fileId] }
  await call('answer', given, 'fixer-and-officer')
  await cloud.clearFaults()
  await settle(cloud)
  await expect(act('no-photo', 'close', 'east-deputy')).rejects.toMatchObject({
    message: '整改照片还在核验，请稍后再销号。',
  })
  await cloud.clock({ advanceMs: 31 * 60_000 })
  await settle(cloud)
  await expect(act('no-photo', 'close', 'east-deputy')).rejects.toMatchObject({
    message: '整改照片没有通过核验，请退回企业重新拍照。',
  })
  await act('no-photo', 'return', 'east-deputy')
  await act('no-photo', 'answer', 'fixer-and-officer', { photos: [await photo('no-photo')] })
  await settle(cloud)
  await act('no-photo', 'close', 'east-deputy')
})

test('ten identical reports within a minute: none is lost, the next is offered the first, nine go into one', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `same-${n}`)
  const told = { enterpriseId: enterpriseId('hengfeng'), place: '地下车库', words: '车库消防栓被砖墙封死，打不开' }
  await Promise.all(names.map((name, n) => report(name, told, `o-same-${n}`)))
  await settle(cloud)
  expect(
    (await messages('east-officer', '新的隐患')).filter(({ page }) => names.some((n) => page.includes(hazardId(n)))),
  ).toHaveLength(10)
  const asked = { enterpriseId: told.enterpriseId, words: '车库的消防栓被砖墙封死了' }
  const { items } = await call<{ items: { people: number }[] }>('similar', asked, 'worker-li')
  expect(items.length).toBeGreaterThan(0)
  for (const name of names.slice(1))
    await call('merge', { id: hazardId(name), version: 0, intoId: hazardId('same-0') }, 'east-officer')
  await settle(cloud)
  const { reporters, joins } = await detail('same-0')
  expect([joins, new Set(reporters.map(({ id }) => id)).size]).toEqual([9, 10])
  for (const [n, name] of names.entries()) expect((await view(name, `o-same-${n}`)).code).not.toBe('')
})

describe('an officer leaves office', () => {
  const handovers = async (openid: string) => (await call<{ items: HandoverRow[] }>('handovers', {}, openid)).items

  test('the only one of a district: the union above is told, sees who goes on, and is reminded from then on', async () => {
    await revoke('west-officer', 'city-officer')
    expect(await messages('city-officer', `在办 ${openHere} 条，其中逾期 3 条`)).toHaveLength(1)
    expect(await handovers('city-officer')).toEqual([
      expect.objectContaining({
        ...{ left: '席四', open: openHere, overdue: 3, node: { id: nodeId('west'), name: '西川区总工会' } },
        to: { id: nodeId('city'), name: '青泽市总工会', officers: expect.arrayContaining(['程一']) as string[] },
      }),
    ])
    expect(await handovers('east-officer')).toEqual([])
    const { items } = await call<{ items: HazardRow[] }>('ledger', { nodeId: nodeId('west'), size: 50 }, 'city-officer')
    expect(items).toHaveLength(openHere)
    await cloud.clock({ now: '2026-06-13T02:00:00.000Z', fire: 'hazard' })
    await settle(cloud)
    expect(await messages('city-officer', '企业整改逾期，请督促')).toHaveLength(openHere)
  })

  test('one of several: the others go on, told once however often the word comes', async () => {
    await report('for-others', { enterpriseId: enterpriseId('hengfeng') })
    await settle(cloud)
    await revoke('east-deputy', 'city-officer')
    const [first] = await handovers('east-officer')
    expect(first).toMatchObject({ left: '董三', to: { id: nodeId('east') } })
    expect(first?.to?.officers.sort()).toEqual(['兼十一', '董二'].sort())
    expect(await messages('east-officer', '干部离任')).toHaveLength(1)
    expect(await messages('east-deputy', '干部离任')).toEqual([])
    const [one] = await readAll<{ events: { act: string }[] }>(cloud, 'hazard_handovers', { _id: first?.id })
    expect(JSON.stringify(one?.events)).not.toContain('董三')
  })
})

describe('the enterprise exists no more', () => {
  test.each([
    ['a day to come', 'ends', 'east-officer', { on: '2027-01-01' }, 'INVALID_INPUT'],
    ['no proof', 'ends', 'east-officer', { proof: ' ' }, 'INVALID_INPUT'],
    ['by who was to fix it', 'ends-hand', 'fixer-and-officer', {}, 'SAME_PERSON'],
    ['where no enterprise was named', 'ends-street', 'east-officer', {}, 'NOT_ALLOWED_NOW'],
    ['while a committee supervises it', 'ends-listed', 'east-officer', {}, 'NOT_ALLOWED_NOW'],
  ])('%s ends nothing', async (_, name, openid, change, code) => {
    if (name === 'ends-hand') {
      await act(name, 'assign', 'east-officer', { fixerId: personId('fixer-and-officer') })
    }
    if (name === 'ends-listed') await act(name, 'list', 'east-officer').catch(() => undefined)
    const before = await stored(name)
    await expect(act(name, 'cease', openid, change)).rejects.toMatchObject({ code })
    expect((await stored(name)).version).toBe(before.version)
  })

  test('it is over without having been fixed, everybody learns why, and who knows better says so', async () => {
    await act('ends', 'cease', 'east-officer')
    expect(await stored('ends')).toMatchObject({ state: 'ceased', overdue: false, progressDueAt: null, spots: [] })
    expect((await view('ends')).timeline.at(-1)).toMatchObject({
      title: '企业已关停，不再整改',
      detail: '营业执照已注销；厂房已清空，断电上锁',
    })
    await act('ends', 'reopen', 'worker-wang', { reason: '夜里还在生产' })
    await expect(act('ends', 'uphold', 'east-officer')).rejects.toMatchObject({
      message: expect.stringContaining('没有整改过') as string,
    })
    expect((await detail('ends')).acts).toEqual(expect.arrayContaining(['assign', 'cease']))
    expect((await detail('ends')).acts).not.toContain('uphold')
    await act('ends', 'assign', 'east-officer', { fixerId: personId('fixer-and-officer') })
    expect((await detail('ends')).ceased).toBeNull()
    await settle(cloud)
  })
})

describe('a report about who would read it', () => {
  const seenBy = async (name: string, openid: string) =>
    detail(name, openid).then(
      ({ reporter, mayOpenIdentity }) => ({ reporter, mayOpenIdentity }),
      ({ code }: { code: string }) => code,
    )
  const at = (name: string) => ({ enterpriseId: enterpriseId(name) })

  test.each([
    ['the employer’s union', { ...at('zeneng'), above: true }, 'east', 'zeneng-chair'],
    ['a district’s union that looks after it', { ...at('hengfeng'), above: true }, 'city', 'east-officer'],
    ['the union of a booth', { boothId: boothId('east'), above: true }, 'city', 'east-officer'],
    ['an officer it names', { ...at('zeneng'), words: '工会主席曾五要我们拆掉防护罩' }, 'east', 'zeneng-chair'],
    ['an officer of the district', { ...at('hengfeng'), words: '区工会干部董二收了礼不来看' }, 'city', 'east-officer'],
  ])('%s does not handle it, and never learns who', async (name, change, node, passed) => {
    await report(name, change, 'worker-li')
    await settle(cloud)
    const doc = await stored(name)
    expect([doc.node.id, doc.under]).toEqual([nodeId(node), unders[node as 'east']])
    expect(await seenBy(name, passed)).toBe('NOT_FOUND')
    expect(await messages(passed, hazardId(name))).toEqual([])
    // Who sits here and there too sees the matter, and nobody's name.
    const above = node === 'east' ? 'east-officer' : 'city-officer'
    expect(await seenBy(name, above)).toEqual({ reporter: '李工友', mayOpenIdentity: true })
    if (passed === 'zeneng-chair') {
      expect(await seenBy(name, 'chair-and-city')).toEqual({ reporter: null, mayOpenIdentity: false })
      const opening = { id: hazardId(name), reason: '想知道' }
      await expect(call('openIdentity', opening, 'chair-and-city')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test.each([
    ['what names nobody in office', { ...at('zeneng'), words: '工会宣传栏的电线破损' }, 'zeneng'],
    ['above the root there is nobody', { above: true }, 'city'],
    ['an officer of the root', { words: '市工会干部程一没有回话' }, 'city'],
  ])('%s: it goes where it always goes', async (name, change, node) => {
    await report(name, change, 'o-ordinary')
    expect((await stored(name)).node.id).toBe(nodeId(node))
  })

  test('it does not come back to him by being placed, and is not put where he reads it', async () => {
    await report('placed', { boothId: boothId('east'), above: true }, 'worker-li')
    await act('placed', 'accept', 'city-officer', { enterpriseId: enterpriseId('hengfeng') })
    expect((await stored('placed')).under).toEqual(unders.city)
    await report('his', at('hengfeng'), 'o-another')
    const merge = { id: hazardId('placed'), version: 1, intoId: hazardId('his') }
    await expect(call('merge', merge, 'city-officer')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await call('merge', { id: hazardId('his'), version: 0, intoId: hazardId('placed') }, 'city-officer')
    expect((await detail('placed', 'city-officer')).above).toBe(true)
    await settle(cloud)
  })
})

test('words that say nothing are taken, and the officer is told so', async () => {
  await report('says-nothing', { words: '有隐患', enterpriseId: enterpriseId('hengfeng') }, 'o-terse')
  expect((await detail('says-nothing')).vague).toBe(true)
  await report('says-something', { words: '漏电', enterpriseId: enterpriseId('hengfeng') }, 'o-terse')
  expect((await detail('says-something')).vague).toBe(false)
})

test('a clock that goes back and forth reminds of a deadline once', async () => {
  const late = async () => (await stored('turns')).events.filter(({ act: verb }) => verb === 'overdue').length
  await cloud.clock({ now: '2026-06-21T02:00:00.000Z', fire: 'hazard' })
  await settle(cloud)
  expect(await late()).toBe(1)
  const told = (await messages('east-officer', '企业整改逾期，请督促')).length
  await cloud.clock({ now: '2026-06-14T02:00:00.000Z', fire: 'hazard' })
  await settle(cloud)
  await report('in-between', { enterpriseId: enterpriseId('hengfeng') }, 'o-between')
  await settle(cloud)
  expect((await stored('in-between')).tell).toBeNull()
  await cloud.clock({ advanceMs: 8 * day, fire: 'hazard' })
  await settle(cloud)
  expect([await late(), (await messages('east-officer', '企业整改逾期，请督促')).length]).toEqual([1, told])
})

import { receiptCode } from 'types/ids'
import type { SimilarRow } from 'types/hazard-similar'
import type { HazardRow, OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import type { Cloud } from '../../support/cloud'
import { boothId, enterpriseId, hazardId, nodeId, readAll, settle } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'

type View = z.output<typeof ReporterView>
type Detail = z.output<typeof OfficerView>

let cloud: Cloud
beforeAll(async () => {
  cloud = await startHazardCloud('2026-06-10T02:00:00.000Z')
})
afterAll(() => cloud.stop())

const key = 'j'.repeat(32)
const words = '冲床防护罩拆下没有装回，急停按钮被胶带贴住'
const place = '三车间冲床区'
const at = { enterpriseId: enterpriseId('zeneng') }
const report = (name: string, change: object = {}, openid = 'worker-wang') => {
  const form = { _id: hazardId(name), place, words, kind: 'machine', photos: [], identity: 'hidden', ...at }
  return cloud.call('hazard', 'report', { ...form, ...change }, openid)
}
const join = (name: string, joinName: string, change: object = {}, openid = 'worker-li') => {
  const input = { _id: hazardId(joinName), id: hazardId(name), identity: 'named' }
  return cloud.call<{ handledBy: string }>('hazard', 'join', { ...input, ...change }, openid)
}
const similar = async (change: object = {}, openid = 'worker-li') => {
  const input = { ...at, place: '三车间', words: '冲床的防护罩没装，急停按钮贴了胶带' }
  return (await cloud.call<{ items: SimilarRow[] }>('hazard', 'similar', { ...input, ...change }, openid)).items
}
const view = (name: string, openid: string) => cloud.call<View>('hazard', 'view', { id: hazardId(name) }, openid)
const detail = (name: string, openid = 'east-officer') =>
  cloud.call<Detail>('hazard', 'detail', { id: hazardId(name) }, openid)
const stored = async (name: string) => (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]!
const tripsOf = async (action: string) => {
  const { functions } = await cloud.metrics()
  return functions.find(({ name }) => name === 'hazard')!.actions[action]!.trips
}

describe('what others reported already', () => {
  test('who tells of the same thing learns what, where and when, and nothing else', async () => {
    await report('press')
    const [found, ...more] = await similar()
    expect(more).toEqual([])
    expect(found).toEqual({
      ...{ id: hazardId('press'), kind: 'machine', place, state: 'reported', on: '2026-06-10', people: 1, mine: false },
    })
    expect((await similar({}, 'worker-wang'))[0]?.mine).toBe(true)
  })

  test.each([
    ['another thing in the same place', { words: '配电箱门敞开，电线外皮破损' }],
    ['somebody who knows the place alone', { place, words: '隐患' }],
    ['another enterprise', { enterpriseId: enterpriseId('hengfeng') }],
    ['no place at all', { enterpriseId: undefined }],
  ])('%s shows nothing', async (_, change) => {
    expect(await similar(change)).toEqual([])
  })

  test('a booth shows what lies around it', async () => {
    await report('street', {
      enterpriseId: undefined,
      boothId: boothId('east'),
      place: '中心广场',
      words: '井盖缺失，行人容易掉下去',
    })
    const asked = {
      enterpriseId: undefined,
      boothId: boothId('east'),
      place: '中心广场',
      words: '广场上井盖没了，容易掉下去',
    }
    expect((await similar(asked)).map(({ id }) => id)).toEqual([hazardId('street')])
  })

  test('at most two trips, by the declared index', async () => {
    await cloud.resetMetrics()
    await similar()
    await similar({ enterpriseId: undefined, boothId: boothId('east') })
    expect((await tripsOf('similar')).max).toBeLessThanOrEqual(2)
    const { queries } = await cloud.metrics()
    const found = queries.filter(({ collection }) => collection === 'hazards')
    expect(found.map(({ index }) => index)).toEqual(expect.arrayContaining(['spots_createdAt']))
  })
})

describe('I saw it too', () => {
  test('once, however often; three trips; the hazard counts one more and tells the officer his name', async () => {
    await report('joined')
    await cloud.resetMetrics()
    const receipts = [await join('joined', 'j1'), await join('joined', 'j1'), await join('joined', 'j1-again')]
    expect(receipts.map(({ handledBy }) => handledBy)).toEqual(Array(3).fill('东原区总工会'))
    expect((await tripsOf('join')).max).toBeLessThanOrEqual(3)
    await settle(cloud)
    await join('joined', 'j1-third')
    await settle(cloud)
    const doc = await stored('joined')
    expect([doc.joins, doc.joiners.map(({ _id }) => _id)]).toEqual([1, [hazardId('j1')]])
    const { reporters } = await detail('joined')
    expect(reporters.map(({ identity, name }) => [identity, name])).toEqual([
      ['hidden', null],
      ['named', '李工友'],
    ])
  })

  test('it is among his own, with neither the words nor the pictures of the first', async () => {
    const { items } = await cloud.call<{ items: HazardRow[] }>('hazard', 'mine', {}, 'worker-li')
    const row = items.find(({ id }) => id === hazardId('joined'))
    expect(row).toMatchObject({ words: '设备设施隐患（您也反映了）', cover: null, joins: 1 })
    const seen = await view('joined', 'worker-li')
    expect(seen).toMatchObject({ joined: true, identity: 'named', photos: [] })
    expect(JSON.stringify(seen)).not.toContain(words)
    expect((await view('joined', 'worker-wang')).joined).toBe(false)
    await expect(view('joined', 'somebody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('he gets the same messages, without the words; nobody’s openid stands in the audit', async () => {
    await cloud.call('hazard', 'accept', { id: hazardId('joined'), version: 0, grade: 'general' }, 'east-officer')
    await settle(cloud)
    const all = await readAll<{ openid: string; page: string }>(cloud, 'messages')
    const about = all.filter(({ page }) => page === `packages/hazard/view?id=${hazardId('joined')}`)
    expect(about.map(({ openid }) => openid).sort()).toEqual(['worker-li', 'worker-wang'])
    const his = about.find(({ openid }) => openid === 'worker-li')
    expect(JSON.stringify(his)).not.toContain('冲床')
    expect(JSON.stringify(await readAll(cloud, 'events'))).not.toMatch(/worker-(li|wang)/)
  })

  test('anonymous: kept by a key alone', async () => {
    await report('nameless')
    await expect(join('nameless', 'j2', { identity: 'anonymous' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await join('nameless', 'j2', { identity: 'anonymous', retrievalKey: key }, 'o-never-to-be-known')
    await settle(cloud)
    for (const name of ['hazards', 'hazard_joins', 'events', 'messages'])
      expect(JSON.stringify(await readAll(cloud, name))).not.toContain('o-never-to-be-known')
    const track = (retrievalKey: string) =>
      cloud.call<View>('hazard', 'track', { id: hazardId('nameless'), retrievalKey }, 'any-phone')
    expect(await track(key)).toMatchObject({ joined: true, identity: 'anonymous' })
    await expect(track('x'.repeat(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('hidden: his own employer never opens him, even where the first gave his name; he sees who did', async () => {
    await report('named-first', { identity: 'named' })
    await join('named-first', 'j3', { identity: 'hidden', words: '昨天就这样了' })
    await settle(cloud)
    const open = (openid: string) =>
      cloud.call<{ name: string }>(
        'hazard',
        'openIdentity',
        { id: hazardId('named-first'), reason: '核实奖励', of: hazardId('j3') },
        openid,
      )
    await expect(open('zeneng-chair')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { reporters } = await detail('named-first', 'zeneng-chair')
    expect(reporters.map((one) => [one.mayOpen, one.words])).toEqual([
      [true, null],
      [false, null],
    ])
    expect((await detail('named-first')).reporters.map((one) => one.words)).toEqual([null, '昨天就这样了'])
    expect((await open('east-officer')).name).toBe('李工友')
    expect((await view('named-first', 'worker-li')).identityOpened).toHaveLength(1)
    const first = await view('named-first', 'worker-wang')
    expect(first.identityOpened).toEqual([])
    expect(JSON.stringify(first.timeline)).not.toContain('身份')
  })

  test('many at one moment are all counted', async () => {
    await report('crowd')
    const people = Array.from({ length: 12 }, (_, n) => `o-crowd-${n}`)
    await Promise.all(people.map((openid, n) => join('crowd', `crowd-${n}`, { identity: 'hidden' }, openid)))
    await settle(cloud)
    expect((await stored('crowd')).joins).toBe(12)
    expect(new Set((await stored('crowd')).followers).size).toBe(13)
  })

  test('a closed one takes nobody any more', async () => {
    await report('over')
    await cloud.call('hazard', 'decline', { id: hazardId('over'), version: 0, reason: '不是隐患' }, 'east-officer')
    await expect(join('over', 'j4')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await similar({ words: `${words}。` })).not.toContainEqual(expect.objectContaining({ id: hazardId('over') }))
  })

  test('who erases himself is taken out of what he joined', async () => {
    const erase = { id: 'e1', kind: 'erase', payload: { openid: 'o-crowd-3' } }
    await cloud.tick('hazard')
    const request_data = JSON.stringify({ action: 'deliver', input: { from: 'org', items: [erase] } })
    await cloud.admin({
      action: 'functions.invokeFunction',
      function_name: 'hazard',
      request_data,
      envName: 'local-ankang',
    })
    const doc = await stored('crowd')
    expect(JSON.stringify([doc, await readAll(cloud, 'hazard_joins')])).not.toContain('o-crowd-3')
    expect(doc.joins).toBe(12)
  })
})

describe('two reports of one thing', () => {
  const merge = (name: string, into: string, openid = 'east-officer', version = 0) =>
    cloud.call('hazard', 'merge', { id: hazardId(name), version, intoId: hazardId(into) }, openid)

  test('everybody is kept in the order he reported, and follows the one that goes on', async () => {
    const told = { place: '五号库房', words: '货架立柱变形，上层货物随时会倒' }
    await report('earlier', { ...told, identity: 'anonymous', retrievalKey: key }, 'o-x')
    await cloud.clock({ advanceMs: 3_600_000 })
    await report('kept', told, 'worker-wang')
    await cloud.clock({ advanceMs: 3_600_000 })
    await join('earlier', 'j5', { identity: 'named' })
    await settle(cloud)
    const { items } = await cloud.call<{ items: { id: string }[] }>(
      'hazard',
      'alike',
      { id: hazardId('earlier') },
      'east-officer',
    )
    expect(items.map(({ id }) => id)).toEqual([hazardId('kept')])
    await expect(merge('earlier', 'kept', 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // Of two at one moment one may hear that somebody was faster; asked again, both hear the same.
    await Promise.allSettled([merge('earlier', 'kept'), merge('earlier', 'kept')])
    await merge('earlier', 'kept')
    // Who joins the one that is gone by now joins the one that goes on.
    await settle(cloud)
    const { reporters } = await detail('kept')
    expect(reporters.map(({ id }) => id)).toEqual([hazardId('earlier'), hazardId('kept'), hazardId('j5')])
    expect((await stored('kept')).joins).toBe(2)
    const gone = await cloud.call<View>('hazard', 'track', { id: hazardId('earlier'), retrievalKey: key }, 'any-phone')
    expect(gone).toMatchObject({
      state: 'merged',
      mergedInto: { id: hazardId('kept'), code: receiptCode(hazardId('kept')) },
    })
    const goesOn = await cloud.call<View>('hazard', 'track', { id: hazardId('kept'), retrievalKey: key }, 'any-phone')
    expect(goesOn.joined).toBe(true)
    expect((await view('kept', 'worker-li')).joined).toBe(true)
  })

  test.each([
    ['itself', 'alone'],
    ['one that is over', 'over'],
    ['one out of reach', 'far'],
    ['none', 'nowhere'],
  ])('with %s is refused in one sentence and changes nothing', async (_, into) => {
    await report('alone')
    await report('far', { enterpriseId: enterpriseId('xichuan') })
    await expect(merge('alone', into)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await stored('alone')).state).toBe('reported')
    expect(nodeId('west')).toBe((await stored('far')).node.id)
    await cloud.clock({ advanceMs: 86_400_000 })
  })
})

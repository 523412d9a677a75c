import { verifyChain } from 'types/chain'
import type { HazardState } from 'types/hazard'
import type { HazardAct } from 'types/hazard-machine'
import type { HazardDoc } from '../../../cloudfunctions/hazard/hazard'
import { startCloud, type Cloud } from '../../support/cloud'
import {
  cast,
  enterpriseId,
  hazardDocument,
  hazardEnv,
  hazardId,
  hazardLine,
  hazardManifest,
  jpegWithPlace,
  nodeId,
  readAll,
  settle,
  toSeed,
  unders,
  world,
  type Line,
} from '../../support/factories/hazard'
import { fivePlan, personId } from '../../support/factories/hazard-way'
import { actingOn, dueAt } from '../../support/factories/hazard-acts'
import { walkedTriples } from '../../support/factories/hazard-triples'
import { seedFile } from '../../support/seed-file'

type Moved = { id: string; state: HazardState; version: number }

let number = 100
const inState = (name: string, state: HazardState, change: object = {}): Line =>
  hazardLine({ id: hazardId(name), state, number: number++, ...change })

const seeded: Line[] = [
  ...world,
  ...[...new Map(walkedTriples.map(({ name, state }) => [name, state]))].map(([name, state]) => inState(name, state)),
  ...['race', 'replay', 'quiet', 'walk', 'far', 'stale'].map((name) => inState(name, 'reported')),
  ...Array.from({ length: 16 }, (_, index) => inState(`serial-${index}`, 'reported')),
  ...['to-assign'].map((name) => inState(name, 'accepted')),
  inState('street', 'reported', { enterprise: null, under: unders.city }),
  inState('street-2', 'reported', { enterprise: null, under: unders.east }),
  ...['fixed-2', 'fixed-3'].map((name) => inState(name, 'answered')),
  inState('declined-once', 'reported'),
  ...['merge-target', 'merge-target-2'].map((name) => inState(name, 'reported')),
  ...['open', 'open-2', 'open-late'].map((name) => inState(name, 'fixing')),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ manifest: hazardManifest(), seed: seedFile(toSeed(seeded)), env: hazardEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const { stored, photo, inputs, act: actAny } = actingOn(() => cloud)
const act = actAny<Moved>
const others: Partial<Record<HazardAct, object>> = {
  accept: { grade: 'major' },
  merge: { intoId: hazardId('merge-target-2') },
  decline: { reason: '重复上报' },
  assign: { suggestion: '建议停用' },
  plan: { money: 0 },
  replan: { measures: '改为整体更换' },
  progress: { words: '还在等货' },
  askExtension: { reason: '停产检修' },
  grantExtension: { words: '同意，仅此一次' },
  answer: { words: '已停用' },
  return: { reason: '没有改完' },
  close: { words: '看过照片' },
  cease: { proof: '停业公告' },
  recheck: { words: '又看了一遍' },
  reopen: { reason: '门又开了' },
  uphold: { reason: '看过，还在' },
  recur: { reason: '电线又破了' },
  list: { number: '安委督〔2026〕9号' },
  extendListing: { reason: '停产检修' },
  delist: { reason: '已经拆除' },
  classify: { factor: '22' },
}
const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'OK',
    (failure: { code: string }) => failure.code,
  )

describe('every state, act and calling', () => {
  test('only what the table has goes through, everything else changes nothing', async () => {
    const refused = new Map<string, HazardDoc>()
    let allowed = 0
    for (const { state, act: verb, calling, move, name } of walkedTriples) {
      const before = refused.get(name) ?? (await stored(name))
      const code = await codeOf(act(name, verb, cast[calling]))
      const what = [state, verb, calling, code]
      if (!move) {
        refused.set(name, before)
        const kept = expect.stringMatching(/^(FORBIDDEN|NOT_FOUND|NOT_ALLOWED_NOW)$/) as string
        expect(what).toEqual([state, verb, calling, kept])
        continue
      }
      allowed += 1
      const after = await stored(name)
      expect([...what, after.state, after.version]).toEqual([state, verb, calling, 'OK', move.to, before.version + 1])
      expect(after.events.at(-1)).toMatchObject({ act: verb, from: state, to: move.to })
      expect(verifyChain(after.events).ok).toBe(true)
    }
    for (const [name, before] of refused) expect(await stored(name)).toEqual(before)
    expect(allowed).toBe(38)
  })
})

describe('two at once, twice, too late', () => {
  test('of two officers at the same moment one wins, the other is told', async () => {
    const codes = await Promise.all(
      ['east-officer', 'east-deputy', 'city-officer'].map((openid, index) =>
        codeOf(act('race', index === 1 ? 'decline' : 'accept', openid)),
      ),
    )
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1)
    for (const code of codes) expect(code).toMatch(/^(OK|CONFLICT|NOT_ALLOWED_NOW)$/)
    expect((await stored('race')).events).toHaveLength(2)
  })

  test('a replay of each step answers the same and is done once', async () => {
    const steps: [HazardAct, string][] = [
      ['accept', 'east-officer'],
      ['assign', 'east-officer'],
      ['plan', 'zeneng-fixer'],
      ['replan', 'zeneng-fixer'],
      ['progress', 'zeneng-fixer'],
      ['askExtension', 'zeneng-fixer'],
      ['grantExtension', 'east-officer'],
      ['answer', 'zeneng-fixer'],
      ['close', 'east-deputy'],
      ['recheck', 'east-officer'],
      ['reopen', 'worker-wang'],
      ['uphold', 'east-officer'],
      ['recur', 'east-officer'],
      ['list', 'east-officer'],
      ['extendListing', 'east-officer'],
      ['delist', 'east-officer'],
      ['classify', 'east-officer'],
    ]
    for (const [verb, openid] of steps) {
      const { version } = await stored('replay')
      const input = { id: hazardId('replay'), version, ...(await inputs[verb]('replay')) }
      const first = await cloud.call<Moved>('hazard', verb, input, openid)
      const second = await cloud.call<Moved>('hazard', verb, input, openid)
      expect(second).toEqual(first)
      // The same step with other words is no retry.
      await expect(cloud.call('hazard', verb, { ...input, ...others[verb] }, openid)).rejects.toMatchObject({
        code: 'NOT_ALLOWED_NOW',
      })
      if (verb === 'answer') await settle(cloud)
    }
    expect((await stored('replay')).events.map(({ act: verb }) => verb)).toEqual([
      'create',
      ...steps.map(([verb]) => verb),
    ])
  })

  test('a reply lost after the write is made good', async () => {
    const input = { id: hazardId('open-2'), version: 3, ...(await inputs.answer('open-2')) }
    await cloud.fault({ target: 'function', name: 'hazard', mode: 'timeout-after', times: 1 })
    await expect(cloud.call('hazard', 'answer', input, 'zeneng-fixer')).rejects.toBeDefined()
    await cloud.clearFaults()
    expect(await cloud.call<Moved>('hazard', 'answer', input, 'zeneng-fixer')).toMatchObject({ state: 'answered' })
    expect((await stored('open-2')).events.filter(({ act: verb }) => verb === 'answer')).toHaveLength(1)
  })

  test('who saw an older version is refused', async () => {
    expect(await codeOf(act('stale', 'accept', 'east-officer', { version: 7 }))).toBe('CONFLICT')
  })

  test('what happened quietly meanwhile is no reason to refuse', async () => {
    const id = hazardId('quiet')
    await cloud.call('hazard', 'openIdentity', { id, reason: '核实情况' }, 'east-officer')
    const moved = await cloud.call<Moved>('hazard', 'accept', { id, version: 0, grade: 'major' }, 'east-officer')
    expect(moved).toMatchObject({ state: 'accepted', version: 2 })
    const again = await cloud.call<Moved>('hazard', 'accept', { id, version: 0, grade: 'major' }, 'east-officer')
    expect(again).toEqual(moved)
  })
})

describe('serial numbers', () => {
  test('sixteen at once get sixteen numbers in a row, a retry none', async () => {
    const names = Array.from({ length: 16 }, (_, index) => `serial-${index}`)
    const before = (await readAll(cloud, 'hazards', { serialKey: { $gt: '2026.' } })).map(({ serialKey }) => serialKey)
    await Promise.all(
      names.map((name, index) => act(name, 'accept', ['east-officer', 'east-deputy', 'city-officer'][index % 3]!)),
    )
    await Promise.all(names.map((name) => codeOf(act(name, 'accept', 'east-officer', { version: 0 }))))
    const given = await Promise.all(names.map(async (name) => Number((await stored(name)).serialKey.slice(5))))
    const highest = Math.max(...before.map((key) => Number(key.slice(5))))
    expect(given.sort((a, b) => a - b)).toEqual(names.map((_, index) => highest + 1 + index))
    expect((await stored('serial-0')).serial).toMatch(/^青泽-2026-\d{5}$/)
  })
})

describe('the conditions of a step', () => {
  test('it is handed to a fixer of that enterprise, with a deadline ahead', async () => {
    const refused: [object, string][] = [
      [{ fixerId: personId('hengfeng-fixer') }, 'fixerId'],
      [{ fixerId: personId('east-officer') }, 'fixerId'],
      [{ fixerId: personId('nobody') }, 'fixerId'],
      [{ dueAt: '2026-06-09T00:00:00.000Z' }, 'dueAt'],
      [{ dueAt: '2028-06-09T00:00:00.000Z' }, 'dueAt'],
      [{ suggestion: '  ' }, 'suggestion'],
    ]
    for (const [change, field] of refused)
      await expect(act('to-assign', 'assign', 'east-officer', change)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: expect.any(String) as string },
      })
    await act('to-assign', 'assign', 'east-officer')
    expect(await stored('to-assign')).toMatchObject({
      fixer: { openid: 'zeneng-fixer' },
      fixingFor: enterpriseId('zeneng'),
    })
  })

  test('a step repeated with other words is refused and the first ones stay', async () => {
    await act('declined-once', 'decline', 'east-officer')
    await expect(
      act('declined-once', 'decline', 'east-officer', { version: 0, reason: '另一个原因' }),
    ).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('以第一次提交的为准') as string,
    })
    expect((await stored('declined-once')).reason).toBe('不属于安全隐患')
  })

  test('an answer needs a fresh picture of its own', async () => {
    expect(hazardDocument({ id: hazardId('open') }).photos).toEqual([])
    const old = `cloud://local-ankang.x/hazard/${hazardId('fixed-2')}/after/1.jpg`
    await act('fixed-2', 'return', 'east-officer')
    for (const photos of [[], [old], [await photo('fixed-3')], ['cloud://local-ankang.b/hazard/x.jpg']])
      expect(await codeOf(act('fixed-2', 'answer', 'zeneng-fixer', { photos }))).toBe('INVALID_INPUT')
    expect(await codeOf(act('fixed-2', 'answer', 'zeneng-fixer', { words: '本地低俗测试词' }))).toBe('CONTENT_RISKY')
    expect(await codeOf(act('fixed-2', 'answer', 'zeneng-fixer-two'))).toBe('OK')
  })

  test('a report from the street is placed at an enterprise the officer may see', async () => {
    const city = { enterpriseId: enterpriseId('xichuan') }
    await expect(act('street-2', 'accept', 'east-officer', city)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await act('street', 'accept', 'city-officer', { enterpriseId: enterpriseId('zeneng') })
    const doc = await stored('street')
    expect(doc).toMatchObject({
      node: { id: nodeId('zeneng') },
      under: unders.zeneng,
      enterprise: { name: '泽能机械' },
    })
    await expect(act('walk', 'accept', 'city-officer', city)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('the whole way', () => {
  test('everybody sees his part of it, in words, and the counts follow', async () => {
    const { cloud: fresh, counts } = await freshCloud()
    const id = hazardId('w')
    const call = (verb: string, input: object, openid: string) => fresh.call('hazard', verb, input, openid)
    const form = { place: '二号车间', words: '配电箱门敞开', kind: 'electric', photos: [], identity: 'hidden' }
    await call('report', { _id: id, ...form, enterpriseId: enterpriseId('zeneng') }, 'worker-wang')
    await settle(fresh)
    const due = { dueAt, fixerId: personId('zeneng-fixer'), suggestion: '建议更换电线' }
    await call('accept', { id, version: 0, grade: 'general' }, 'east-officer')
    await call('assign', { id, version: 1, ...due }, 'east-officer')
    expect(await counts('east')).toMatchObject({ reports: 1, toAccept: 0, toAssign: 0, planning: 1 })
    await call('plan', { id, version: 2, ...fivePlan, dueAt: fivePlan.dueAt.toISOString() }, 'zeneng-fixer')
    expect(await counts('east')).toMatchObject({ planning: 0, fixing: 1 })
    const after = async (name: string) => [
      await fresh.upload(`hazard/${id}/after/${name}.jpg`, jpegWithPlace(), 'zeneng-fixer'),
    ]
    await call('answer', { id, version: 3, words: '已更换', photos: await after('a') }, 'zeneng-fixer')
    await settle(fresh)
    await call('return', { id, version: 4, reason: '请补拍全景', dueAt }, 'east-officer')
    await call('answer', { id, version: 5, words: '已补拍', photos: await after('b') }, 'zeneng-fixer')
    await settle(fresh)
    await call('close', { id, version: 6, words: '现场核实' }, 'east-deputy')
    expect(await counts('city')).toMatchObject({ reports: 1, fixing: 0, toClose: 0, closed: 1 })
    expect(await counts('zeneng')).toEqual({})
    const view = (await call('view', { id }, 'worker-wang')) as { timeline: { title: string; detail?: string }[] }
    expect(view.timeline.map(({ title }) => title)).toEqual([
      '您上报了隐患',
      '东原区总工会已受理',
      '已向企业发出整改建议',
      '企业落实了整改方案',
      '企业回复了整改情况',
      '工会核实后退回再改',
      '企业回复了整改情况',
      '工会核实无误，已销号',
    ])
    expect(view.timeline[1]?.detail).toMatch(/^定为一般隐患；编号 青泽-2026-00001$/)
    expect(view.timeline[2]?.detail).toBe('请于6月25日前改完')
    const messages = await readAll<{ openid: string }>(fresh, 'messages')
    const to = (openid: string) => messages.filter((message) => message.openid === openid).length
    // accepted, assigned, planned, answered, returned, answered, closed
    expect(to('worker-wang')).toBe(7)
    expect(to('zeneng-fixer')).toBe(2)
    // one report, two answers
    expect(to('east-officer')).toBe(3)
    expect(to('zeneng-chair')).toBe(0)
    await fresh.stop()
  })
})

const freshCloud = async () => {
  const fresh = await startCloud({ manifest: hazardManifest(), seed: seedFile(toSeed(world)), env: hazardEnv })
  await fresh.clock({ now: '2026-06-10T02:00:00.000Z' })
  const counts = async (node: string) => {
    await settle(fresh)
    const [counter] = await readAll<{ values: object }>(fresh, 'counters', { _id: `hazard.node.${nodeId(node)}` })
    return counter?.values ?? {}
  }
  return { cloud: fresh, counts }
}

test('no step an officer or a fixer takes needs more trips than it may', async () => {
  await cloud.call('hazard', 'detail', { id: hazardId('to-assign') }, 'east-officer')
  const { functions } = await cloud.metrics()
  const { actions } = functions.find(({ name }) => name === 'hazard')!
  expect(actions.answer!.trips.max).toBeLessThanOrEqual(3)
  // What an officer may do as well asks beside them whether the tree moves.
  for (const verb of ['plan', 'replan', 'progress']) expect([verb, actions[verb]!.trips.max <= 4]).toEqual([verb, true])
  for (const verb of [
    'decline',
    'askExtension',
    'grantExtension',
    'assign',
    'return',
    'close',
    'openIdentity',
    'detail',
  ])
    expect([verb, actions[verb]!.trips.max <= 6]).toEqual([verb, true])
})

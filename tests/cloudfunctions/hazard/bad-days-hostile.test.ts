import { mostExtensions, mostPlans } from 'types/hazard-five'
import type { LetterContent } from 'types/hazard-letter'
import type { OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloudAt, type Cloud } from '../../support/cloud'
import {
  boothId,
  enterpriseId,
  hazardEnv,
  hazardId,
  hazardLine,
  hazardManifest,
  nodeId,
  person,
  readAll,
  settle,
  toSeed,
  unders,
  world,
} from '../../support/factories/hazard'
import { actingOn } from '../../support/factories/hazard-acts'
import { seedFile } from '../../support/seed-file'

type Detail = z.output<typeof OfficerView>
type View = z.output<typeof ReporterView>

const now = '2026-06-10T02:00:00.000Z'
const day = 86_400_000
const pairs = Array.from({ length: 8 }, (_, n) => [`circle-${n}-a`, `circle-${n}-b`] as const)
let number = 1
const inState = (name: string, state: Parameters<typeof hazardLine>[0] = {}) =>
  hazardLine({ id: hazardId(name), number: number++, ...state })

let cloud: Cloud
beforeAll(async () => {
  const lines = [
    ...world,
    person('leader', '班长甲', { role: 'team-leader', at: 'workshop' }),
    person('leader-two', '班长乙', { role: 'team-leader', at: 'workshop' }),
    ...pairs.flat().map((name) => inState(name)),
    ...['plans', 'hours'].map((name) => inState(name, { state: 'fixing' })),
    inState('listings', { state: 'fixing', grade: 'major' }),
    inState('again', { state: 'closed' }),
    inState('own', { state: 'closed' }),
  ]
  cloud = await startCloudAt({ manifest: hazardManifest(), seed: seedFile(toSeed(lines)), env: hazardEnv, now })
})
afterAll(() => cloud.stop())

const { stored, act } = actingOn(() => cloud)
const call = <T>(action: string, input: object, openid: string) => cloud.call<T>('hazard', action, input, openid)
const detail = (name: string, openid = 'east-officer') => call<Detail>('detail', { id: hazardId(name) }, openid)
const view = (name: string, openid: string) => call<View>('view', { id: hazardId(name) }, openid)
const report = (name: string, change: object = {}, openid = 'worker-wang') => {
  const form = { place: '二号车间', words: '行车吊钩没有防脱装置', kind: 'machine', photos: [], identity: 'named' }
  return call('report', { _id: hazardId(name), ...form, ...change }, openid)
}
const join = (name: string, joinName: string, change: object = {}, openid = 'worker-li') =>
  call('join', { _id: hazardId(joinName), id: hazardId(name), identity: 'named', ...change }, openid)
const merge = (name: string, into: string, version = 0) =>
  call('merge', { id: hazardId(name), version, intoId: hazardId(into) }, 'east-officer')
const erase = (openid: string) => {
  const items = [{ id: `erase-${openid}`, kind: 'erase', payload: { openid } }]
  const request_data = JSON.stringify({ action: 'deliver', input: { from: 'org', items } })
  return cloud.admin({
    ...{ action: 'functions.invokeFunction', function_name: 'hazard', request_data, envName: 'local-ankang' },
  })
}
const key = (letter: string) => ({ retrievalKey: letter.repeat(32) })
const refused = (words: string) => ({ code: 'NOT_ALLOWED_NOW', message: expect.stringContaining(words) as string })

describe('put together', () => {
  test('two merged into each other at one moment: never both, and the drainer comes to rest', async () => {
    await Promise.allSettled(pairs.flatMap(([one, other]) => [merge(one, other), merge(other, one)]))
    await settle(cloud)
    for (const pair of pairs) {
      const states = await Promise.all(pair.map(async (name) => (await stored(name)).state))
      expect(states.filter((state) => state === 'merged').length).toBeLessThan(2)
    }
  })

  test('a chain ends where the last one is; who joins the first by now joins the last', async () => {
    const at = { enterpriseId: enterpriseId('hengfeng') }
    await Promise.all(['chain-1', 'chain-2', 'chain-3'].map((name, n) => report(name, at, `o-chain-${n}`)))
    await join('chain-1', 'chain-join')
    await merge('chain-1', 'chain-2')
    await merge('chain-2', 'chain-3')
    await settle(cloud)
    const { reporters } = await detail('chain-3')
    expect(reporters.map(({ id }) => id).sort()).toEqual(
      ['chain-1', 'chain-2', 'chain-3', 'chain-join'].map(hazardId).sort(),
    )
    await expect(merge('chain-3', 'chain-1')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('who reported his own enterprise in secret stays hidden from it where his report was put beside another’s', async () => {
    await report('secret', { enterpriseId: enterpriseId('zeneng'), identity: 'hidden' }, 'worker-li')
    await report('beside', { enterpriseId: enterpriseId('hengfeng') })
    await merge('secret', 'beside')
    await settle(cloud)
    const opening = { id: hazardId('beside'), of: hazardId('secret'), reason: '想知道' }
    await expect(call('openIdentity', opening, 'fixer-and-officer')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(call('openIdentity', opening, 'chair-and-city')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(
      (await detail('beside', 'chair-and-city')).reporters.find(({ id }) => id === hazardId('secret')),
    ).toMatchObject({ words: null, name: null, mayOpen: false })
  })
})

describe('one who holds two offices', () => {
  test('reads by all of them: no words of who hides from one', async () => {
    await report('two-seats', { enterpriseId: enterpriseId('zeneng') })
    await join('two-seats', 'two-seats-join', { identity: 'hidden', words: '夜班都是我在看着它' })
    await settle(cloud)
    const seen = async (openid: string) =>
      (await detail('two-seats', openid)).reporters.find(({ id }) => id === hazardId('two-seats-join'))
    expect(await seen('east-officer')).toMatchObject({ words: '夜班都是我在看着它', mayOpen: true })
    for (const openid of ['fixer-and-officer', 'chair-and-city', 'zeneng-chair'])
      expect([openid, await seen(openid)]).toEqual([openid, expect.objectContaining({ words: null, mayOpen: false })])
  })
})

describe('who erased himself', () => {
  test('hidden stays hidden: past his employer wherever it is placed, no words to it, a guarded letter', async () => {
    await report('gone', { boothId: boothId('east'), identity: 'hidden' }, 'o-will-be-gone')
    await report('gone-2', { enterpriseId: enterpriseId('zeneng') })
    await join('gone-2', 'gone-join', { identity: 'hidden', words: '我的班上出过事' }, 'o-will-be-gone')
    await settle(cloud)
    await erase('o-will-be-gone')
    await act('gone', 'accept', 'east-officer', { enterpriseId: enterpriseId('zeneng') })
    expect((await stored('gone')).under).toEqual(unders.east)
    const letter = await call<LetterContent & { guarded: boolean }>(
      'newLetter',
      { id: hazardId('gone') },
      'east-officer',
    )
    expect([letter.guarded, letter.facts.includes('吊钩')]).toEqual([true, false])
    expect((await detail('gone-2', 'zeneng-chair')).reporters.map(({ words }) => words)).toEqual([null, null])
    expect(JSON.stringify(await readAll(cloud, 'hazards'))).not.toContain('o-will-be-gone')
  })
})

describe('one’s own', () => {
  test('is not joined once more without a name', async () => {
    await report('mine', {}, 'o-eager')
    await expect(join('mine', 'mine-join', { identity: 'anonymous', ...key('m') }, 'o-eager')).rejects.toMatchObject(
      refused('已经反映过'),
    )
    await join('mine', 'mine-join-2', {}, 'o-eager')
    await settle(cloud)
    expect((await stored('mine')).joins).toBe(0)
  })

  test('a fixer shows no picture of somebody else’s as what he did', async () => {
    const file = await cloud.upload(`hazard/${hazardId('own')}/again/1.jpg`, Buffer.from('x'), 'worker-wang')
    await act('own', 'reopen', 'worker-wang', { photos: [file] })
    await act('own', 'assign', 'east-officer')
    await act('own', 'plan', 'zeneng-fixer')
    await expect(act('own', 'answer', 'zeneng-fixer', { photos: [file] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

describe('calls written down', () => {
  const called = (receipt: string) => ({ id: hazardId('called'), hotline: '12350', calledOn: '2026-06-09', receipt })

  test('by a joiner too, by a stranger never; a flood ends before it hides what happened', async () => {
    await report('called', { enterpriseId: enterpriseId('hengfeng') })
    await join('called', 'called-join')
    await join('called', 'called-nameless', { identity: 'anonymous', ...key('n') }, 'o-nameless')
    await settle(cloud)
    await call('noteCall', called('A-1'), 'worker-li')
    await call('noteCall', { ...called('A-2'), ...key('n') }, 'any-phone')
    for (const extra of [{}, key('x')])
      await expect(call('noteCall', { ...called('A-3'), ...extra }, 'o-stranger')).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    const flood = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => call('noteCall', called(`B-${n}`), 'worker-wang')),
    )
    expect(flood.some(({ status }) => status === 'rejected')).toBe(true)
    for (let n = 0; n < 12; n++) await call('noteCall', called(`C-${n}`), 'worker-wang').catch(() => undefined)
    await expect(call('noteCall', called('D'), 'worker-wang')).rejects.toMatchObject(refused('最多记 8 次'))
    expect((await stored('called')).events.map(({ act: verb }) => verb)).toEqual([
      'create',
      ...Array<string>(8).fill('hand-over'),
    ])
    // The officer who looked before all that is not held up by it.
    await call('accept', { id: hazardId('called'), version: 0, grade: 'general' }, 'east-officer')
    await expect(call('noteCall', called('本地低俗测试词'), 'worker-li')).rejects.toMatchObject({
      code: 'CONTENT_RISKY',
    })
  })
})

describe('to and fro without an end', () => {
  test('plans are changed so often and no more', async () => {
    for (let n = 0; n < mostPlans; n++) await act('plans', 'replan', 'zeneng-fixer', { money: n })
    await expect(act('plans', 'replan', 'zeneng-fixer', { money: 99 })).rejects.toMatchObject(refused('最多改'))
    expect((await stored('plans')).formerPlans).toHaveLength(mostPlans)
  })

  test('a supervision is put off so often and no more; it may be listed anew once it was ended', async () => {
    await act('listings', 'list', 'east-officer')
    const later = (days: number) => new Date(Date.parse('2026-07-06T00:00:00Z') + days * day).toISOString()
    for (let n = 0; n < mostExtensions; n++) await act('listings', 'extendListing', 'east-officer', { dueAt: later(n) })
    await expect(act('listings', 'extendListing', 'east-officer', { dueAt: later(90) })).rejects.toMatchObject(
      refused('延期次数太多'),
    )
    await act('listings', 'delist', 'east-officer')
    await act('listings', 'list', 'east-officer')
  })
})

describe('what the hour of a thing tells', () => {
  test('that a name was looked up, or a call written down, moves nothing the enterprise sees', async () => {
    const seen = async () => {
      const input = { id: hazardId('hours') }
      return { ...(await call<{ version: number }>('fixDetail', input, 'zeneng-fixer')), version: 0 }
    }
    const before = await seen()
    await cloud.clock({ advanceMs: 3_600_000, fire: 'notice' })
    await call('openIdentity', { id: hazardId('hours'), reason: '核实奖励' }, 'east-officer')
    const note = { id: hazardId('hours'), hotline: '12350', calledOn: '2026-06-09', receipt: 'Z-1' }
    await call('noteCall', note, 'worker-wang')
    expect(await seen()).toEqual(before)
  })
})

describe('written down for another', () => {
  const told = {
    place: '一车间',
    words: '吊带断股仍在用',
    kind: 'machine',
    photos: [],
    identity: 'named',
    name: '石老根',
  }

  test('another leader learns nothing by the same id, with or without the word of the slip', async () => {
    await call('reportFor', { _id: hazardId('slip'), ...told, ...key('s') }, 'leader')
    await expect(
      call('reportFor', { _id: hazardId('slip'), ...told, ...key('t') }, 'leader-two'),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(view('slip', 'leader')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('detail', { id: hazardId('slip') }, 'leader')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(call('track', { id: hazardId('slip'), ...key('t') }, 'leader-two')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

test('no door for other functions opens to a person, however he calls', async () => {
  const left = {
    ...{ grantId: hazardId('g'), openid: 'zeneng-fixer', name: '冯八', role: 'fixer', nodeId: nodeId('zeneng') },
    ...{ nodeName: '泽能机械工会', under: unders.zeneng, enterpriseId: enterpriseId('zeneng') },
  }
  const items = ['left', 'erase', 'join', 'merge'].map((kind) => ({
    id: kind,
    kind,
    payload: { ...left, hazardId: hazardId('mine') },
  }))
  await settle(cloud)
  const before = JSON.stringify(await readAll(cloud, 'hazards'))
  const events: object[] = [
    { action: 'deliver', input: { from: 'org', items } },
    { action: 'deliver', input: { from: 'org', items }, SOURCE: 'wx_trigger', source: 'scf' },
    { Type: 'Timer', action: 'deliver', input: { from: 'org', items } },
    { Event: 'wxa_media_check', MsgType: 'event', trace_id: 'x', input: { items } },
  ]
  for (const event of events) for (const openid of ['worker-li', '']) await cloud.callRaw('hazard', event, openid)
  expect(JSON.stringify(await readAll(cloud, 'hazards'))).toBe(before)
})

import type { HazardRow, OfficerView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
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
  type Line,
} from '../../support/factories/hazard'
import { personId } from '../../support/factories/hazard-way'
import { seedFile } from '../../support/seed-file'

type Detail = z.output<typeof OfficerView>
type Page = { items: HazardRow[]; more: boolean }

const hiddenStates = ['reported', 'accepted', 'assigned', 'answered', 'closed', 'declined'] as const
const hiddenBy = (openid: string): Line[] =>
  hiddenStates.map((state, index) =>
    hazardLine({ id: hazardId(`hidden-${state}`), state, number: index + 1, identity: 'hidden', owner: openid }),
  )
const own = { under: unders.zeneng, identity: 'hidden' } as const
const lines = (openid: string): Line[] => [
  ...world,
  person('o-one-hidden-worker', '甲工友'),
  person('another-openid-of-other-length', '乙工友的名字'),
  person('workshop-leader', '丙班长', { role: 'officer', at: 'workshop' }),
  ...hiddenBy(openid),
  hazardLine({ id: hazardId('named'), number: 50, state: 'assigned', owner: 'worker-li', under: unders.zeneng }),
  hazardLine({ id: hazardId('anonymous'), identity: 'anonymous' }),
  hazardLine({ id: hazardId('own-hidden'), ...own, owner: openid }),
  hazardLine({ id: hazardId('west'), under: unders.west, enterprise: null }),
]

const open = async (hiddenReporter: string) => {
  const cloud = await startCloud({
    manifest: hazardManifest(),
    seed: seedFile(toSeed(lines(hiddenReporter))),
    env: hazardEnv,
  })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  return cloud
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await open('worker-wang')
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid: string) => cloud.call<T>('hazard', action, input, openid)
const codeOf = (action: string, input: object, openid: string) =>
  call(action, input, openid).then(
    () => 'OK',
    ({ code }: { code: string }) => code,
  )
const all = [
  'city-officer',
  'east-officer',
  'west-officer',
  'zeneng-chair',
  'regulator',
  'zeneng-fixer',
  'hengfeng-fixer',
  'worker-li',
]

describe('reach', () => {
  test('who guesses an id learns nothing, not even that it exists', async () => {
    const present = { id: hazardId('hidden-reported') }
    const absent = { id: hazardId('no such hazard') }
    const guesses: [string, object, string][] = [
      ['detail', {}, 'west-officer'],
      ['detail', {}, 'zeneng-chair'],
      ['accept', { version: 0, grade: 'general' }, 'west-officer'],
      ['openIdentity', { reason: '想知道' }, 'west-officer'],
      ['openIdentity', { reason: '想知道' }, 'zeneng-chair'],
      ['fixDetail', {}, 'hengfeng-fixer'],
      ['fixDetail', {}, 'zeneng-fixer'],
      ['view', {}, 'worker-li'],
    ]
    for (const [action, input, openid] of guesses) {
      const codes = [
        await codeOf(action, { ...present, ...input }, openid),
        await codeOf(action, { ...absent, ...input }, openid),
      ]
      expect([action, openid, ...codes]).toEqual([action, openid, 'NOT_FOUND', 'NOT_FOUND'])
    }
    for (const openid of ['worker-li', 'zeneng-fixer', 'regulator'])
      expect([openid, await codeOf('detail', present, openid)]).toEqual([openid, 'FORBIDDEN'])
  })

  test('a ledger shows the own subtree and no other', async () => {
    const ids = async (openid: string, input = {}) => {
      const { items } = await call<Page>('ledger', { size: 50, ...input }, openid)
      return items.map(({ id }) => id)
    }
    expect(await ids('west-officer')).toEqual([hazardId('west')])
    expect(await ids('city-officer')).toHaveLength(10)
    expect((await ids('zeneng-chair')).sort()).toEqual([hazardId('named'), hazardId('own-hidden')].sort())
    expect(await codeOf('ledger', { nodeId: nodeId('east') }, 'west-officer')).toBe('NOT_FOUND')
    expect(await codeOf('ledger', { nodeId: nodeId('city') }, 'east-officer')).toBe('NOT_FOUND')
    expect(await ids('city-officer', { nodeId: nodeId('west') })).toEqual([hazardId('west')])
  })

  test('a fixer sees what was handed to his enterprise, to do first, and never before', async () => {
    const list = async (openid: string) => (await call<Page>('fixList', {}, openid)).items.map(({ state }) => state)
    expect(await list('zeneng-fixer')).toEqual(['assigned', 'assigned', 'answered', 'closed'])
    expect(await list('hengfeng-fixer')).toEqual([])
    expect(await codeOf('fixDetail', { id: hazardId('hidden-accepted') }, 'zeneng-fixer')).toBe('NOT_FOUND')
    expect(
      await codeOf(
        'answer',
        { id: hazardId('named'), version: 2, words: '已改', photos: ['cloud://a.b/hazard/x.jpg'] },
        'hengfeng-fixer',
      ),
    ).toBe('NOT_FOUND')
  })
})

describe('identity', () => {
  test('a fixer never learns a reporter, named or not', async () => {
    for (const id of [hazardId('named'), hazardId('hidden-assigned')]) {
      const text = JSON.stringify(await call('fixDetail', { id }, 'zeneng-fixer'))
      expect(text).not.toMatch(/worker-|工友|identity|named|hidden/)
    }
  })

  test('officers read the name of who gave it, and of nobody else', async () => {
    const detail = (name: string, openid: string) => call<Detail>('detail', { id: hazardId(name) }, openid)
    expect(await detail('named', 'east-officer')).toMatchObject({ reporter: '李工友', mayOpenIdentity: true })
    expect(await detail('hidden-reported', 'east-officer')).toMatchObject({
      reporter: null,
      mayOpenIdentity: true,
      identity: 'hidden',
    })
    expect(await detail('own-hidden', 'zeneng-chair')).toMatchObject({ reporter: null, mayOpenIdentity: false })
    expect(await detail('anonymous', 'city-officer')).toMatchObject({ reporter: null, mayOpenIdentity: false })
  })

  test('a hidden one opens to the officer above, not to who also sits in the enterprise', async () => {
    const openIt = (name: string, openid: string) =>
      call('openIdentity', { id: hazardId(name), reason: '核实奖励' }, openid)
    await expect(openIt('own-hidden', 'zeneng-chair')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(openIt('own-hidden', 'chair-and-city')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(openIt('hidden-closed', 'fixer-and-officer')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(openIt('anonymous', 'city-officer')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('没有保存') as string,
    })
    expect(await openIt('hidden-closed', 'east-officer')).toEqual({ name: '王工友', phone: '138****0000' })
  })

  test.each([
    ['at the employer’s own booth', { boothId: boothId('zeneng') }],
    ['about a name registered within the employer', { enterpriseId: enterpriseId('look-alike') }],
  ])(
    'what is reported confidentially %s stays out of the employer’s sight, wherever it is placed',
    async (how, where) => {
      const id = hazardId(how)
      const form = {
        place: '二号车间',
        words: `冲床没有防护罩，${how}`,
        kind: 'machine',
        photos: [],
        identity: 'hidden',
      }
      await call('report', { _id: id, ...form, ...where }, 'worker-wang')
      const { items } = await call<Page>('ledger', { size: 50 }, 'zeneng-chair')
      expect(items.map((row) => row.id)).not.toContain(id)
      expect(await codeOf('detail', { id }, 'zeneng-chair')).toBe('NOT_FOUND')
      const openIt = (openid: string) => codeOf('openIdentity', { id, reason: '想知道' }, openid)
      for (const openid of ['zeneng-chair', 'workshop-leader'])
        expect(await openIt(openid)).toMatch(/NOT_FOUND|FORBIDDEN/)
      expect(await openIt('chair-and-city')).toBe('FORBIDDEN')
      const elsewhere = 'boothId' in where ? { enterpriseId: enterpriseId('hengfeng') } : {}
      await call('accept', { id, version: 0, grade: 'general', ...elsewhere }, 'city-officer')
      expect(await openIt('chair-and-city')).toBe('FORBIDDEN')
      expect(await openIt('city-officer')).toBe('OK')
    },
  )

  test('the reporter is told and sees by whom, when and why; a retry is one look', async () => {
    const id = hazardId('hidden-answered')
    for (let attempt = 0; attempt < 2; attempt++) await call('openIdentity', { id, reason: '核实奖励' }, 'east-officer')
    const view = await call<{
      identityOpened: { by: string; at: string }[]
      timeline: { title: string; detail?: string }[]
    }>('view', { id }, 'worker-wang')
    expect(view.identityOpened).toEqual([
      { by: '东原区总工会 董二', at: expect.stringMatching(/^2026-06-10T/) as string },
    ])
    expect(view.timeline).toContainEqual(
      expect.objectContaining({ title: '东原区总工会 董二查看了您的身份', detail: '核实奖励' }),
    )
    await settle(cloud)
    const told = await readAll<{ openid: string }>(cloud, 'messages', { openid: 'worker-wang' })
    expect(told.filter((message) => JSON.stringify(message).includes('身份被查看')).length).toBeGreaterThan(0)
    const events = await readAll<{ act: string }>(cloud, 'events', { subjectId: id })
    expect(events.filter(({ act }) => act === 'open-identity')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(/worker-wang|王工友/)
  })
})

/** Everything everybody may read of hazards, as it goes over the wire. */
const everything = async (subject: Cloud) => {
  const replies: string[] = []
  const hazards = [...hiddenStates.map((state) => `hidden-${state}`), 'own-hidden', 'named']
  for (const openid of [...all, 'zeneng-fixer-two', 'chair-and-city', 'fixer-and-officer']) {
    for (const input of [{}, { state: 'assigned' }, { words: '配电箱' }, { kind: 'electric' }])
      replies.push(JSON.stringify((await subject.callRaw('hazard', { action: 'ledger', input }, openid)).body))
    replies.push(JSON.stringify((await subject.callRaw('hazard', { action: 'fixList' }, openid)).body))
    replies.push(JSON.stringify((await subject.callRaw('hazard', { action: 'mine' }, openid)).body))
    for (const name of hazards)
      for (const action of ['detail', 'fixDetail'])
        replies.push(
          JSON.stringify((await subject.callRaw('hazard', { action, input: { id: hazardId(name) } }, openid)).body),
        )
  }
  return replies.map((reply) => reply.replace(/"requestId":"[^"]+"/, ''))
}

test('who the hidden reporter is changes not one byte of what anybody else reads', async () => {
  const [first, second] = await Promise.all([open('o-one-hidden-worker'), open('another-openid-of-other-length')])
  const [left, right] = [await everything(first), await everything(second)]
  expect(left.length).toBeGreaterThan(200)
  expect(left.filter((reply) => reply.includes('"ok":true')).length).toBeGreaterThan(60)
  expect(right).toEqual(left)
  await Promise.all([first.stop(), second.stop()])
})

/** As org asks for it, and with something hazard does not know beside it. */
const erase = async (gone: Cloud, openid: string): Promise<string> => {
  const items = [
    { id: 'erase-1', kind: 'erase', payload: { openid } },
    { id: 'odd', kind: 'unknown', payload: {} },
  ]
  const request_data = JSON.stringify({ action: 'deliver', input: { from: 'org', items } })
  const invoke = { action: 'functions.invokeFunction', function_name: 'hazard', request_data, envName: 'local-ankang' }
  return JSON.stringify(await gone.admin(invoke))
}

const removePerson = (gone: Cloud, openid: string) =>
  gone.admin({
    ...{ action: 'database.deleteDocument', collectionName: 'people', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ query: JSON.stringify({ _id: openid }), multi: true },
  })

test('who erases himself is no fixer any more: nothing is sent to him, and it may be handed to another', async () => {
  const gone = await open('worker-wang')
  const id = hazardId('hidden-answered')
  const detail = () => gone.call<Detail>('hazard', 'detail', { id }, 'east-officer')
  const hand = (version: number, openid: string) =>
    gone.call(
      'hazard',
      'assign',
      { id, version, fixerId: personId(openid), dueAt: '2026-06-30T15:59:59.999Z', suggestion: '建议加装护罩' },
      'east-officer',
    )
  await gone.call(
    'hazard',
    'return',
    { id, version: 4, reason: '再看', dueAt: '2026-06-25T15:59:59.999Z' },
    'east-officer',
  )
  await settle(gone)
  expect(await detail()).toMatchObject({ fixer: '冯八', fixerGone: false, acts: ['replan', 'cease', 'classify'] })
  await expect(hand(5, 'zeneng-fixer-two')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await erase(gone, 'zeneng-fixer')
  const left = await readAll(gone, 'hazards')
  expect(JSON.stringify(left.map(({ fixer, answer, outbox }) => [fixer, answer, outbox]))).not.toContain('zeneng-fixer')
  await removePerson(gone, 'zeneng-fixer')
  expect(await detail()).toMatchObject({
    fixer: null,
    fixerGone: true,
    acts: ['assign', 'replan', 'cease', 'classify'],
  })
  const before = await readAll(gone, 'messages', { openid: 'zeneng-fixer' })
  await gone.clock({ now: '2026-06-26T02:00:00.000Z' })
  await settle(gone)
  const [late] = await readAll(gone, 'hazards', { _id: id })
  expect(late).toMatchObject({ overdue: true })
  expect(await readAll(gone, 'messages', { openid: 'zeneng-fixer' })).toEqual(before)
  await hand(6, 'zeneng-fixer-two')
  await hand(6, 'zeneng-fixer-two')
  await settle(gone)
  expect(await detail()).toMatchObject({ fixer: '冯九', fixerGone: false, state: 'assigned', overdue: false })
  expect((await readAll(gone, 'messages', { openid: 'zeneng-fixer-two' })).length).toBe(1)
  await gone.stop()
})

test('who erases himself is forgotten in all he reported; the hazards stay', async () => {
  const gone = await open('worker-wang')
  const report = {
    place: '门口',
    words: '通道堵塞',
    kind: 'fire',
    photos: [],
    identity: 'named',
    enterpriseId: enterpriseId('hengfeng'),
  }
  await gone.call('hazard', 'report', { _id: hazardId('mine'), ...report }, 'worker-wang')
  await settle(gone)
  const items = [{ id: 'erase-1', kind: 'erase', payload: { openid: 'worker-wang' } }]
  const refused = await gone.callRaw('hazard', { action: 'deliver', input: { from: 'org', items } }, 'worker-li')
  expect(refused.body).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = await erase(gone, 'worker-wang')
    expect(reply).toContain('erase-1')
    expect(reply).not.toContain('odd')
  }
  await settle(gone)
  const left = await readAll(gone, 'hazards')
  expect(left).toHaveLength(lines('x').filter(({ c }) => c === 'hazards').length + 1)
  expect(JSON.stringify(left)).not.toContain('worker-wang')
  expect(left.find(({ _id }) => _id === hazardId('mine'))).toMatchObject({
    owner: null,
    identity: 'anonymous',
    state: 'reported',
  })
  const { items: mine } = await gone.call<Page>('hazard', 'mine', {}, 'worker-wang')
  expect(mine).toEqual([])
  await gone.stop()
})

import type { Picture } from 'types/fields'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  enterpriseId,
  hazardEnv,
  hazardId,
  hazardLine,
  hazardManifest,
  jpegWithPlace,
  nodeId,
  readAll,
  settle,
  toSeed,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

const now = '2026-06-10T02:00:00.000Z'
const assigned = ['late', 'late-2', 'crash'].map((name, index) =>
  hazardLine({ id: hazardId(name), state: 'fixing', number: index + 1, dueAt: new Date('2026-06-20T15:59:59.999Z') }),
)
const fresh = sharedCloud()
const open = async () => {
  const opened = await fresh.open({
    manifest: hazardManifest(),
    seed: seedFile(toSeed([...world, ...assigned])),
    env: hazardEnv,
    now,
  })
  return opened
}

let cloud: Cloud
afterAll(fresh.close)
const reopen = async () => {
  cloud = await open()
}

const stored = async (name: string) => (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]!
const counts = async () => {
  const [counter] = await readAll<{ values: Record<string, number> }>(cloud, 'counters', {
    _id: `hazard.node.${nodeId('east')}`,
  })
  return counter?.values ?? {}
}
const messagesTo = async (openid: string, words: string) =>
  (await readAll<{ openid: string }>(cloud, 'messages', { openid })).filter((message) =>
    JSON.stringify(message).includes(words),
  )

const upload = (name: string, file: string, content: Buffer, openid = 'worker-wang') =>
  cloud.upload(`hazard/${hazardId(name)}/before/${file}`, content, openid)
const answerPhoto = (name: string) =>
  cloud.upload(`hazard/${hazardId(name)}/after/a.jpg`, jpegWithPlace(), 'zeneng-fixer')
const report = (name: string, photos: string[], change: object = {}) =>
  cloud.call(
    'hazard',
    'report',
    {
      ...{ _id: hazardId(name), place: '二号车间', words: '配电箱门敞开', kind: 'electric', identity: 'hidden' },
      ...{ enterpriseId: enterpriseId('hengfeng'), photos, ...change },
    },
    'worker-wang',
  )
type Seen = { photos: Picture[]; cover: Picture | null }
const see = (name: string, openid = 'east-officer') =>
  cloud.call<Seen>('hazard', openid === 'worker-wang' ? 'view' : 'detail', { id: hazardId(name) }, openid)

describe('lateness', () => {
  beforeEach(reopen)

  test('a deadline is marked, counted and reminded of once, to everybody concerned', async () => {
    await cloud.clock({ now: '2026-06-20T15:55:00.000Z' })
    await settle(cloud)
    expect((await stored('late')).overdue).toBe(false)
    await cloud.clock({ now: '2026-06-20T16:00:30.000Z' })
    for (let minute = 0; minute < 3; minute++) {
      await Promise.all([cloud.tick('hazard'), cloud.tick('hazard')])
      await settle(cloud)
      await cloud.clock({ advanceMs: 60_000 })
    }
    expect(await stored('late')).toMatchObject({ overdue: true, state: 'fixing' })
    expect((await stored('late')).events.filter(({ act }) => act === 'overdue')).toHaveLength(1)
    expect(await counts()).toMatchObject({ overdue: 3 })
    expect(await messagesTo('zeneng-fixer', '整改已逾期')).toHaveLength(3)
    expect(await messagesTo('east-officer', '企业整改逾期，请督促')).toHaveLength(3)
    expect(await messagesTo('worker-wang', '整改逾期')).toHaveLength(3)
  })

  test('an answer on its way while the clock marked it still counts, and takes the lateness off', async () => {
    await cloud.clock({ now: '2026-06-21T02:00:00.000Z' })
    await settle(cloud)
    const photos = [await answerPhoto('late')]
    const input = { id: hazardId('late'), version: 3, words: '已更换', photos }
    const moved = await cloud.call('hazard', 'answer', input, 'zeneng-fixer')
    expect(await cloud.call('hazard', 'answer', input, 'zeneng-fixer')).toEqual(moved)
    await settle(cloud)
    expect(await stored('late')).toMatchObject({ state: 'answered', overdue: false })
    expect(await counts()).toMatchObject({ overdue: 2 })
  })

  test('a new deadline is a new reminder', async () => {
    await cloud.clock({ now: '2026-06-21T02:00:00.000Z' })
    await settle(cloud)
    const id = hazardId('late')
    const photos = [await answerPhoto('late')]
    const { version } = await stored('late')
    await cloud.call('hazard', 'answer', { id, version, words: '已更换', photos }, 'zeneng-fixer')
    await cloud.call(
      'hazard',
      'return',
      { id, version: version + 1, reason: '没有改完', dueAt: '2026-06-25T15:59:59.999Z' },
      'east-officer',
    )
    await cloud.clock({ now: '2026-06-26T02:00:00.000Z' })
    await settle(cloud)
    expect((await stored('late')).events.filter(({ act }) => act === 'overdue')).toHaveLength(2)
    expect(await messagesTo('zeneng-fixer', '整改已逾期')).toHaveLength(4)
  })

  test.each([3, 6, 11, 14, 17])(
    'an instance that dies after %i trips leaves nothing undone and nothing done twice',
    async (trips) => {
      await cloud.fault({ target: 'function', name: 'hazard', mode: 'kill', trips, times: 1 })
      // Moving the clock runs the timer that falls due.
      const { fired } = await cloud.clock({ now: '2026-06-21T02:00:00.000Z' })
      expect(fired.find((one) => one.function === 'hazard')?.ok).toBe(false)
      await cloud.clearFaults()
      await cloud.clock({ advanceMs: 61_000 })
      await settle(cloud)
      expect(await counts()).toMatchObject({ overdue: 3 })
      for (const { d } of assigned)
        expect((await readAll(cloud, 'hazards', { _id: d._id }))[0]).toMatchObject({ overdue: true, outbox: [] })
      expect(await messagesTo('zeneng-fixer', '整改已逾期')).toHaveLength(3)
      expect(await messagesTo('east-officer', '企业整改逾期，请督促')).toHaveLength(3)
    },
  )
})

describe('pictures', () => {
  beforeAll(reopen)

  const fetchUrl = async (url: string) => (await cloud.request(url)).body

  test('the place is taken out, the phone’s own file is gone, and others see only what was cleaned', async () => {
    const original = jpegWithPlace()
    const fileId = await upload('clean', 'a.jpg', original)
    await report('clean', [fileId])
    await settle(cloud)
    const [photo] = (await stored('clean')).photos
    expect(photo).toMatchObject({ clean: true, check: 'pending', original: fileId })
    expect(photo?.fileId).toContain(`/hazard/${hazardId('clean')}/clean/`)
    const { photos } = await see('clean')
    const shown = await fetchUrl(photos[0]!.url)
    expect(shown.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(shown.toString('latin1')).not.toContain('GPSLatitude')
    expect(original.toString('latin1')).toContain('GPSLatitude')
    const again = await report('clean', [fileId])
    expect(again).toMatchObject({ id: hazardId('clean') })
    await expect(
      cloud.call(
        'hazard',
        'report',
        { _id: hazardId('thief'), place: '门', words: '看', kind: 'fire', identity: 'named', photos: [photo!.fileId] },
        'worker-li',
      ),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('an officer sees no uncleaned picture, the reporter sees his own', async () => {
    const fileId = await upload('raw', 'a.jpg', jpegWithPlace())
    await cloud.fault({ target: 'storage', mode: 'refuse', times: 500 })
    await report('raw', [fileId])
    await cloud.tick('hazard')
    await cloud.clearFaults()
    expect((await stored('raw')).photos[0]?.clean).toBe(false)
    expect((await see('raw')).photos[0]?.url).toBe('')
    expect((await see('raw', 'worker-wang')).photos[0]?.url).toContain('/file/')
    await cloud.clock({ advanceMs: 61_000 })
    await settle(cloud)
    expect((await see('raw')).photos[0]?.url).toContain('/file/')
  })

  test.each([
    ['pass', true],
    ['review', true],
    ['risky', false],
  ] as const)('WeChat says %s', async (suggest, visible) => {
    const fileId = await upload(`said-${suggest}`, 'a.jpg', jpegWithPlace())
    const second = await upload(`said-${suggest}`, 'b.jpg', jpegWithPlace())
    await report(`said-${suggest}`, [fileId, second])
    await settle(cloud)
    const { photos } = await stored(`said-${suggest}`)
    await cloud.mediaResult({ traceId: photos[1]!.trace!, suggest, label: suggest === 'pass' ? 100 : 20002 })
    const seen = await see(`said-${suggest}`)
    expect(seen.photos.map(({ check }) => check)).toEqual(['pending', suggest])
    expect(seen.photos[1]!.url !== '').toBe(visible)
    if (!visible) expect((await see(`said-${suggest}`, 'worker-wang')).photos[1]?.url).toBe('')
  })

  test('what never comes is marked for a person after 30 minutes, and a late word still counts', async () => {
    await cloud.fault({ target: 'openapi', name: 'wxa_media_check', mode: 'refuse', times: 100 })
    const fileId = await upload('never', 'a.jpg', jpegWithPlace())
    await report('never', [fileId])
    await settle(cloud)
    const trace = (await stored('never')).photos[0]!.trace!
    await cloud.clock({ advanceMs: 29 * 60_000 })
    await settle(cloud)
    expect((await stored('never')).photos[0]?.check).toBe('pending')
    await cloud.clock({ advanceMs: 2 * 60_000 })
    await settle(cloud)
    expect(await stored('never')).toMatchObject({ photos: [{ check: 'review', original: null }], clockAt: null })
    await cloud.clearFaults()
    const event = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: trace,
      result: { suggest: 'risky', label: 20002 },
    }
    const request_data = JSON.stringify(event)
    const push = () =>
      cloud.admin({
        action: 'functions.invokeFunction',
        function_name: 'hazard',
        request_data,
        envName: 'local-ankang',
      })
    expect(JSON.stringify(await push())).toContain('success')
    expect((await stored('never')).photos[0]?.check).toBe('risky')
    const forged = { ...event, result: { suggest: 'pass', label: 100 } }
    await cloud.callRaw('hazard', forged, 'worker-li')
    expect((await stored('never')).photos[0]?.check).toBe('risky')
  })

  test('a file that is no picture is never shown to anybody, a missing one is left to a person', async () => {
    const page = await upload('fake', 'a.jpg', Buffer.from('<script>alert(1)</script>'))
    const missing = page.replace('a.jpg', 'b.jpg')
    await report('fake', [page, missing])
    await settle(cloud)
    const { photos } = await stored('fake')
    expect(photos.map(({ check, clean }) => [check, clean])).toEqual([
      ['risky', true],
      ['pending', false],
    ])
    await cloud.clock({ advanceMs: 31 * 60_000 })
    await settle(cloud)
    expect((await stored('fake')).photos[1]).toMatchObject({ check: 'review', clean: false })
    expect((await see('fake')).photos.map(({ url }) => url)).toEqual(['', ''])
    expect((await see('fake', 'worker-wang')).photos[0]?.url).toBe('')
  })

  test('pictures of an anonymous report go to a person: there is nobody to ask WeChat about', async () => {
    const fileId = await upload('nobody', 'a.jpg', jpegWithPlace())
    await report('nobody', [fileId], { identity: 'anonymous', retrievalKey: 'k'.repeat(20) })
    await settle(cloud)
    expect((await stored('nobody')).photos[0]).toMatchObject({ clean: true, check: 'review', trace: null })
  })

  test('the reporter’s call waits for none of it', async () => {
    await cloud.fault({ target: 'openapi', name: 'security.mediaCheckAsync', mode: 'slow', ms: 5000, times: 4 })
    const fileId = await upload('fast', 'a.jpg', jpegWithPlace())
    const startedAt = Date.now()
    await report('fast', [fileId])
    expect(Date.now() - startedAt).toBeLessThan(3000)
    await cloud.clearFaults()
  })
})

describe('pictures on a bad day', () => {
  beforeEach(reopen)

  test.each([4, 9])('an instance that dies after %i trips is made good by the next', async (trips) => {
    const fileId = await upload('dying', 'a.jpg', jpegWithPlace())
    await cloud.resetMetrics()
    // One for the report (too short to be hit), one for the run it nudges, one for the timer's.
    await cloud.fault({ target: 'function', name: 'hazard', mode: 'kill', trips, times: 3 })
    await report('dying', [fileId])
    await cloud.tick('hazard')
    await cloud.clearFaults()
    const { functions } = await cloud.metrics()
    expect(functions.find(({ name }) => name === 'hazard')?.errors).toBeGreaterThan(0)
    // Twice: the run that was nudged may die a moment later, with the lease in its hands.
    for (let minute = 0; minute < 2; minute++) {
      await cloud.clock({ advanceMs: 61_000 })
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    await cloud.clock({ advanceMs: 61_000 })
    await settle(cloud)
    expect((await stored('dying')).photos[0]).toMatchObject({ clean: true })
    expect(await messagesTo('east-officer', '新的隐患')).toHaveLength(1)
    expect(await counts()).toMatchObject({ toAccept: 1, reports: 1 })
  })
})

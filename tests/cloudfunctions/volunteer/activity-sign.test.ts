import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  activityCalls,
  activityForm,
  activityId,
  activitySeed,
  codeIn,
  tryId,
  type Office,
} from '../../support/factories/activity'
import { testEnv } from '../../support/factories/quiz'
import { rawDocuments } from '../../support/raw-documents'

const now = '2028-02-26T02:00:00.000Z'
const people = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal']

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: activitySeed(people), env: testEnv, now })
})
afterAll(fresh.close)

const calls = activityCalls(() => cloud)
const { call, publish, join, codes, sign, at, set, mine, attendee, states } = calls
const refusal = (code: string) => expect.objectContaining({ code })
const saying = (words: string) => expect.objectContaining({ message: expect.stringContaining(words) as string })
const plus = (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString()
const seconds = (from: string, count: number) => new Date(Date.parse(from) + count * 1000).toISOString()

/** An activity of two hours with these people on it, and the clock at the moment given. */
const running = async (start: string, openids: readonly string[], change: Parameters<typeof activityForm>[2] = {}) => {
  const id = await publish('one', activityForm(start, now, { quota: 20, ...change }))
  for (const openid of openids) await join(id, openid)
  await at(plus(start, -20))
  return id
}
const read = (name: string, code: string, when: string, more: object = {}) => ({
  ...{ _id: tryId(name), code, at: when },
  ...more,
})

// The 29th of February, a quarter to midnight in Shanghai: it ends on the first of March.
const leap = '2028-02-29T15:45:00.000Z'

describe('a code on the screen', () => {
  test('signs in and out over midnight of a leap day; hours are rounded and never more than the length and its grace', async () => {
    const id = await running(leap, ['ann', 'ben'])
    const [shown] = await codes(id)
    const here = plus(leap, -20)
    expect(await sign('ann', read('a', codeIn(shown?.text ?? ''), here))).toMatchObject({ way: 'in', state: 'present' })
    expect(
      await sign('ben', { _id: tryId('b'), activityId: id, digits: shown?.digits, way: 'in', at: here }),
    ).toMatchObject({
      state: 'present',
    })
    await at(plus(leap, 67))
    const [out] = await codes(id, 'out')
    // Came early: counted from the start. 67 minutes are 70.
    expect(await sign('ann', read('c', codeIn(out?.text ?? ''), plus(leap, 67)))).toMatchObject({
      state: 'served',
      minutes: 70,
    })
    await at(plus(leap, 238))
    const [late] = await codes(id, 'out')
    expect(await sign('ben', read('d', codeIn(late?.text ?? ''), plus(leap, 238)))).toMatchObject({ minutes: 150 })
    const [row] = await mine('ann')
    expect(row).toMatchObject({ state: 'served', minutes: 70, special: true })
    expect([row?.inAt, row?.outAt].map((moment) => moment?.slice(0, 16))).toEqual([
      '2028-02-29T15:25',
      '2028-02-29T16:52',
    ])
    const [doc] = await rawDocuments(cloud, 'attendances', { openid: 'ann' })
    expect(doc).toMatchObject({ year: 2028, minutes: 70 })
  })

  test('an hour before New Year it belongs to the year in which it starts in Shanghai', async () => {
    const id = await publish('year', activityForm('2028-12-31T15:30:00.000Z', now))
    const next = await publish('next', activityForm('2028-12-31T16:30:00.000Z', now, { title: '跨年' }))
    await join(id, 'ann')
    await join(next, 'ben')
    const years = await rawDocuments(cloud, 'attendances', {})
    expect(Object.fromEntries(years.map(({ openid, year }) => [openid, year]))).toEqual({ ann: 2028, ben: 2029 })
  })

  test('turns every twenty seconds: taken while it stands and while the next one does, never before or after', async () => {
    const start = '2028-03-02T01:00:00.000Z'
    const id = await running(start, ['ann', 'ben', 'cat'])
    const here = plus(start, -20)
    const shown = await codes(id)
    expect(new Set(shown.map(({ text }) => text)).size).toBe(shown.length)
    const code = (index: number) => codeIn(shown[index]?.text ?? '')
    await expect(sign('ann', read('early', code(1), here))).rejects.toEqual(saying('没有认出这个码'))
    await cloud.clock({ now: seconds(here, 30) })
    expect(await sign('ann', read('ok', code(0), seconds(here, 30)))).toMatchObject({ state: 'present' })
    await cloud.clock({ now: seconds(here, 41) })
    await expect(sign('ben', read('late', code(0), seconds(here, 41)))).rejects.toEqual(saying('没有认出这个码'))
    expect(await sign('ben', read('next', code(1), seconds(here, 41)))).toMatchObject({ state: 'present' })
  })

  test('is refused outside the times of the activity, of another activity, and to who has no place', async () => {
    const start = '2028-03-02T01:00:00.000Z'
    const id = await publish('one', activityForm(start, now, { quota: 1 }))
    const other = await publish('other', activityForm(start, now, { title: '别处' }))
    await join(id, 'ann')
    await join(id, 'ben')
    await join(other, 'cat')
    await at(plus(start, -61))
    await expect(codes(id)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await at(plus(start, -10))
    const text = codeIn((await codes(id))[0]?.text ?? '')
    const here = plus(start, -10)
    await expect(sign('ben', read('b', text, here))).rejects.toEqual(saying('还在候补'))
    await expect(sign('cat', read('c', text, here))).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await expect(sign('dan', read('d', text, here))).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await at(plus(start, 10))
    const out = codeIn((await codes(id, 'out'))[0]?.text ?? '')
    await expect(sign('ann', read('o', out, plus(start, 10)))).rejects.toEqual(saying('还没有签到'))
    expect(await states(id)).toEqual({ ann: 'joined', ben: 'waiting' })
    await expect(call('activityCodes', { id, way: 'in' }, 'west-officer')).rejects.toEqual(refusal('NOT_FOUND'))
    await expect(call('activityCodes', { id, way: 'in' }, 'ann')).rejects.toEqual(refusal('FORBIDDEN'))
  })

  test('six digits are tried five times in ten minutes, however many at once; the QR code still works', async () => {
    const start = '2028-03-02T01:00:00.000Z'
    const id = await running(start, ['ann'])
    const [shown] = await codes(id)
    const here = plus(start, -20)
    const wrong = Array.from({ length: 20 }, (_, index) =>
      String((Number(shown?.digits) + 1 + index) % 1_000_000).padStart(6, '0'),
    )
    const typed = (digits: string, name: string) => ({ _id: tryId(name), activityId: id, digits, way: 'in', at: here })
    const replies = await Promise.allSettled(wrong.map((digits) => sign('ann', typed(digits, digits))))
    const codesOf = replies.map((reply) =>
      reply.status === 'rejected' ? (reply.reason as { code: string }).code : 'taken',
    )
    expect(codesOf.filter((code) => code === 'NOT_ALLOWED_NOW')).toHaveLength(5)
    expect(codesOf.filter((code) => code === 'TOO_OFTEN')).toHaveLength(15)
    await expect(sign('ann', typed(shown?.digits ?? '', 'right'))).rejects.toEqual(refusal('TOO_OFTEN'))
    expect(await sign('ann', read('scan', codeIn(shown?.text ?? ''), here))).toMatchObject({ state: 'present' })
  })
})

describe('what the organiser is told', () => {
  test('two phones for one person count once; one phone for two persons marks both; far away is told in metres', async () => {
    const start = '2028-03-02T01:00:00.000Z'
    const spot = { latitude: 38.02, longitude: 114.51 }
    const id = await running(start, ['ann', 'ben', 'cat'], { spot })
    const code = codeIn((await codes(id))[0]?.text ?? '')
    const here = plus(start, -20)
    const from = (phone: string, where?: object) => ({ device: tryId(phone), ...(where && { where }) })
    const both = await Promise.all([
      sign('ann', read('a1', code, here, from('one'))),
      sign('ann', read('a2', code, here, from('two'))),
    ])
    expect(both.map(({ state }) => state)).toEqual(['present', 'present'])
    await sign('ben', read('b', code, here, from('one')))
    await sign('cat', read('c', code, here, from('three', { latitude: 38.05, longitude: 114.51 })))
    await at(here)
    expect((await attendee(id, 'ann')).signals.sort()).toEqual(['shared-phone', 'two-phones'])
    expect((await attendee(id, 'ben')).signals).toEqual(['shared-phone'])
    expect(await attendee(id, 'cat')).toMatchObject({ signals: ['far'], metres: 3336 })
    const [stored] = await rawDocuments(cloud, 'attendances', { openid: 'cat' })
    expect(JSON.stringify(stored)).not.toMatch(/38\.05|latitude/)
    expect(JSON.stringify(stored)).not.toContain(tryId('three'))
  })

  test('read without a network, delivered later: it waits for the organiser; a lie about the time is refused', async () => {
    const start = '2028-03-02T01:00:00.000Z'
    const id = await running(start, ['ann', 'ben', 'cat'])
    const readAt = plus(start, -20)
    const code = codeIn((await codes(id))[0]?.text ?? '')
    await at(plus(start, 15))
    await expect(sign('cat', read('c', code, plus(start, 14)))).rejects.toEqual(saying('没有认出这个码'))
    await expect(sign('cat', read('c', code, plus(start, -60)))).rejects.toEqual(saying('没有认出这个码'))
    const kept = read('a', code, readAt)
    expect(await sign('ann', kept)).toMatchObject({ pending: true, state: 'joined' })
    expect(await sign('ann', kept)).toMatchObject({ pending: true, state: 'joined' })
    await sign('ben', read('b', code, readAt))
    const waiting = await attendee(id, 'ann')
    expect(waiting).toMatchObject({ state: 'joined', signals: ['late'], claims: [{ way: 'in', at: readAt }] })
    const accept = { id: waiting.id, version: waiting.version, accept: true }
    const done = await call<{ state: string }>('settleClaims', accept, 'east-officer')
    expect(done.state).toBe('present')
    expect(await call('settleClaims', accept, 'east-officer')).toEqual(done)
    expect(await attendee(id, 'ann')).toMatchObject({ inAt: readAt, manual: null, claims: [] })
    const other = await attendee(id, 'ben')
    await call('settleClaims', { id: other.id, version: other.version, accept: false }, 'east-officer')
    expect(await attendee(id, 'ben')).toMatchObject({ state: 'joined', inAt: null, claims: [] })
  })
})

describe('by hand, and the end', () => {
  const start = '2028-03-02T01:00:00.000Z'
  const end = plus(start, 120)

  test('who forgot to sign out is closed with a time and a reason; a correction keeps what stood before', async () => {
    const id = await running(start, ['ann', 'ben', 'cat'])
    const code = codeIn((await codes(id))[0]?.text ?? '')
    await sign('ann', read('a', code, plus(start, -20)))
    await at(start)
    await at(plus(end, 20))
    expect(JSON.stringify(await cloud.call('notice', 'inbox', {}, 'ann'))).toContain('您还没有签退')
    const version = async () => (await calls.office(id)).version
    const finish = async () =>
      call<{ state: string }>('finishActivity', { id, version: await version() }, 'east-officer')
    await expect(finish()).rejects.toEqual(saying('还有 1 人没有签退'))
    const left = { inAt: start, outAt: plus(start, 90), reason: '提前回厂值班' }
    expect(await set(id, 'ann', left)).toMatchObject({ state: 'served' })
    await set(id, 'ann', { ...left, outAt: plus(start, 60), reason: '核对门岗记录' })
    const seen = await attendee(id, 'ann')
    expect(seen).toMatchObject({ minutes: 60, manual: { reason: '核对门岗记录', by: '方若谷' } })
    expect(seen.history.map(({ words }) => words)).toEqual([
      expect.stringContaining('提前回厂值班'),
      expect.stringContaining('核对门岗记录'),
    ])
    expect((await mine('ann'))[0]?.manual?.reason).toBe('核对门岗记录')
    await expect(set(id, 'ben', { inAt: start, outAt: plus(end, 60), reason: '忘了' })).rejects.toMatchObject({
      fields: { outAt: expect.any(String) as string },
    })
    expect((await finish()).state).toBe('done')
    await at(plus(end, 21))
    expect(await states(id)).toEqual({ ann: 'served', ben: 'absent', cat: 'absent' })
    expect(JSON.stringify(await cloud.call('notice', 'inbox', {}, 'ben'))).toContain('记为未到场')
    const [again] = await rawDocuments(cloud, 'attendances', { openid: 'ben' })
    await at(plus(end, 22))
    expect((await rawDocuments(cloud, 'attendances', { openid: 'ben' }))[0]?.version).toBe(again?.version)
  })

  test('without the organiser the clock starts, reminds and closes; it notes who never came', async () => {
    const id = await publish('one', activityForm(start, now, { quota: 5 }))
    await join(id, 'ann')
    await at('2028-03-01T10:00:30.000Z')
    expect(JSON.stringify(await cloud.call('notice', 'inbox', {}, 'ann'))).toContain('明天09:00开始')
    await at(start)
    await expect(calls.leave(id, 'ann')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    expect((await calls.office(id)).state).toBe('running')
    await at(plus(end, 16))
    await at(plus(end, 72 * 60))
    expect((await calls.office(id)).state).toBe('done')
    expect(await states(id)).toEqual({ ann: 'absent' })
  })

  test('a no-show is explained once, answered by somebody else, and then counts no more', async () => {
    const id = await running(start, ['ann', 'ben'])
    await at(start)
    await at(plus(end, 16))
    const { version } = await calls.office(id)
    await call('finishActivity', { id, version }, 'east-officer')
    await at(plus(end, 17))
    const [row] = await mine('ann')
    expect(row).toMatchObject({ state: 'absent', mayAppeal: true })
    const words = { id: row?.id, version: row?.version, words: '孩子发烧去了医院' }
    const appealed = await call<{ version: number }>('appealAbsence', words, 'ann')
    expect(await call('appealAbsence', words, 'ann')).toEqual(appealed)
    await expect(call('appealAbsence', { ...words, version: appealed.version }, 'ann')).rejects.toEqual(
      saying('已经说明过'),
    )
    await expect(call('appealAbsence', words, 'ben')).rejects.toEqual(refusal('NOT_FOUND'))
    const answer = { id: row?.id, version: appealed.version, upheld: true, words: '情况属实' }
    await expect(call('answerAbsence', answer, 'east-officer')).rejects.toEqual(refusal('SAME_PERSON'))
    await expect(call('answerAbsence', answer, 'west-officer')).rejects.toEqual(refusal('NOT_FOUND'))
    const list = await call<{ items: { id: string; byMe: boolean }[] }>('absenceAppeals', {}, 'east-second')
    expect(list.items).toMatchObject([{ id: row?.id, byMe: false }])
    expect(await call('answerAbsence', answer, 'east-second')).toMatchObject({ state: 'excused' })
    expect((await mine('ann'))[0]).toMatchObject({ state: 'excused', mayAppeal: false, appeal: { upheld: true } })
    expect((await call<{ items: unknown[] }>('absenceAppeals', {}, 'east-second')).items).toEqual([])
    expect((await mine('ben'))[0]).toMatchObject({ state: 'absent', mayAppeal: true })
  })

  test('three no-shows: the organiser sees it when he joins; only where he asked for it are they a bar', async () => {
    const before = ['2028-02-27', '2028-02-28', '2028-02-29'].map((day) => `${day}T01:00:00.000Z`)
    for (const [index, day] of before.entries()) {
      const past = await publish(`past${index}`, activityForm(day, now))
      await join(past, 'ann')
    }
    const ids = before.map((_, index) => activityId(`past${index}`))
    const lax = await publish('lax', activityForm('2028-03-20T01:00:00.000Z', now))
    const strict = await publish('strict', activityForm('2028-03-21T01:00:00.000Z', now, { bar: 3 }))
    for (const day of before) for (const minutes of [0, 136, 120 + 72 * 60]) await at(plus(day, minutes))
    await at('2028-03-10T01:00:00.000Z')
    for (const id of ids) expect(await states(id)).toEqual({ ann: 'absent' })
    await join(lax, 'ann')
    expect(await attendee(lax, 'ann')).toMatchObject({ state: 'joined', noShows: 3 })
    await expect(join(strict, 'ann')).rejects.toEqual(saying('3 次'))
    expect(await join(strict, 'ben')).toEqual({ id: strict })
  })

  test('who came without having joined is written in with a reason, once', async () => {
    const id = await running(start, ['ann'])
    const hal = (await rawDocuments(cloud, 'applications', { openid: 'hal' }))[0]?._id
    await at(plus(start, 30))
    const input = { id, applicationId: hal, inAt: start, outAt: null, reason: '临时帮忙' }
    const added = await call<{ state: string }>('addAttendee', input, 'east-officer')
    expect(added.state).toBe('present')
    expect(await call('addAttendee', input, 'east-officer')).toEqual(added)
    await expect(call('addAttendee', { ...input, reason: '别的' }, 'east-officer')).rejects.toEqual(
      refusal('ALREADY_EXISTS'),
    )
    const people: Office['people'] = (await calls.office(id)).people
    expect(people.find(({ name }) => name === '队员hal')).toMatchObject({
      state: 'present',
      manual: { reason: '临时帮忙' },
    })
  })
})

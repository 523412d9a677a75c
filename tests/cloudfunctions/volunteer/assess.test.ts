import { deriveId } from 'types/ids'
import type { Verdict } from 'types/volunteer-certificate'
import type { OwnYear, YearRecord, YearRow } from 'types/volunteer-year'
import type { YearRound } from 'types/volunteer-year-assess'
import type { HonourRow, PublicHonour } from 'types/volunteer-year-award'
import { startCloud, type Cloud } from '../../support/cloud'
import { applicationId, cast, idOf, nodeLines, personLine } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { attendanceLine, confirmedHonourLine, honourIdOf, yearSettled } from '../../support/factories/volunteer-year'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const openids = ['best', 'good', 'fair', 'idle', 'east-officer']
const people = openids.map((openid, index) => ({ openid, name: `江${index}安`, order: String(301 + index) }))
const crowd = Array.from({ length: 40 }, (_, index) => `crowd${index}`)
const days = ['2026-02-03', '2026-03-04', '2026-04-05', '2026-05-06', '2026-06-07']
const goes = (openid: string, times: number, minutes: number) =>
  days
    .slice(0, times)
    .map((day) => attendanceLine({ openid, name: `${day} ${openid}`, startsAt: `${day}T01:00:00.000Z`, minutes }))

let cloud: Cloud
beforeAll(async () => {
  const offices = [
    personLine('east-two', '苏幕遮', { role: 'officer', at: 'east' }),
    personLine('root-two', '卜算子', { role: 'officer', at: 'root' }),
    personLine('east-reg-two', '柳如烟', { role: 'regulator', at: 'eastRegulator' }),
  ]
  const attended = [...goes('best', 5, 240), ...goes('good', 5, 240), ...goes('fair', 2, 60)]
  const honours = crowd.map((openid) => confirmedHonourLine(openid, 2025))
  const lines = [...nodeLines(), ...cast(), ...offices, ...people.map(enrolledLine), ...attended, ...honours]
  cloud = await startCloud({ seed: seedFile(lines), env: enrolledEnv })
  await cloud.clock({ now: '2026-11-30T15:00:00.000Z' })
  await yearSettled(cloud)
})
afterAll(() => cloud.stop())

type Done = { id: string; state: string; version: number }
type Row = { id: string; ok: boolean; message: string | null }
const ask = <T = Done>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('volunteer', action, input, openid)
const refusal = (code: string) => expect.objectContaining({ code })
const roundId = deriveId('round', 'east')
const open = (name = 'east', openid = 'east-officer') =>
  ask('openRound', { _id: deriveId('round', name), nodeId: idOf('east'), year: 2026 }, openid)
const rows = async () =>
  (await ask<{ items: YearRow[] }>('yearList', { nodeId: idOf('east'), year: 2026, size: 50 })).items
const rowOf = async (openid: string) => {
  const row = (await rows()).find((one) => one.applicationId === applicationId(openid))
  if (!row) throw new Error(openid)
  return row
}
const confirm = async (openid: string, result: string, reason?: string, as = 'east-officer') => {
  const { id, version } = await rowOf(openid)
  const items = [{ id, version, result, reason }]
  return (await ask<{ items: Row[] }>('confirmYears', { nodeId: idOf('east'), items }, as)).items[0]
}
const agree = async (openid: string, as = 'east-regulator', decision = 'agree', reason?: string) => {
  const { id, version } = await rowOf(openid)
  const input = { nodeId: idOf('eastRegulator'), decision, reason, items: [{ id, version }] }
  return (await ask<{ items: Row[] }>('agreeYears', input, as)).items[0]
}
const mine = async (openid: string) => (await ask<{ mine: OwnYear }>('myYear', { year: 2026 }, openid)).mine
const round = () => ask<YearRound>('yearRound', { id: roundId })

describe('a year is assessed by both authorities', () => {
  test('not before December, once a union, with everybody in it and what the rule proposes', async () => {
    await expect(open()).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await cloud.clock({ now: '2026-12-01T02:00:00.000Z' })
    const first = await open()
    expect(await open()).toEqual(first)
    await expect(open('again', 'east-two')).rejects.toEqual(refusal('ALREADY_EXISTS'))
    await expect(open('other', 'west-officer')).rejects.toEqual(refusal('NOT_FOUND'))
    await yearSettled(cloud)
    const proposed = new Map((await rows()).map((row) => [row.applicationId, row.proposal]))
    const of = (openid: string) => proposed.get(applicationId(openid))
    expect(openids.map(of)).toEqual(['excellent', 'excellent', 'qualified', 'unqualified', 'unqualified'])
    expect(await round()).toMatchObject({ people: 5, quota: 1, gathering: false, waiting: { proposed: 5 } })
  })

  test('a word of the other authority stands beside the numbers; nobody sees a result before both agreed', async () => {
    const { id, version } = await rowOf('best')
    await ask('commentYear', { id, version, words: '带队排查，很认真' }, 'east-regulator')
    const record = await ask<YearRecord>('yearRecord', { id })
    expect(record.comments).toEqual([expect.objectContaining({ words: '带队排查，很认真', unit: '东澜区应急管理局' })])
    expect(record.items).toHaveLength(5)
    expect((await mine('best')).result).toBeNull()
  })

  test('excellent needs a reason and a place of the quota; other than proposed needs a reason; not one’s own', async () => {
    expect(await confirm('best', 'excellent')).toMatchObject({ ok: false, message: '评为“优秀”要写理由。' })
    expect(await confirm('good', 'qualified')).toMatchObject({ ok: false, message: '和系统建议不同，要写理由。' })
    expect(await confirm('east-officer', 'unqualified')).toMatchObject({ ok: false })
    expect(await confirm('best', 'excellent', '全年五次，带出两名新人')).toMatchObject({ ok: true })
    expect(await confirm('good', 'excellent', '同样优秀')).toMatchObject({
      ...{ ok: false, message: '“优秀”名额一共 1 个，已经用完。' },
    })
    expect(await confirm('good', 'qualified', '名额已满')).toMatchObject({ ok: true })
    expect(await confirm('fair', 'qualified')).toMatchObject({ ok: true })
    expect(await confirm('idle', 'unqualified')).toMatchObject({ ok: true })
    expect(await confirm('east-officer', 'unqualified', '', 'east-two')).toMatchObject({ ok: true })
  })

  test('a retry of the same words is the same answer; other words are refused', async () => {
    const { id, version } = await rowOf('best')
    const send = (reason: string) =>
      ask<{ items: Row[] }>('confirmYears', {
        ...{ nodeId: idOf('east'), items: [{ id, version: version - 1, result: 'excellent', reason }] },
      })
    expect((await send('全年五次，带出两名新人')).items[0]).toMatchObject({ ok: true })
    expect((await send('换一句')).items[0]).toMatchObject({ ok: false })
  })

  test('the regulator hands back with a reason, or agrees; then the volunteer is told', async () => {
    expect(await agree('fair', 'east-regulator', 'return', '请核对三月那次')).toMatchObject({ ok: true })
    expect(await rowOf('fair')).toMatchObject({ state: 'proposed', result: null })
    expect(await confirm('fair', 'qualified')).toMatchObject({ ok: true })
    for (const openid of ['best', 'good', 'fair', 'idle']) expect(await agree(openid)).toMatchObject({ ok: true })
    await expect(agree('east-officer', 'east-officer')).rejects.toEqual(refusal('FORBIDDEN'))
    expect(await agree('east-officer', 'east-reg-two')).toMatchObject({ ok: true })
    expect(await mine('idle')).toMatchObject({ result: 'unqualified', evidence: { times: 0 }, acts: ['object'] })
    await yearSettled(cloud)
    await cloud.tick('notice')
    const told = await rawDocuments(cloud, 'messages', { openid: 'best', template: 'review-result' })
    const results = told.map(({ fields }) => (fields as { key: string; value: string }[])[1]?.value)
    expect(results).toEqual(['优秀'])
  })

  test('an objection in its days, once, answered by another person; a changed result goes to the regulator again', async () => {
    const { id, version } = await mine('idle')
    const object = (words: string, as = 'idle') => ask('objectYear', { id, version, words }, as)
    await expect(object('不是我的', 'best')).rejects.toEqual(refusal('NOT_FOUND'))
    await object('五月那次没有记上')
    const now = await rowOf('idle')
    const answer = (result: string, as: string) =>
      ask('answerYear', { id, version: now.version, words: '已核对，补记', result }, as)
    await expect(answer('qualified', 'east-officer')).rejects.toEqual(refusal('SAME_PERSON'))
    expect(await answer('qualified', 'east-two')).toMatchObject({ state: 'confirmed' })
    expect(await agree('idle')).toMatchObject({ ok: true })
    expect(await mine('idle')).toMatchObject({
      result: 'qualified',
      acts: [],
      objection: { words: '五月那次没有记上' },
    })
  })

  test('sealed once the days are over: one hash over the list, nothing moves afterwards', async () => {
    const seal = async () => ask('sealRound', { id: roundId, version: (await round()).version })
    await expect(seal()).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await cloud.clock({ now: '2026-12-07T02:00:00.000Z' })
    await seal()
    await yearSettled(cloud)
    const sealed = await round()
    expect(sealed).toMatchObject({ state: 'sealed', listHash: expect.stringMatching(/^[0-9a-f]{64}$/), acts: [] })
    expect((await rows()).map(({ state }) => state)).toEqual(Array(5).fill('sealed'))
    expect(await confirm('fair', 'unqualified', '反悔')).toMatchObject({ ok: false })
    const { id, version } = await mine('fair')
    await expect(ask('objectYear', { id, version, words: '晚了' }, 'fair')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  })
})

type Issued = { items: { id: string; number: string | null; message: string | null }[] }
const issue = (name: string, of: string, ids: string[], openid = 'east-officer') =>
  ask<Issued>('issueCertificates', { _id: deriveId('issue', name), nodeId: idOf('east'), of, ids }, openid)
const certificatesOf = async () => rawDocuments(cloud, 'volunteer_certificates')
const check = (id: string) => ask<Verdict>('verify', { id }, 'anybody')

describe('certificates', () => {
  test('who is not qualified gets none, the others one each, however often it is asked', async () => {
    const ids = await Promise.all(['best', 'fair', 'east-officer'].map(async (openid) => (await rowOf(openid)).id))
    const first = await issue('first', 'year', ids)
    expect(first.items.map(({ number }) => number)).toEqual(['安志〔2026〕0001号', '安志〔2026〕0002号', null])
    expect(await issue('first', 'year', ids)).toEqual(first)
    const again = await issue('second', 'year', ids.slice(0, 1), 'root-officer')
    expect(again.items[0]).toMatchObject({ number: null, message: '已经颁发过了，证书编号安志〔2026〕0001号。' })
    expect(await certificatesOf()).toHaveLength(2)
  })

  test('anybody may check one by its id: surname alone; a number or a made-up id leads nowhere', async () => {
    const [one] = await certificatesOf()
    const id = one?._id ?? ''
    const verdict = await check(id)
    expect(verdict).toMatchObject({ what: 'certificate', state: 'valid', name: '江*', issuer: '东澜区总工会' })
    expect(JSON.stringify(verdict)).not.toMatch(/江\d/)
  })

  test('re-issued under the next number, the old one says so; revoked with a reason', async () => {
    const { items } = await ask<{ items: { id: string; version: number; number: string; name: string }[] }>(
      'certificates',
      { nodeId: idOf('east') },
    )
    const old = items.find(({ number }) => number.includes('0002'))
    const input = { id: old?.id, version: old?.version, reason: '姓名打印不清', _id: deriveId('anew', '1') }
    const made = await ask('reissueCertificate', input)
    expect(await ask('reissueCertificate', input)).toEqual(made)
    expect(await check(old?.id ?? '')).toMatchObject({ state: 'replaced' })
    expect(await check(made.id)).toMatchObject({ state: 'valid', number: '安志〔2026〕0003号' })
    await ask('revokeCertificate', { id: made.id, version: made.version, reason: '材料不实' })
    await expect(ask('revokeCertificate', { id: made.id, version: 0, reason: '另一个' })).rejects.toEqual(
      refusal('NOT_ALLOWED_NOW'),
    )
    expect(await check(made.id)).toMatchObject({ state: 'revoked' })
  })

  test('a certificate is its owner’s and his officers’', async () => {
    const own = await ask<{ items: { id: string }[] }>('myCertificates', {}, 'best')
    const view = await ask<{ code: string; body: string }>('myCertificate', { id: own.items[0]?.id }, 'best')
    expect(view.body).toContain('优秀志愿者')
    expect((await cloud.request(view.code)).body.subarray(1, 4).toString()).toBe('PNG')
    for (const [action, openid, code] of [
      ['myCertificate', 'good', 'NOT_FOUND'],
      ['certificate', 'west-officer', 'NOT_FOUND'],
      ['certificate', 'best', 'FORBIDDEN'],
    ] as const)
      await expect(ask(action, { id: own.items[0]?.id }, openid)).rejects.toEqual(refusal(code))
  })

  test('the code at the gate says whether somebody is a volunteer now, and no more', async () => {
    const { badge } = await ask<{ badge: { id: string; number: string } }>('myBadge', {}, 'good')
    expect(badge.number).toMatch(/^AZ \d{6}$/)
    expect(await check(badge.id)).toMatchObject({ what: 'badge', valid: true, name: '江*', union: '东澜区总工会' })
    expect(await check(applicationId('good'))).toMatchObject({ what: 'unknown' })
    const numbers = (await rawDocuments(cloud, 'volunteer_badges')).map(({ number }) => number)
    expect(numbers.sort()).toEqual(openids.map((_openid, index) => `AZ ${String(index + 1).padStart(6, '0')}`))
  })

  test('an erased person: the number stays, the name is gone, the badge is void', async () => {
    const [{ id } = { id: '' }] = (await ask<{ items: { id: string }[] }>('myCertificates', {}, 'best')).items
    const { badge } = await ask<{ badge: { id: string } }>('myBadge', {}, 'best')
    await cloud.call('org', 'eraseMe', { confirm: '注销' }, 'best')
    for (let round = 0; round < 4; round++) await cloud.tick('org')
    await yearSettled(cloud)
    expect(await check(id)).toMatchObject({ state: 'valid', name: '已注销', number: '安志〔2026〕0001号' })
    expect(await check(badge.id)).toMatchObject({ valid: false, name: '已注销' })
  })
})

describe('honours', () => {
  const id = deriveId('honour', 'good')
  const recommend = (subject: string, reason = '全年带队', openid = 'east-two', _id = id) =>
    ask(
      'recommendHonour',
      { _id, nodeId: idOf('east'), kind: 'person', subjectId: applicationId(subject), year: 2026, reason },
      openid,
    )
  const honour = async (openid = 'root-officer') => {
    const [row] = (await ask<{ items: HonourRow[] }>('honours', { nodeId: idOf('east'), year: 2026 }, openid)).items
    if (!row) throw new Error('no honour')
    return row
  }
  const at = async () => ({ id, version: (await honour()).version })
  const shown = async () => (await ask<{ items: PublicHonour[] }>('publicHonours', {}, 'anybody')).items

  test('recommended upward: the union itself does not decide, nobody recommends himself or twice', async () => {
    const own = deriveId('honour', 'own')
    await expect(recommend('east-officer', '自己', 'east-officer', own)).rejects.toEqual(refusal('SAME_PERSON'))
    const made = await recommend('good')
    expect(await recommend('good')).toEqual(made)
    await expect(recommend('good', '又一次', 'east-officer', deriveId('honour', 'x'))).rejects.toEqual(
      refusal('ALREADY_EXISTS'),
    )
    await expect(ask('announceHonour', { ...(await at()), days: 5 }, 'east-officer')).rejects.toEqual(
      refusal('NOT_FOUND'),
    )
    expect((await honour('east-officer')).acts).toEqual(['withdraw'])
    expect(await shown()).toEqual([])
  })

  test('shown to everybody by surname; objections are answered before it is confirmed', async () => {
    await ask('announceHonour', { ...(await at()), days: 5 }, 'root-officer')
    expect(await shown()).toEqual([expect.objectContaining({ name: '江*', reason: '全年带队', open: true })])
    const objection = { _id: deriveId('objection', '1'), id, words: '他三月没有来' }
    await Promise.all([
      ask('objectHonour', objection, 'anybody'),
      ask('objectHonour', { ...objection, _id: deriveId('objection', '2'), words: '核对一下' }, 'somebody'),
    ])
    await ask('objectHonour', objection, 'anybody')
    expect((await honour()).objections).toHaveLength(2)
    await cloud.clock({ now: '2026-12-13T02:00:00.000Z' })
    await expect(ask('confirmHonour', await at(), 'root-officer')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    for (const { id: objectionId } of (await honour()).objections)
      await ask('answerHonour', { ...(await at()), objectionId, words: '已核对签到，来了' }, 'root-officer')
    await ask('confirmHonour', await at(), 'root-officer')
    const given = await issue('honours', 'award', [id], 'root-officer')
    expect(given.items[0]).toMatchObject({ message: null })
  })
})

test('forty certificates asked for at once: numbers in order, none twice, none left out', async () => {
  const ids = crowd.map(honourIdOf)
  const given = await Promise.all(
    Array.from({ length: 8 }, (_, index) => issue(`crowd ${index}`, 'award', ids.slice(index * 5, index * 5 + 5))),
  )
  expect(given.flatMap(({ items }) => items).every(({ number }) => number !== null)).toBe(true)
  const stored = await rawDocuments(cloud, 'volunteer_certificates', { year: 2025 })
  const counts = stored.map(({ numberKey }) => Number(String(numberKey).split('.')[2]))
  expect(counts.sort((left, right) => left - right)).toEqual(ids.map((_id, index) => index + 1))
})

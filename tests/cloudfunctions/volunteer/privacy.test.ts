import { idCardCheckCharacter, maskIdCard } from 'types/id-card'
import type { ApplicationView } from 'types/volunteer-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, cast, consent, form, idCard, idOf, nodeLines } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof ApplicationView>
const now = '2026-06-10T02:00:00.000Z'
const id = applicationId('a')
const day = 86_400_000

let clouds: Cloud[] = []
const open = async (lines: unknown[] = [...nodeLines(), ...cast()]) => {
  const cloud = await startCloud({ seed: seedFile(lines), env: testEnv })
  clouds.push(cloud)
  await cloud.clock({ now })
  return cloud
}
afterEach(async () => {
  await Promise.all(clouds.map((cloud) => cloud.stop()))
  clouds = []
})

const apply = (cloud: Cloud, number = idCard(), _id = id) =>
  cloud.call<View>('volunteer', 'apply', { _id, form: form({ idCard: number }), consent: consent() }, 'worker')
const read = (cloud: Cloud, openid: string, reason = '办理志愿者实名登记') =>
  cloud.call<{ idCard: string; version: number }>('volunteer', 'readIdCard', { id, reason }, openid)
const review = (cloud: Cloud, openid: string, action: string, version: number, decision = 'approve') =>
  cloud.call('volunteer', action, { id, version, decision, opinion: '同意。' }, openid)

describe('a look at the full ID number', () => {
  test('needs a reason and a right to it, leaves a trace the applicant sees, and the review goes on after it', async () => {
    const cloud = await open()
    await apply(cloud)
    for (const [openid, code] of [
      ['west-officer', 'NOT_FOUND'],
      ['east-regulator', 'NOT_FOUND'],
      ['worker', 'FORBIDDEN'],
    ] as const)
      await expect(read(cloud, openid)).rejects.toMatchObject({ code })
    await expect(read(cloud, 'east-officer', ' ')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const { idCard: number, version } = await read(cloud, 'east-officer')
    expect(number).toBe(idCard())
    await review(cloud, 'east-officer', 'unionReview', version)
    await drained(cloud, 'volunteer')
    const trail = await rawDocuments(cloud, 'events', { subjectId: id })
    expect(trail.map(({ act }) => act)).toEqual(['create', 'read-id-card', 'union-approve'])
    expect(trail[1]).toMatchObject({ name: '方若谷', verb: '查看完整身份证号', data: { reason: '办理志愿者实名登记' } })
    const { application } = await cloud.call<{ application: View }>('volunteer', 'mine', {}, 'worker')
    expect(application.timeline.map(({ title }) => title)).toContain('查看完整身份证号')
    const everything = JSON.stringify(trail) + cloud.printed()
    for (const secret of [idCard(), '13900000001', '白云生']) expect(everything).not.toContain(secret)
  })
})

describe('nothing is kept longer than said', () => {
  test('withdrawn: the day before it is there, the day after it is gone, the audit trail stays', async () => {
    const cloud = await open()
    await apply(cloud)
    await cloud.call('volunteer', 'withdraw', { id, version: 0 }, 'worker')
    await cloud.clock({ advanceMs: 30 * day })
    await cloud.tick('volunteer')
    expect((await rawDocuments(cloud, 'applications'))[0]?.personal).not.toBeNull()
    await cloud.clock({ advanceMs: day })
    await cloud.tick('volunteer')
    const [doc] = await rawDocuments(cloud, 'applications')
    expect(doc).toMatchObject({ personal: null, eraseAt: null, state: 'withdrawn' })
    expect(JSON.stringify(doc)).not.toMatch(/白云生|泽能机械厂|990001|990\*/)
    expect(await cloud.call('volunteer', 'mine', {}, 'worker')).toEqual({ application: null })
    await expect(read(cloud, 'east-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await drained(cloud, 'volunteer')
    expect((await rawDocuments(cloud, 'events', { subjectId: id })).map(({ act }) => act)).toEqual([
      'create',
      'withdraw',
      'expire',
    ])
  })

  test('enrolled: it stays', async () => {
    const cloud = await open()
    await apply(cloud)
    await review(cloud, 'east-officer', 'unionReview', 0)
    await review(cloud, 'east-regulator', 'regulatorReview', 1)
    await cloud.clock({ advanceMs: 400 * day })
    await cloud.tick('volunteer')
    const { items } = await cloud.call<{ items: unknown[] }>('volunteer', 'roster', {}, 'east-officer')
    expect(items).toHaveLength(1)
  })

  test('a person who erases himself leaves the roster, the numbers and the records', async () => {
    const cloud = await open()
    await apply(cloud)
    await review(cloud, 'east-officer', 'unionReview', 0)
    await review(cloud, 'east-regulator', 'regulatorReview', 1)
    await drained(cloud, 'volunteer')
    await cloud.call('org', 'eraseMe', { confirm: '注销' }, 'worker')
    await drained(cloud, 'org', 'volunteer')
    const [doc] = await rawDocuments(cloud, 'applications')
    expect(doc).toMatchObject({ personal: null, openid: null, state: 'withdrawn' })
    expect(JSON.stringify(doc)).not.toMatch(/白云生|泽能机械厂|worker/)
    const { items } = await cloud.call<{ items: unknown[] }>('volunteer', 'roster', {}, 'east-officer')
    expect(items).toEqual([])
    const [counter] = await rawDocuments(cloud, 'counters', { _id: `volunteer.node.${idOf('east')}` })
    expect(counter?.values).toEqual({ union: 0, regulator: 0, enrolled: 0, desk: 0 })
    expect(await apply(cloud, idCard(), applicationId('anew'))).toMatchObject({ state: 'submitted' })
  })
})

/** Two numbers of one birth date, sex and mask: they differ in the area alone. */
const twins = (): [string, string] => {
  const [first] = [idCard('19850309', '001', '990001')]
  for (let area = 2; area < 1000; area++) {
    const digits = `990${String(area).padStart(3, '0')}19850309001`
    const number = digits + idCardCheckCharacter(digits)
    if (maskIdCard(number) === maskIdCard(first ?? '')) return [first ?? '', number]
  }
  throw new Error('no twin')
}

describe('non-interference', () => {
  test('two worlds that differ in an ID number alone answer everyone without a right to it alike, byte for byte', async () => {
    const [left, right] = twins()
    expect(left).not.toBe(right)
    const worlds: string[][] = []
    for (const number of [left, right]) {
      const cloud = await open()
      await apply(cloud, number)
      await review(cloud, 'east-officer', 'unionReview', 0)
      await drained(cloud, 'volunteer')
      const ask = async (openid: string, action: string, input: unknown) =>
        JSON.stringify((await cloud.callRaw('volunteer', { action, input }, openid)).body)
      const replies: string[] = []
      for (const openid of [
        'worker',
        'root-officer',
        'east-officer',
        'west-officer',
        'east-regulator',
        'city-regulator',
      ]) {
        replies.push(await ask(openid, 'mine', {}), await ask(openid, 'detail', { id }))
        replies.push(await ask(openid, 'queue', {}), await ask(openid, 'roster', {}))
        if (openid === 'worker' || openid === 'west-officer')
          replies.push(await ask(openid, 'readIdCard', { id, reason: '看看' }))
        const again = {
          _id: applicationId(`again-${openid}`),
          form: form({ idCard: left, name: '白云生' }),
          consent: consent(),
        }
        if (openid === 'worker') replies.push(await ask(openid, 'apply', again))
      }
      replies.push(cloud.printed().replace(/"ms":\d+/g, ''))
      // When it happened differs between two runs; what happened must not.
      worlds.push(
        replies.map((reply) => reply.replace(/2026-06-10T[\d:.]+Z/g, 'T').replace(/"requestId":"[^"]+"/g, '')),
      )
    }
    expect(worlds[0]).toHaveLength(28)
    const answers = (world: string[] | undefined) => world?.slice(0, -1)
    expect(answers(worlds[0])).toEqual(answers(worlds[1]))
    for (const world of worlds) for (const number of [left, right]) expect(world.join('')).not.toContain(number)
  })
})

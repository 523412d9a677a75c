import type * as z from 'types/zod'
import type { RosterRow } from 'types/volunteer-roster'
import type { ApplicationRow, ApplicationView } from 'types/volunteer-views'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import {
  applicationId,
  cast,
  consent,
  form,
  idCard,
  idOf,
  nodeLines,
  personLine,
} from '../../support/factories/volunteer'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof ApplicationView>
type Rows<T> = { items: T[]; more: boolean }
type Done = { id: string; state: string; version: number }

const now = '2026-06-10T02:00:00.000Z'
const others = ['ann', 'ben'].map((openid) => personLine(openid, openid))

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile([...nodeLines(), ...cast(), ...others]), env: testEnv, now })
})
afterAll(fresh.close)

const id = applicationId('a')
const apply = (openid = 'worker', change: Parameters<typeof form>[0] = {}, name = 'a') =>
  cloud.call<View>('volunteer', 'apply', { _id: applicationId(name), form: form(change), consent: consent() }, openid)
const review = (
  openid: string,
  action: 'unionReview' | 'regulatorReview',
  version: number,
  decision = 'approve',
  opinion = '符合条件，同意。',
) => cloud.call<Done>('volunteer', action, { id, version, decision, opinion }, openid)
const detail = (openid: string) => cloud.call<View>('volunteer', 'detail', { id }, openid)
const queue = (openid: string, nodeId: string, state?: string) =>
  cloud.call<Rows<z.output<typeof ApplicationRow>>>('volunteer', 'queue', { nodeId, state }, openid)
const mine = async (openid = 'worker') =>
  (await cloud.call<{ application: View | null }>('volunteer', 'mine', {}, openid)).application
const counters = async (key: string): Promise<Record<string, number>> => {
  const query = { _id: `volunteer.${key}` }
  const reply = (await cloud.admin({
    action: 'database.getDocument',
    ...{ collectionName: 'counters', query: JSON.stringify(query), queryType: 'WHERE', limit: 1 },
  })) as { data: { list: string[] } }
  const [text] = reply.data.list
  return text ? (JSON.parse(text) as { values: Record<string, number> }).values : {}
}
const refusal = (code: string) => expect.objectContaining({ code })

describe('two reviews in order', () => {
  test('apply, union, regulator, roster: each side sees its own part and the applicant sees every step', async () => {
    const applied = await apply()
    expect(applied).toMatchObject({
      ...{ state: 'submitted', sex: 'male', birthDate: '1985-03-09', priority: 1, acts: ['withdraw'] },
      ...{ idCard: `990${'*'.repeat(11)}${idCard().slice(14)}`, phone: '139****0001', health: 'good' },
    })
    expect((await queue('east-officer', idOf('east'), 'submitted')).items).toHaveLength(1)
    expect((await queue('east-regulator', idOf('eastRegulator'))).items).toHaveLength(0)
    await expect(detail('east-regulator')).rejects.toEqual(refusal('NOT_FOUND'))

    const first = await review('east-officer', 'unionReview', applied.version)
    expect(first).toEqual({ id, state: 'union-approved', version: 1 })
    const seen = await detail('east-regulator')
    expect(seen.acts).toEqual(['regulator-approve', 'regulator-return', 'regulator-reject'])
    expect(seen.unionOpinion).toMatchObject({ by: '方若谷', unit: '东澜区总工会', approved: true })
    await review('east-regulator', 'regulatorReview', first.version)

    const own = await mine()
    expect(own).toMatchObject({ state: 'enrolled', acts: ['quit'] })
    expect(own?.timeline.map(({ title }) => title)).toEqual(['提交申请', '工会审核通过', '专业审核通过'])
    expect(own?.regulatorOpinion?.by).toBe('东澜区应急管理局')
    for (const [openid, node] of [
      ['root-officer', 'root'],
      ['east-regulator', 'eastRegulator'],
    ] as const) {
      const { items } = await cloud.call<Rows<z.output<typeof RosterRow>>>(
        'volunteer',
        'roster',
        { nodeId: idOf(node) },
        openid,
      )
      expect(items).toEqual([
        expect.objectContaining({ no: 1, name: '白云生', idCard: applied.idCard, phone: '139****0001' }),
      ])
    }
  })

  test('the roster holds nobody the regulator has not confirmed', async () => {
    await apply()
    await review('east-officer', 'unionReview', 0)
    const { items } = await cloud.call<Rows<unknown>>('volunteer', 'roster', { nodeId: idOf('east') }, 'east-officer')
    expect(items).toEqual([])
  })

  test('without a regulator of its own level the next one above takes over', async () => {
    await apply('worker', { nodeId: idOf('west') })
    await review('west-officer', 'unionReview', 0)
    expect((await queue('city-regulator', idOf('cityRegulator'))).items).toHaveLength(1)
    await expect(detail('east-regulator')).rejects.toEqual(refusal('NOT_FOUND'))
    await review('city-regulator', 'regulatorReview', 1)
    expect((await mine())?.state).toBe('enrolled')
  })

  test('an opinion is required and another subtree does not learn that the application exists', async () => {
    await apply()
    await expect(review('east-officer', 'unionReview', 0, 'approve', ' ')).rejects.toEqual(refusal('INVALID_INPUT'))
    await expect(review('west-officer', 'unionReview', 0)).rejects.toEqual(refusal('NOT_FOUND'))
    await expect(review('worker', 'unionReview', 0)).rejects.toEqual(refusal('FORBIDDEN'))
    await expect(review('east-regulator', 'unionReview', 0)).rejects.toEqual(refusal('FORBIDDEN'))
    await expect(queue('west-officer', idOf('east'))).rejects.toEqual(refusal('NOT_FOUND'))
  })

  test('one person never reviews for both authorities, in any round, nor himself', async () => {
    await apply()
    await review('both-hats', 'unionReview', 0)
    expect((await detail('both-hats')).acts).toEqual([])
    await expect(review('both-hats', 'regulatorReview', 1)).rejects.toEqual(refusal('SAME_PERSON'))
    await review('east-regulator', 'regulatorReview', 1, 'return', '请补充证书编号。')
    await apply('both-hats', { name: '江一帆', idCard: idCard('19900101'), signature: '江一帆' }, 'b')
    const own = { id: applicationId('b'), version: 0, decision: 'approve', opinion: '同意' }
    await expect(cloud.call('volunteer', 'unionReview', own, 'both-hats')).rejects.toEqual(refusal('SAME_PERSON'))
  })

  test('a regulator cannot be first and a second decision comes too late', async () => {
    await apply()
    await expect(review('east-regulator', 'regulatorReview', 0)).rejects.toEqual(refusal('NOT_FOUND'))
    await review('east-officer', 'unionReview', 0, 'reject', '不是本区会员。')
    await expect(review('root-officer', 'unionReview', 1)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  })

  test('two officers at once: one decides, the other is told; a lost reply is answered again', async () => {
    await apply()
    const settled = await Promise.allSettled([
      review('east-officer', 'unionReview', 0, 'approve', '同意'),
      review('root-officer', 'unionReview', 0, 'return', '请补充'),
    ])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const winner = settled[0]?.status === 'fulfilled' ? 'east-officer' : 'root-officer'
    const [decision, words] = winner === 'east-officer' ? ['approve', '同意'] : ['return', '请补充']
    const again = await review(winner, 'unionReview', 0, decision, words)
    expect(again.version).toBe(1)
    await expect(review(winner, 'unionReview', 0, decision, '另一种意见')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    expect(
      (await detail('root-officer')).timeline.filter(({ tone }) => tone !== 'next' && tone !== 'now'),
    ).toHaveLength(2)
  })
})

describe('returned, resubmitted, withdrawn', () => {
  const again = (version: number, change: Parameters<typeof form>[0] = {}) => {
    const rest = { ...form({ experience: '证书编号 A-17。', ...change }), idCard: undefined, phone: undefined }
    return cloud.call<View>('volunteer', 'resubmit', { id, version, form: rest, consent: consent() }, 'worker')
  }

  test('returned by the regulator it goes back to the regulator, numbers untouched stay', async () => {
    await apply()
    await review('east-officer', 'unionReview', 0)
    await review('east-regulator', 'regulatorReview', 1, 'return', '请补充证书编号。')
    expect((await mine())?.acts).toEqual(['resubmit', 'withdraw'])
    expect(await again(2)).toMatchObject({
      ...{ state: 'union-approved', version: 3, phone: '139****0001', experience: '证书编号 A-17。' },
    })
    expect(await again(2)).toMatchObject({ state: 'union-approved', version: 3 })
    await expect(review('east-officer', 'unionReview', 3)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await review('east-regulator', 'regulatorReview', 3)
    expect((await mine())?.state).toBe('enrolled')
  })

  test('where the union judged by another place of work it begins anew, and the regulator sees nothing of it', async () => {
    await apply()
    await review('east-officer', 'unionReview', 0)
    await review('east-regulator', 'regulatorReview', 1, 'return', '请核对单位。')
    expect(await again(2, { unit: '另一家机械厂' })).toMatchObject({ state: 'submitted', version: 3 })
    await expect(detail('east-regulator')).rejects.toEqual(refusal('NOT_FOUND'))
    await expect(cloud.call('volunteer', 'readIdCard', { id, reason: '核对' }, 'east-regulator')).rejects.toEqual(
      refusal('NOT_FOUND'),
    )
    await review('east-officer', 'unionReview', 3)
    expect(await detail('east-regulator')).toMatchObject({ state: 'union-approved', unit: '另一家机械厂' })
  })

  test('a corrected number that somebody else applied with is refused', async () => {
    await apply()
    await apply('ann', { name: '安宁', signature: '安宁', idCard: idCard('19900101') }, 'b')
    await review('east-officer', 'unionReview', 0, 'return', '身份证号请核对。')
    const input = { id, version: 1, form: form({ idCard: idCard('19900101') }), consent: consent() }
    await expect(cloud.call('volunteer', 'resubmit', input, 'worker')).rejects.toEqual(refusal('ALREADY_EXISTS'))
    expect((await mine())?.state).toBe('returned')
  })

  test('withdrawn, the same person and number may apply anew', async () => {
    await apply()
    await cloud.call('volunteer', 'withdraw', { id, version: 0 }, 'worker')
    expect(await cloud.call('volunteer', 'withdraw', { id, version: 0 }, 'worker')).toMatchObject({ version: 1 })
    const again = await apply('worker', {}, 'second')
    expect(again.state).toBe('submitted')
    expect((await mine())?.id).toBe(applicationId('second'))
  })
})

describe('what is carried on', () => {
  test('numbers of every node follow each step, once, and the applicant and org are told', async () => {
    await cloud.consent('worker', 'local-review-result', 'accept', 3)
    await apply()
    await drained(cloud, 'volunteer')
    expect(await counters(`node.${idOf('root')}`)).toEqual({ union: 1 })
    await review('east-officer', 'unionReview', 0)
    await drained(cloud, 'volunteer')
    expect(await counters(`node.${idOf('east')}`)).toEqual({ union: 0, desk: 0, regulator: 1 })
    expect(await counters(`node.${idOf('eastRegulator')}`)).toEqual({ regulator: 1, desk: 1 })
    await review('east-regulator', 'regulatorReview', 1)
    await drained(cloud, 'volunteer')
    expect(await counters(`node.${idOf('cityRegulator')}`)).toEqual({ regulator: 0, enrolled: 1 })
    const person = (await cloud.admin({
      action: 'database.getDocument',
      ...{ collectionName: 'people', query: '{"_id":"worker"}', queryType: 'DOC', limit: 1 },
    })) as { data: { list: string[] } }
    expect(JSON.parse(person.data.list[0] ?? '{}')).toMatchObject({ volunteerUnder: [idOf('root'), idOf('east')] })
  })

  test('a crash of the drainer between its steps loses and doubles nothing', async () => {
    await apply()
    await cloud.fault({ target: 'function', name: 'volunteer', mode: 'kill', times: 1, trips: 4 })
    await cloud.tick('volunteer').catch(() => undefined)
    await cloud.clock({ advanceMs: 60_000 })
    await cloud.tick('volunteer')
    await cloud.clock({ advanceMs: 60_000 })
    await cloud.tick('volunteer')
    expect(await counters(`node.${idOf('east')}`)).toEqual({ union: 1, desk: 1 })
  })
})

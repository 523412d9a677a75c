import type * as z from 'types/zod'
import type { ApplicationRow, ApplicationView } from 'types/volunteer-views'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import type { place } from '../../support/factories/volunteer'
import { applicationId, cast, consent, form, idOf, nodeLines, personLine } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof ApplicationView>
type Done = { id: string; state: string; version: number }
type Decision = 'approve' | 'return' | 'reject'

const now = '2026-06-10T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile([...nodeLines(), ...cast()]), env: testEnv, now })
})
afterAll(fresh.close)

const id = applicationId('stages')
const street = { nodeId: idOf('eastStreet') }
const apply = (change: Parameters<typeof form>[0] = street) =>
  cloud.call<View>('volunteer', 'apply', { _id: id, form: form(change), consent: consent() }, 'worker')
const review = (openid: string, version: number, decision: Decision = 'approve', entered?: boolean) => {
  const action = openid.endsWith('regulator') ? 'regulatorReview' : 'unionReview'
  const opinion = `${decision} by ${openid}`
  return cloud.call<Done>('volunteer', action, { id, version, decision, opinion, entered }, openid)
}
const detail = (openid: string) => cloud.call<View>('volunteer', 'detail', { id }, openid)
const mine = async (openid: string, node: keyof typeof place) => {
  const input = { nodeId: idOf(node), mine: true }
  type Rows = { items: z.output<typeof ApplicationRow>[] }
  return (await cloud.call<Rows>('volunteer', 'queue', input, openid)).items.map((row) => row.id)
}
const again = (version: number, change: Parameters<typeof form>[0] = {}) => {
  const rest = { ...form({ ...street, ...change }), idCard: undefined, phone: undefined }
  return cloud.call<View>('volunteer', 'resubmit', { id, version, form: rest, consent: consent() }, 'worker')
}
/** Latest first: what it is about, and the note. */
const inbox = async (openid: string) => {
  type Inbox = { items: { fields: { name: string; value: string }[] }[] }
  const { items } = await cloud.call<Inbox>('notice', 'inbox', {}, openid)
  const valueOf = (fields: Inbox['items'][number]['fields'], name: string) =>
    fields.find((field) => field.name === name)?.value
  return items.map(({ fields }) => ({ about: valueOf(fields, '事项名称'), note: valueOf(fields, '备注') }))
}
const refusal = (code: string) => expect.objectContaining({ code })

describe('three stages in order', () => {
  test('street, district, regulator: each acts in its own stage alone, and a retry meets its own word', async () => {
    expect(await apply()).toMatchObject({ state: 'first-review', waiting: { desk: '东澜区柳岸街道总工会', days: 3 } })
    expect([await mine('base-officer', 'eastStreet'), await mine('east-officer', 'east')]).toEqual([[id], []])
    expect((await detail('base-officer')).acts).toEqual(['base-approve', 'base-return', 'base-reject'])
    await expect(detail('east-regulator')).rejects.toEqual(refusal('NOT_FOUND'))

    await review('base-officer', 0)
    expect(await review('base-officer', 0)).toMatchObject({ state: 'submitted', version: 1 })
    expect([await mine('base-officer', 'eastStreet'), await mine('east-officer', 'east')]).toEqual([[], [id]])
    expect(await detail('base-officer')).toMatchObject({ acts: [], firstOpinion: { unit: '东澜区柳岸街道总工会' } })
    await expect(review('base-officer', 1)).rejects.toMatchObject({
      ...{ code: 'NOT_ALLOWED_NOW', message: expect.stringContaining('东澜区总工会') as string },
    })
    await expect(detail('east-regulator')).rejects.toEqual(refusal('NOT_FOUND'))

    await review('east-officer', 1)
    expect(await mine('east-regulator', 'eastRegulator')).toEqual([id])
    for (const openid of ['base-officer', 'east-officer', 'root-officer'])
      await expect(review(openid, 2)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await review('east-regulator', 2)
    expect(await detail('east-regulator')).toMatchObject({ state: 'enrolled', acts: [] })
  })

  test('a union that issues opinions itself has no first stage, and its own regulator follows', async () => {
    await cloud.call('org', 'setQualifying', { nodeId: idOf('eastStreet'), qualifies: true }, 'east-officer')
    expect(await apply()).toMatchObject({ state: 'submitted', qualifier: '东澜区柳岸街道总工会' })
    await review('base-officer', 0)
    expect((await detail('east-regulator')).unionOpinion?.unit).toBe('东澜区柳岸街道总工会')
  })

  test('who issues opinions is decided one level up', async () => {
    const set = (openid: string) =>
      cloud.call<Done>('org', 'setQualifying', { nodeId: idOf('eastStreet'), qualifies: true }, openid)
    await expect(set('base-officer')).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    await expect(set('west-officer')).rejects.toEqual(refusal('NOT_FOUND'))
    const first = await set('east-officer')
    expect(await set('east-officer')).toEqual(first)
  })

  test.each([
    ['base-officer', 0, 'first-review'],
    ['east-officer', 1, 'submitted'],
    ['east-regulator', 2, 'union-approved'],
  ] as const)('%s returns it and gets it back', async (openid, before, state) => {
    await apply()
    for (const earlier of ['base-officer', 'east-officer'].slice(0, before))
      await review(earlier, earlier === 'base-officer' ? 0 : 1)
    await review(openid, before, 'return')
    await expect(review(openid, before + 1)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    expect(await again(before + 1)).toMatchObject({ state, version: before + 2 })
    expect((await review(openid, before + 2, 'reject')).state).toBe('rejected')
  })

  test('another union chosen: from the beginning there, and nobody of the former one sees it', async () => {
    await apply()
    await review('base-officer', 0, 'return')
    expect(await again(1, { nodeId: idOf('west') })).toMatchObject({ state: 'submitted', nodeName: '西澜区总工会' })
    expect(await again(1, { nodeId: idOf('west') })).toMatchObject({ state: 'submitted', version: 2 })
    await expect(detail('base-officer')).rejects.toEqual(refusal('NOT_FOUND'))
    expect(await mine('west-officer', 'west')).toEqual([id])
  })

  test('who is no general volunteer is entered by the union first (note 3)', async () => {
    await apply({ ...street, generalVolunteer: false, frontLine: true })
    await review('base-officer', 0)
    await expect(review('east-officer', 1)).rejects.toMatchObject({
      ...{ code: 'NOT_ALLOWED_NOW', message: expect.stringContaining('已录入') as string },
    })
    await review('east-officer', 1, 'approve', true)
    expect(await detail('east-regulator')).toMatchObject({ generalVolunteer: false, enteredGeneral: true })
  })

  test('withdrawn at every stage, no later', async () => {
    const withdraw = (version: number) => cloud.call<Done>('volunteer', 'withdraw', { id, version }, 'worker')
    await apply()
    await review('base-officer', 0)
    await review('east-officer', 1)
    expect((await withdraw(2)).state).toBe('withdrawn')
    expect(await mine('east-regulator', 'eastRegulator')).toEqual([])
  })
})

describe('nothing is stuck', () => {
  const settle = async (at: string) => {
    await cloud.clock({ now: at })
    await drained(cloud, 'volunteer')
    await drained(cloud, 'notice')
  }

  test('told when it comes, reminded once after three working days, then the level above, then never again', async () => {
    await apply()
    await settle('2026-06-10T02:05:00.000Z')
    expect(await inbox('base-officer')).toMatchObject([{ about: '有新的志愿者申请' }])
    await settle('2026-06-12T15:00:00.000Z')
    expect(await inbox('base-officer')).toHaveLength(1)
    // Thursday, Friday, Monday: the weekend does not count.
    await settle('2026-06-15T16:00:30.000Z')
    expect((await inbox('base-officer')).map(({ about }) => about)).toContain('志愿者申请还没审核')
    expect(await inbox('east-officer')).toEqual([])
    await settle('2026-06-22T17:00:00.000Z')
    expect((await inbox('east-officer')).map(({ about }) => about)).toEqual(['下级的志愿者申请还没审核'])
    await settle('2026-07-30T17:00:00.000Z')
    expect(await inbox('base-officer')).toHaveLength(2)
    expect((await inbox('root-officer')).filter(({ about }) => about?.includes('志愿者'))).toEqual([])
    expect((await review('east-officer', 0)).state).toBe('submitted')
  })

  test('a union without reviewers: the level above is told at once and may act', async () => {
    const people = cast().filter(({ d }) => d._id !== 'base-officer')
    cloud = await fresh.open({ seed: seedFile([...nodeLines(), ...people]), env: testEnv, now })
    await apply()
    await settle('2026-06-10T02:05:00.000Z')
    expect(await inbox('east-officer')).toMatchObject([{ note: '1 份，该单位暂无审核人，请代办' }])
    await review('east-officer', 0)
    expect((await detail('east-officer')).state).toBe('submitted')
  })

  test('an office that ends lets nobody decide any more, and the next one in it can', async () => {
    const [leaver] = [personLine('leaver', '任期满', { role: 'officer', at: 'eastStreet' })]
    cloud = await fresh.open({ seed: seedFile([...nodeLines(), ...cast(), leaver as never]), env: testEnv, now })
    await apply()
    const grant = (leaver?.d.grants as { id: string }[])[0]?.id
    const gone = { grantId: grant, id: grant, personId: leaver?.d.personId, reason: '换届' }
    const [ended, decided] = await Promise.allSettled([
      cloud.call('org', 'revokeGrant', { id: gone.id, personId: gone.personId, reason: gone.reason }, 'east-officer'),
      review('leaver', 0),
    ])
    // In flight together: either the word came first and stands, or the office ended first and it does not.
    const state = (await detail('east-officer')).state
    expect(state).toBe(decided.status === 'fulfilled' ? 'submitted' : 'first-review')
    if (ended.status === 'fulfilled') await expect(review('leaver', 1)).rejects.toEqual(refusal('FORBIDDEN'))
    if (state === 'first-review') expect((await review('base-officer', 0)).state).toBe('submitted')
  })

  test('a street moved below another district during review: its new district has the word, both counts are right', async () => {
    await apply()
    await review('base-officer', 0)
    const [street, from, to] = [idOf('eastStreet'), idOf('east'), idOf('west')]
    const input = { _id: applicationId('move'), nodeId: street, fromId: from, toId: to }
    await cloud.call('org', 'moveNode', input, 'root-officer')
    // From the switch on, before anything was rewritten.
    await expect(review('east-officer', 1)).rejects.toEqual(refusal('NOT_FOUND'))
    for (let round = 0; round < 6; round++) {
      await cloud.clock({ advanceMs: 61_000 })
      for (const name of ['org', 'volunteer']) await cloud.tick(name)
    }
    expect(await mine('west-officer', 'west')).toEqual([id])
    expect(await mine('east-officer', 'east')).toEqual([])
    await drained(cloud, 'volunteer')
    const counted = await rawDocuments(cloud, 'counters')
    const desk = (node: string) =>
      (counted.find(({ _id }) => _id === `volunteer.node.${node}`)?.values as Record<string, number> | undefined)?.desk
    expect([desk(from), desk(to)]).toEqual([0, 1])
    const { version } = await detail('west-officer')
    expect((await review('west-officer', version)).state).toBe('union-approved')
    expect((await detail('city-regulator')).state).toBe('union-approved')
  })
})

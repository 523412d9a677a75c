import type { OutputOf } from 'types/contract'
import type { shortlistEntries } from 'types/volunteer-shortlist'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, cast, idOf, nodeLines } from '../../support/factories/volunteer'
import { applyAs, applyMany, member, reviewMany, type View } from '../../support/factories/volunteer-crowd'
import { seedFile } from '../../support/seed-file'

let cloud: Cloud
beforeAll(async () => {
  const seed = seedFile([...nodeLines(), ...cast()])
  cloud = await startCloudAt({ seed, env: testEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const refusal = (code: string) => expect.objectContaining({ code })
const detail = (id: string, openid = 'east-officer') => cloud.call<View>('volunteer', 'detail', { id }, openid)

describe('many at once', () => {
  test('each row by itself: what one is refused for does not hold up the others, and the same call goes on', async () => {
    const [one, two, three, four] = (await applyMany(cloud, 0, 4)).map(({ id }) => id) as [
      string,
      string,
      string,
      string,
    ]
    const elsewhere = member(9)
    await applyAs(cloud, elsewhere, { nodeId: idOf('west') })
    await cloud.call('volunteer', 'withdraw', { id: three, version: 0 }, member(2).openid)
    const rows = [
      ...[
        { id: one, version: 0 },
        { id: two, version: 5 },
        { id: three, version: 0 },
      ],
      ...[
        { id: four, version: 0, opinion: '另有意见' },
        { id: elsewhere.id, version: 0 },
      ],
      { id: applicationId('nobody'), version: 0 },
    ]
    const results = await reviewMany(cloud, 'east-officer', rows)
    expect(results.map(({ id, ok }) => [id, ok])).toEqual([
      ...[
        [one, true],
        [two, false],
        [three, false],
        [four, true],
      ],
      ...[
        [elsewhere.id, false],
        [applicationId('nobody'), false],
      ],
    ])
    expect(results.map(({ reason }) => reason ?? '')).toEqual(
      ['', '别人刚刚', '现在不能这样', '', '没有找到', '没有找到'].map(
        (words) => expect.stringContaining(words) as unknown as string,
      ),
    )
    // Sent again, what is done answers again and is done once; what was wrong is put right.
    const again = await reviewMany(cloud, 'east-officer', [{ ...rows[0]! }, { id: two, version: 0 }, { ...rows[3]! }])
    expect(again.map(({ ok, version }) => [ok, version])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ])
    expect((await detail(four)).unionOpinion).toMatchObject({ words: '另有意见', unit: '东澜区总工会' })
    // Other words under a step that is done were never stored.
    expect(await reviewMany(cloud, 'east-officer', [{ id: one, version: 0, opinion: '改口' }])).toMatchObject([
      { ok: false },
    ])
  })

  test('both stages of one call: each by who sits there, and nobody for both authorities', async () => {
    const [street] = await applyMany(cloud, 10, 1, { nodeId: idOf('eastStreet') })
    const [own] = await applyMany(cloud, 11, 1)
    const rows = [street!, own!].map(({ id }) => ({ id, version: 0 }))
    expect(await reviewMany(cloud, 'both-hats', rows)).toMatchObject([
      { state: 'submitted' },
      { state: 'union-approved' },
    ])
    const next = rows.map(({ id }) => ({ id, version: 1 }))
    expect(await reviewMany(cloud, 'both-hats', next)).toMatchObject([
      { ok: true, state: 'union-approved' },
      { ok: false, reason: expect.stringContaining('两个人') as string },
    ])
    expect(await reviewMany(cloud, 'base-officer', [{ id: own!.id, version: 1 }])).toMatchObject([{ ok: false }])
  })

  test('201 rows, no rows, no decision: one plain sentence, nothing changed', async () => {
    const [one] = await applyMany(cloud, 20, 1)
    const rows = Array.from({ length: 201 }, () => ({ id: one!.id, version: 0 }))
    for (const wrong of [rows, []])
      await expect(reviewMany(cloud, 'east-officer', wrong)).rejects.toEqual(refusal('INVALID_INPUT'))
    await expect(reviewMany(cloud, 'east-officer', rows.slice(0, 1), { decision: 'maybe' })).rejects.toEqual(
      refusal('INVALID_INPUT'),
    )
    await expect(reviewMany(cloud, one!.openid, rows.slice(0, 1))).rejects.toEqual(refusal('FORBIDDEN'))
    expect((await detail(one!.id)).state).toBe('submitted')
  })
})

describe('the best of those who apply', () => {
  type Shortlist = OutputOf<typeof shortlistEntries.shortlist>
  const listId = applicationId('shortlist')
  const call = <T>(action: string, input: object, openid = 'west-officer') =>
    cloud.call<T>('volunteer', action, input, openid)
  const read = () => call<Shortlist>('shortlist', { id: listId })

  test('ranked, compared, kept in reserve, and passed on in one go', async () => {
    const all = await applyMany(cloud, 30, 4, { nodeId: idOf('west') })
    const [first, second, third] = all.map(({ id }) => id) as [string, string, string]
    const made = { _id: listId, nodeId: idOf('west'), title: '2026 年第一批', places: 2 }
    const list = await call<{ version: number }>('createShortlist', made)
    expect(await call('createShortlist', made)).toEqual(list)
    const before = await read()
    expect(before.candidates.filter(({ id }) => all.some((one) => one.id === id))).toHaveLength(4)

    const picks = (chosen: string[]) => [
      ...chosen.map((id) => ({ id, pick: 'in', reason: '电工证' })),
      { id: third, pick: 'reserve', reason: '名额不够' },
    ]
    const tooMany = [first, second, all[3]!.id]
    await expect(call('saveShortlist', { id: listId, version: 0, picks: picks(tooMany) })).rejects.toMatchObject({
      fields: { picks: '名额 2 个，已选 3 人' },
    })
    await call('saveShortlist', { id: listId, version: 0, picks: picks([second, first]) })
    const { candidates, head } = await read()
    expect(candidates.slice(0, 3).map(({ id, pick }) => [id, pick])).toEqual([
      ...[
        [second, 'in'],
        [first, 'in'],
        [third, 'reserve'],
      ],
    ])
    const pass = (rows: string[], version = head.version) =>
      call<{ state: string; results: { ok: boolean }[] }>('passShortlist', {
        ...{ id: listId, version, opinion: '择优推荐。', rows: rows.map((id) => ({ id, version: 0 })) },
      })
    await expect(pass([third])).rejects.toEqual(refusal('INVALID_INPUT'))
    // One by one is no end; the list closes with the last of those chosen.
    expect(await pass([second])).toMatchObject({ state: 'open', results: [{ ok: true }] })
    const done = await pass([second, first])
    expect(done).toMatchObject({ state: 'passed', results: [{ ok: true }, { ok: true }] })
    expect(await pass([second, first])).toEqual(done)
    expect((await detail(third, 'west-officer')).state).toBe('submitted')
    expect((await detail(first, 'west-officer')).unionOpinion?.words).toBe('择优推荐。')
  })

  test('nobody of another union reads or changes it', async () => {
    for (const [action, input] of [
      ['shortlist', {}],
      ['saveShortlist', { version: 0, picks: [] }],
      ['dropShortlist', { version: 0, reason: '不是本区的' }],
    ] as const)
      await expect(call(action, { id: listId, ...input }, 'east-officer')).rejects.toEqual(refusal('NOT_FOUND'))
  })
})

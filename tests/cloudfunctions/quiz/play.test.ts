import { deriveId } from 'types/ids'
import type { PaperResult } from 'types/quiz-play'
import type { RankRow } from 'types/quiz-rank'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { campaignLines, testEnv } from '../../support/factories/quiz'
import { drainedUntil, playing } from '../../support/factories/quiz-play'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const root = deriveId('node', 'root')
const campaignId = deriveId('campaign', 'test')
const unit = deriveId('enterprise', 'one')
const now = '2026-06-10T02:00:00.000Z'

const person = (openid: string, unitId: string | null) => ({
  c: 'people',
  d: {
    ...{
      _id: openid,
      personId: deriveId('person', openid),
      name: null,
      phone: null,
      grants: [],
      under: [root],
      kinds: ['worker'],
    },
    unit: unitId && { id: unitId, name: '泽能机械', verified: false },
  },
})
const enterprise = { c: 'enterprises', d: { _id: unit, name: '泽能机械', workers: 120, nodeId: root, under: [root] } }
const lines = [...campaignLines({ under: [root] }), enterprise, ...['anna', 'ben', 'cai'].map((id) => person(id, unit))]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(lines), env: testEnv, now })
})
afterAll(fresh.close)

const { start, submit, view } = playing(() => cloud, campaignId)

describe('playing a level', () => {
  test('the paper carries no key, explanation or article, the result does', async () => {
    const paper = await start('anna', 'a')
    expect(paper.questions).toHaveLength(5)
    expect(Object.keys(paper.questions[0] ?? {}).sort()).toEqual(['kind', 'no', 'options', 'stem'])
    expect(Date.parse(paper.dueAt) - Date.parse(paper.startedAt)).toBe(120_000)
    const result = await submit('anna', paper)
    expect(result).toMatchObject({ score: 100, right: 5, passed: true, nextLevel: 2 })
    expect(result.questions.every(({ right, explain, article }) => right && explain.length > 0 && article > 0)).toBe(
      true,
    )
  })

  test('a paper started twice is one paper, a second phone meets it too', async () => {
    const paper = await start('anna', 'a')
    const again = await start('anna', 'a')
    const otherPhone = await start('anna', 'b')
    expect([again.id, otherPhone.id]).toEqual([paper.id, paper.id])
    expect(again.questions).toEqual(paper.questions)
    expect((await view('anna')).openPaper?.id).toBe(paper.id)
  })

  test('two phones that start at the same moment get the same paper', async () => {
    const papers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => start('ben', name)))
    expect(new Set(papers.map(({ id }) => id)).size).toBe(1)
    expect((await view('ben')).attemptsLeft).toBe(9)
  })

  const attempt = async (openid: string, name: string, wrong = 5) => {
    const paper = await start(openid, name)
    return { paper, result: await submit(openid, paper, wrong) }
  }

  test('an id asked with before lays no second paper, and one asked with long ago lays another paper', async () => {
    const { paper } = await attempt('anna', 'old')
    await expect(start('anna', 'old')).rejects.toMatchObject({ code: 'PAPER_CLOSED' })
    await attempt('anna', 'between')
    await expect(start('anna', 'old')).rejects.toMatchObject({ code: 'PAPER_CLOSED' })
    await cloud.admin({
      ...{ action: 'database.modifyDocument', collectionName: 'plays', envName: 'local-ankang', queryType: 'WHERE' },
      ...{ query: JSON.stringify({ openid: 'anna' }), data: JSON.stringify({ $set: { asked: [] } }) },
      ...{ merge: true, multi: true, upsert: false, isUpdate: true },
    })
    const again = await start('anna', 'old')
    expect(again.id).not.toBe(paper.id)
    expect(again.questions).not.toEqual(paper.questions)
  })

  test('another player who asks with the same id gets a paper of his own and takes nobody’s place', async () => {
    const { paper, result } = await attempt('anna', 'shared')
    const other = await attempt('ben', 'shared', 0)
    expect(other.paper.id).not.toBe(paper.id)
    expect(other.paper.questions).not.toEqual(paper.questions)
    await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'papers')).length === 2)
    expect(await cloud.call('quiz', 'result', { id: paper.id, campaignId }, 'anna')).toEqual(result)
    const { papers } = await cloud.call<{ papers: unknown[] }>('quiz', 'mine', { campaignId }, 'anna')
    expect(papers).toHaveLength(1)
  })

  test('fifty hands that give in the same paper at once all read its result', async () => {
    const paper = await start('anna', 'a')
    const results = await Promise.all(Array.from({ length: 50 }, () => submit('anna', paper, 1)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
  })

  test('handing in twice answers the same result and counts once', async () => {
    const paper = await start('anna', 'a')
    const first = await submit('anna', paper, 1)
    const second = await submit('anna', paper, 5)
    expect(second).toEqual(first)
    expect(first.score).toBe(80)
    await drainedUntil(cloud, async () => (await view('anna')).players > 0)
    expect((await view('anna')).players).toBe(1)
  })

  test('an earlier paper of mine is readable, another player’s is not', async () => {
    const first = await start('anna', 'a')
    await submit('anna', first)
    await submit('anna', await start('anna', 'b', 2))
    const ask = () => cloud.callRaw('quiz', { action: 'result', input: { id: first.id, campaignId } }, 'anna')
    await drainedUntil(cloud, async () => ((await ask()).body as { ok: boolean }).ok)
    const seen = await cloud.call<PaperResult>('quiz', 'result', { id: first.id, campaignId }, 'anna')
    expect(seen.level).toBe(1)
    await expect(cloud.call('quiz', 'result', { id: first.id, campaignId }, 'ben')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(cloud.call('quiz', 'submit', { id: first.id, campaignId, answers: [] }, 'ben')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('rules', () => {
  test('a level opens when the one before is passed', async () => {
    await expect(start('anna', 'a', 2)).rejects.toMatchObject({ code: 'LEVEL_LOCKED' })
    await submit('anna', await start('anna', 'b'), 4)
    await expect(start('anna', 'c', 2)).rejects.toMatchObject({ code: 'LEVEL_LOCKED' })
    await submit('anna', await start('anna', 'd'), 2)
    expect((await start('anna', 'e', 2)).level).toBe(2)
  })

  test('attempts of a day run out and come back at midnight in Shanghai', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await submit('anna', await start('anna', `t${attempt}`), 5)
    await expect(start('anna', 'more')).rejects.toMatchObject({ code: 'NO_ATTEMPT_LEFT' })
    await cloud.clock({ now: '2026-06-10T15:59:00.000Z' })
    await expect(start('anna', 'more')).rejects.toMatchObject({ code: 'NO_ATTEMPT_LEFT' })
    await cloud.clock({ now: '2026-06-10T16:00:01.000Z' })
    expect((await start('anna', 'more')).level).toBe(1)
  })

  test('late papers are closed, the last seconds of the way are granted', async () => {
    const paper = await start('anna', 'a')
    await cloud.clock({ advanceMs: 121_000 })
    expect((await submit('anna', paper)).seconds).toBe(120)
    const late = await start('anna', 'b', 2)
    await cloud.clock({ advanceMs: 140_000 })
    await expect(submit('anna', late)).rejects.toMatchObject({ code: 'PAPER_CLOSED' })
    expect((await start('anna', 'c', 2)).id).not.toBe(late.id)
  })

  test('outside the window nothing starts', async () => {
    await cloud.clock({ now: '2026-07-02T00:00:00.000Z' })
    await expect(start('anna', 'a')).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
  })

  test.each([
    ['a question that was not asked', [{ no: 9, chosen: [0] }]],
    [
      'a question answered twice',
      [
        { no: 1, chosen: [0] },
        { no: 1, chosen: [1] },
      ],
    ],
    ['an option that is not there', [{ no: 1, chosen: [11] }]],
  ])('%s is refused and the paper stays open', async (_name, answers) => {
    const paper = await start('anna', 'a')
    const sent = cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers }, 'anna')
    await expect(sent).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await submit('anna', paper)).score).toBe(100)
  })
})

describe('counting', () => {
  test('units rank by points per registered worker, once for each paper', async () => {
    await submit('anna', await start('anna', 'a'))
    await submit('ben', await start('ben', 'b'), 1)
    await submit('ben', await start('ben', 'b2'), 3)
    const ask = () => cloud.call<{ items: RankRow[] }>('quiz', 'ranking', { campaignId }, 'anna')
    await drainedUntil(cloud, async () => ((await ask()).items[0]?.points ?? 0) >= 180)
    await cloud.tick('quiz')
    const { items } = await ask()
    const counted = { players: 2, workers: 120, rate: 0.0167, average: 90, strength: 1.5, points: 180, unverified: 1 }
    expect(items).toEqual([{ rank: 1, id: unit, name: '泽能机械', region: null, needed: 5, ...counted }])
    const mine = await cloud.call<{ unit: RankRow }>('quiz', 'myUnitRank', { campaignId, by: 'strength' }, 'anna')
    expect(mine.unit).toEqual(items[0])
  })

  test('no call of a player needs more than three trips', async () => {
    await submit('cai', await start('cai', 'warm'))
    await cloud.resetMetrics()
    await submit('anna', await start('anna', 'a'))
    await submit('anna', await start('anna', 'b', 2), 1)
    await view('anna')
    await cloud.call('quiz', 'mine', { campaignId }, 'anna')
    for (const kind of ['persons', 'units', 'regions'])
      for (const page of [1, 2]) await cloud.call('quiz', 'ranking', { campaignId, of: kind, page }, 'anna')
    await cloud.call('quiz', 'myRank', { campaignId }, 'anna')
    await cloud.call('quiz', 'myUnitRank', { campaignId, by: 'strength' }, 'anna')
    const quiz = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
    const trips = Object.entries(quiz?.actions ?? {}).filter(([action]) => action !== 'tick')
    expect(trips.length).toBeGreaterThanOrEqual(5)
    for (const [action, figures] of trips) expect([action, figures.trips.max <= 3]).toEqual([action, true])
  })
})

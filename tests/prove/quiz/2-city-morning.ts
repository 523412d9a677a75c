// 10,000 workers of 400 units play within one morning; then 5,000 of them ask for 50 prizes at the same time.
import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import type { PrizeRow } from 'types/quiz-prize'
import { startCloud, type Cloud } from '../../support/cloud'
import { grantOf, nodeDoc, personDoc, seedLine } from '../../support/factories/org'
import { campaignLines, testEnv } from '../../support/factories/quiz'
import { figure } from '../../support/figure'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const [workers, units, regions, waves, atOnce] = [10_000, 400, 20, 40, 150]
const claimants = 5_000
const campaignId = deriveId('campaign', 'test')
const officer = 'wx-officer-of-the-city'

const city = nodeDoc({ name: '青泽市总工会', managers: 1 })
const districts = Array.from({ length: regions }, (_, n) =>
  nodeDoc({ name: `第${n}区总工会`, parent: city, managers: 1 }),
)
const enterprises = Array.from({ length: units }, (_, n) => ({
  ...{ _id: deriveId('works', String(n)), name: `第${n}厂`, workers: 10 + ((n * 37) % 400), teams: 1, terms: [] },
  ...{
    nodeId: districts[n % regions]?._id,
    under: districts[n % regions]?.under,
    hasUnion: true,
    industry: '机械制造',
  },
  flags: { highRisk: false, nonPublic: true, small: true },
}))
const openids = Array.from({ length: workers }, (_, n) => `oMorning${String(n).padStart(20, '0')}`)
const unitOf = (n: number) => enterprises[(n * 7919) % units]
const people = openids.map((openid, n) => {
  const unit = unitOf(n)
  return { ...personDoc({ openid, name: '项安宁' }), unit: { id: unit?._id, name: unit?.name, verified: false } }
})
const lines = [
  ...[city, ...districts].map((node) => seedLine('nodes', node)),
  ...enterprises.map((enterprise) => seedLine('enterprises', enterprise)),
  ...[...people, personDoc({ openid: officer, name: '秦工会', grants: [grantOf('officer', city)] })].map((person) =>
    seedLine('people', person),
  ),
  ...campaignLines({
    under: city.under,
    questions: 10,
    rules: { chances: { perRight: 1, atLeast: null, perCards: false, perPeriod: true } },
  }),
]

let errors = 0
/** Runs every job, so many at a time. */
const together = async <T>(jobs: readonly (() => Promise<T>)[], width: number) => {
  const waiting = [...jobs]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let job = waiting.pop(); job; job = waiting.pop())
        await job().catch(() => {
          errors += 1
        })
    }),
  )
}

const begin = async (cloud: Cloud, openid: string): Promise<Paper> =>
  cloud.call<Paper>('quiz', 'start', { _id: deriveId('morning', openid), campaignId, level: 1 }, openid)

// Chosen without knowing the key, and differently by everybody: scores spread.
const handIn = async (cloud: Cloud, openid: string, n: number, paper: Paper) => {
  const answers = paper.questions.map(({ no, options }) => ({ no, chosen: [(n + no) % options.length] }))
  await cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers }, openid)
}

const atRest = async (cloud: Cloud) => {
  for (let round = 0; round < 2_000; round++) {
    await cloud.tick('quiz')
    if ((await rawDocuments(cloud, 'plays', { outboxAt: { $ne: null } })).length === 0) return
  }
  throw new Error('the outboxes never came to rest')
}

const cloud = await startCloud({ seed: seedFile(lines), env: testEnv })
try {
  await cloud.clock({ now: '2026-06-10T00:00:00.000Z' })
  for (let wave = 0; wave < waves; wave += 1) {
    const here = openids.flatMap((openid, n) => (n % waves === wave ? [{ openid, n }] : []))
    const papers = new Map<string, Paper>()
    await together(
      here.map(
        ({ openid }) =>
          async () =>
            void papers.set(openid, await begin(cloud, openid)),
      ),
      atOnce,
    )
    // A minute and a half at the questions, then all of the wave hand in at once.
    await cloud.clock({ advanceMs: 90_000 })
    await together(
      here.flatMap(({ openid, n }) => {
        const paper = papers.get(openid)
        return paper ? [() => handIn(cloud, openid, n, paper)] : []
      }),
      atOnce,
    )
    await cloud.clock({ advanceMs: 240_000 })
  }
  await atRest(cloud)
  figure('errors of 10,000 workers in one morning', String(errors), '0', errors === 0)

  const papers = await rawDocuments(cloud, 'papers')
  const owners = new Set(papers.map(({ openid }) => openid))
  figure('papers lost', String(workers - owners.size), '0', owners.size === workers)
  const twice = papers.length - owners.size
  figure('papers counted twice', String(twice), '0', twice === 0)

  const recount = new Map<string, { players: number; points: number }>()
  for (const { openid, score } of papers) {
    const unit = String(unitOf(openids.indexOf(String(openid)))?._id)
    const sum = recount.get(unit) ?? { players: 0, points: 0 }
    recount.set(unit, { players: sum.players + 1, points: sum.points + Number(score) })
  }
  const rows = (await rawDocuments(cloud, 'quiz_units', { kind: 'unit' })).filter(({ players }) => Number(players) > 0)
  const differing = rows.filter(({ unitId, players, points }) => {
    const own = recount.get(String(unitId))
    return own?.players !== Number(players) || own.points !== Number(points)
  })
  const same = differing.length === 0 && rows.length === recount.size
  figure(
    'units whose ranking differs from a recount of the raw papers',
    `${differing.length} of ${rows.length}`,
    `0 of ${recount.size}`,
    same,
  )
  const counted = (await rawDocuments(cloud, 'campaigns', { _id: campaignId }))[0]
  figure(
    'papers counted for the contest',
    String(counted?.papers),
    String(workers),
    Number(counted?.papers) === workers,
  )

  const wish = { mode: 'stock', stock: 50, perPerson: 1, price: { chances: 1, level: null, points: 0 } }
  const made = await cloud.call<PrizeRow>(
    'quiz',
    'createPrize',
    {
      ...{ _id: deriveId('prize', 'towel'), campaignId, title: '毛巾', value: 20_00, place: '展台' },
      ...{ ...wish, expiresAt: '2026-06-25T15:59:59.000Z' },
    },
    officer,
  )
  await cloud.call('quiz', 'movePrize', { id: made.id, version: made.version, act: 'open' }, officer)
  errors = 0
  const ask = (openid: string) => () =>
    cloud.call('quiz', 'claimPrize', { _id: deriveId('asking', openid), campaignId, prizeId: made.id }, openid)
  const refusals: string[] = []
  await together(
    openids.slice(0, claimants).map(
      (openid) => () =>
        ask(openid)().catch((failure: { code?: string }) => {
          refusals.push(String(failure.code))
          if (failure.code === 'INTERNAL' || failure.code === 'SERVICE_BUSY') throw failure
        }),
    ),
    500,
  )
  await atRest(cloud)
  const handed = await rawDocuments(cloud, 'quiz_claims', { prizeId: made.id })
  const holders = new Set(handed.map(({ openid }) => openid))
  figure('errors of 5,000 claims at once', String(errors), '0', errors === 0)
  figure(
    'pieces handed out of 50 to 5,000 who asked at once',
    `${handed.length} to ${holders.size} persons`,
    '50 to 50 persons',
    handed.length === 50 && holders.size === 50,
  )
  const prize = (await rawDocuments(cloud, 'quiz_prizes', { _id: made.id }))[0]
  figure('pieces left in the books', String(prize?.left), '0', Number(prize?.left) === 0)

  const quiz = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
  for (const action of ['start', 'submit', 'claimPrize']) {
    const most = quiz?.actions[action]?.trips.max ?? 99
    figure(`trips of ${action}, the most`, String(most), 'at most 3', most <= 3)
  }
} finally {
  await cloud.stop()
}

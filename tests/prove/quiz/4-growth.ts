// Start, locked answer, hand-in and rankings with 1,000 and with 100,000 papers, both clouds running, calls in turns.
import { createWriteStream, mkdtempSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveId } from 'types/ids'
import { freshProgress } from 'types/quiz-engine'
import type { Paper } from 'types/quiz-play'
import { startCloud, type Cloud } from '../../support/cloud'
import { nodeDoc, seedLine, type SeedLine } from '../../support/factories/org'
import { bankDocuments, campaignLines, testEnv } from '../../support/factories/quiz'
import { figure, median } from '../../support/figure'
import { rawDocuments } from '../../support/raw-documents'

const [few, many, rounds, goal] = [1_000, 100_000, 60, 1.2]
const campaignId = deriveId('campaign', 'test')
const city = nodeDoc({ name: '青泽市总工会', managers: 1 })
const units = Array.from({ length: 400 }, (_, n) => ({
  ...{ _id: deriveId('works', String(n)), name: `第${n}厂`, workers: 500, teams: 1, terms: [], nodeId: city._id },
  ...{ under: city.under, hasUnion: true, industry: '机械制造' },
  flags: { highRisk: false, nonPublic: true, small: true },
}))
const items = bankDocuments()
  .slice(0, 10)
  .map(({ _id, options }) => ({ q: _id, order: options.map((_: string, at: number) => at).join('') }))
const began = new Date('2026-06-05T02:00:00.000Z')

const playOf = (n: number) => {
  const openid = `oGrowth${String(n).padStart(21, '0')}`
  const [unit, right] = [units[n % units.length], n % 11]
  const score = right * 10
  const id = deriveId('growth-paper', String(n))
  const paper = {
    ...{ _id: id, id, campaignId, openid, unit: unit?._id, level: 1, title: '第 1 关', revision: 'r1', passRight: 3 },
    ...{ items, chosen: items.map(() => [0]), rights: items.map((_, at) => at < right), times: items.map(() => 9) },
    ...{
      right,
      score,
      seconds: 90,
      passed: right >= 3,
      closedBy: 'player',
      gained: { points: score, chances: 0, card: null },
    },
    ...{ nextLevel: null, device: null, startedAt: began, submittedAt: new Date(began.getTime() + n * 1000) },
  }
  const play = {
    ...{ ...freshProgress(), _id: deriveId('play', campaignId, openid), campaignId, openid, under: city.under },
    ...{
      state: 'idle',
      version: 2,
      name: '项**',
      unit: { id: unit?._id, name: unit?.name, how: 'search', verified: false },
      unitChanges: 0,
      until: null,
      booth: null,
    },
    ...{ levels: { 1: { best: score, passed: right >= 3, tries: 1 } }, points: score, rankScore: score, chances: 0 },
    ...{ spent: 0, excluded: null, wrong: [], paper: null, last: null, asked: [], reachedAt: paper.submittedAt },
    ...{ outbox: [], outboxAt: null, createdAt: began, updatedAt: paper.submittedAt },
  }
  return [seedLine('papers', paper), seedLine('plays', play)]
}

const histogram = (count: number) => {
  const values: Record<string, number> = {}
  for (let n = 0; n < count; n += 1) {
    const field = `s${(n % 11) * 10}`
    if (field !== 's0') values[field] = (values[field] ?? 0) + 1
  }
  const key = `scores.${campaignId}`
  return seedLine('counters', { _id: `quiz.${key}`, domain: 'quiz', batch: 0, values })
}

/** What the drainer would have counted for each unit by then; the rows of the ranking follow from it. */
const unitCounters = (count: number) =>
  units.map(({ _id }, at) => {
    const own = Array.from({ length: count / units.length }, (_, round) => (round * units.length + at) % 11)
    const points = own.reduce((sum, right) => sum + right * 10, 0)
    const [players, scorers] = [own.length, own.filter((right) => right > 0).length]
    const values = {
      players,
      scorers,
      points,
      unverified: players,
      perfect: own.filter((right) => right === 10).length,
    }
    return seedLine('counters', { _id: `quiz.unit.${campaignId}.${_id}`, domain: 'quiz', batch: 0, values })
  })

/** Has the drainer make the rows of the ranking from the counters, as it would have along the way. */
const withTotals = (line: SeedLine): SeedLine => {
  if (line.c !== 'campaigns') return line
  const outbox = units.map(({ _id: unit }) => ({
    ...{ id: `growth.${unit}`, to: 'local', kind: 'totals', payload: { campaignId, unit } },
  }))
  return { ...line, d: { ...line.d, outbox, outboxAt: line.d.createdAt } }
}

const cloudOf = async (count: number): Promise<Cloud> => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'growth-')), 'seed.ndjson')
  const stream = createWriteStream(file)
  const rules = { answering: 'locked', attempts: { count: null, per: 'day', each: 'contest' } } as const
  const world = [
    seedLine('nodes', city),
    ...units.map((unit) => seedLine('enterprises', unit)),
    ...campaignLines({ under: city.under, questions: 10, rules }).map(withTotals),
  ]
  for (const line of [...world, histogram(count), ...unitCounters(count)]) stream.write(`${JSON.stringify(line)}\n`)
  for (let n = 0; n < count; n += 1)
    for (const line of playOf(n)) if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
  const cloud = await startCloud({ seed: file, env: testEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  for (let round = 0; round < 100; round += 1) {
    if ((await rawDocuments(cloud, 'quiz_units', { kind: 'unit' })).length === units.length) return cloud
    await cloud.tick('quiz')
  }
  throw new Error('the ranking never stood')
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - started) / 1e6
}

const steps = ['start', 'lock', 'submit', 'ranking of persons', 'ranking of units', 'own rank'] as const
type Times = Record<(typeof steps)[number], number[]>
const fresh = (): Times => ({
  ...{ start: [], lock: [], submit: [], 'ranking of persons': [], 'ranking of units': [], 'own rank': [] },
})

/** One player's way through a paper, each step timed. */
const walk = async (cloud: Cloud, round: number, times: Times) => {
  const openid = `oWalker${String(round).padStart(21, '0')}`
  const call = <T>(action: string, input: object) => cloud.call<T>('quiz', action, { campaignId, ...input }, openid)
  let paper: Paper | undefined
  times.start.push(
    await timed(async () => {
      paper = await call<Paper>('start', { _id: deriveId('walk', openid), level: 1 })
    }),
  )
  const id = paper?.id
  times.lock.push(await timed(() => call('lock', { id, no: 1, chosen: [0] })))
  times.submit.push(await timed(() => call('submit', { id, answers: [] })))
  times['ranking of persons'].push(await timed(() => call('ranking', { of: 'persons' })))
  times['ranking of units'].push(await timed(() => call('ranking', { of: 'units' })))
  times['own rank'].push(await timed(() => call('myRank', {})))
}

const [small, large] = [await cloudOf(few), await cloudOf(many)]
try {
  const [less, more] = [fresh(), fresh()]
  for (let round = 0; round < rounds + 10; round += 1) {
    const warm = round < 10
    await walk(small, round, warm ? fresh() : less)
    await walk(large, round, warm ? fresh() : more)
  }
  for (const step of steps) {
    const [one, other] = [median(less[step]), median(more[step])]
    const words = `${(other / one).toFixed(2)} × (${other.toFixed(1)} ms with 100,000 papers beside ${one.toFixed(1)} ms with 1,000)`
    figure(step, words, `at most ${goal} ×`, other / one <= goal)
  }
  const functions = (await large.metrics()).functions.find(({ name }) => name === 'quiz')
  for (const action of ['start', 'lock', 'submit', 'ranking', 'myRank']) {
    const most = functions?.actions[action]?.trips.max ?? 99
    figure(`trips of ${action} with 100,000 papers`, String(most), 'at most 3', most <= 3)
  }
  const scans = (await large.metrics()).queries.filter(({ index }) => index === null).length
  figure('queries without an index', String(scans), '0', scans === 0)
} finally {
  await Promise.all([small.stop(), large.stop()])
}

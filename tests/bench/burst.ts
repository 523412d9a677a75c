// 2,000 workers play a whole level in one burst, beside the same number of bare SDK trips from a pool of the same size.
import { buildSync } from 'esbuild'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { CampaignView } from 'types/quiz-map'
import type { Paper } from 'types/quiz-play'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../support/cloud'
import { campaignLines, testEnv } from '../support/factories/quiz'
import { figure } from '../support/figure'
import { seedFile } from '../support/seed-file'

const players = 2000
const atOnce = 200
const turn = 500
const campaignId = deriveId('campaign', 'test')
const folder = path.resolve('node_modules/.cache-burst')

/** A function that only travels: the reads and writes a played level makes, without anything around them. */
const bare = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })
const db = cloud.database({ throwOnNotFound: false })
exports.main = async ({ step, id }) => {
  const plays = db.collection('plays')
  await plays.doc(id).get()
  await plays.doc(id).get()
  if (step === 'start') await plays.add({ data: { _id: id, state: 'answering', version: 0 } })
  else await plays.where({ _id: id, version: 0 }).update({ data: { state: 'idle', version: 1 } })
  return { ok: true }
}`

const withBare = (): string => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'bare'), { recursive: true })
  buildSync({
    stdin: { contents: bare, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    platform: 'node',
    outfile: path.join(folder, 'bare/index.js'),
  })
  const manifest = JSON.parse(readFileSync('dist/cloud.json', 'utf8')) as { functions: { name: string; dir: string }[] }
  const functions = manifest.functions.map((one) => ({ ...one, dir: path.resolve('dist', one.dir) }))
  const like = functions.find(({ name }) => name === 'quiz')
  const file = path.join(folder, 'cloud.json')
  writeFileSync(
    file,
    JSON.stringify({
      ...manifest,
      functions: [...functions, { ...like, name: 'bare', dir: path.join(folder, 'bare'), timers: [] }],
    }),
  )
  return file
}

const openids = Array.from({ length: players }, (_, index) => `oBurst${String(index).padStart(22, '0')}`)

/** Runs every job, `atOnce` of them at a time; gives the seconds it took. */
const together = async (jobs: readonly (() => Promise<void>)[]): Promise<number> => {
  const waiting = [...jobs]
  const started = process.hrtime.bigint()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let job = waiting.pop(); job; job = waiting.pop()) await job()
    }),
  )
  return Number(process.hrtime.bigint() - started) / 1e9
}

let errors = 0
const play = (cloud: Cloud, openid: string) => async () => {
  try {
    const paper = await cloud.call<Paper>(
      'quiz',
      'start',
      { _id: deriveId('burst', openid), campaignId, level: 1 },
      openid,
    )
    const answers = paper.questions.map(({ no }) => ({ no, chosen: [0] }))
    await cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers }, openid)
  } catch {
    errors += 1
  }
}
const travel = (cloud: Cloud, openid: string) => async () => {
  await cloud.callRaw('bare', { step: 'start', id: `bare-${openid}` }, openid)
  await cloud.callRaw('bare', { step: 'submit', id: `bare-${openid}` }, openid)
}

const cloud = await startCloud({
  manifest: withBare(),
  seed: seedFile(campaignLines({ under: [deriveId('node', 'root')], questions: 10 })),
  env: testEnv,
})
try {
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  // Both pools warm, so that neither pays its cold starts in the measure.
  await together(openids.slice(0, 40).map((openid) => play(cloud, `warm-${openid}`)))
  await together(openids.slice(0, 40).map((openid) => travel(cloud, `warm-${openid}`)))
  errors = 0
  let [travelled, played] = [0, 0]
  // In turns, so that a busy moment of the machine falls on both alike.
  for (let start = 0; start < players; start += turn) {
    const some = openids.slice(start, start + turn)
    travelled += await together(some.map((openid) => travel(cloud, openid)))
    played += await together(some.map((openid) => play(cloud, openid)))
  }
  const ratio = travelled / played
  figure(
    '2,000 workers play a level in one burst',
    `${ratio.toFixed(2)} of the rate of bare SDK trips (${(players / played).toFixed(0)} levels/s beside ${(players / travelled).toFixed(0)})`,
    'at least 0.6',
    ratio >= 0.6,
  )
  figure('errors in the burst', String(errors), '0', errors === 0)
  for (let round = 0; round < 100; round += 1) await cloud.tick('quiz')
  const { players: counted } = await cloud.call<z.output<typeof CampaignView>>(
    'quiz',
    'campaign',
    { campaignId },
    'oSomebodyElse',
  )
  figure('players counted after the burst', String(counted - 40), String(players), counted - 40 === players)
} finally {
  await cloud.stop()
}

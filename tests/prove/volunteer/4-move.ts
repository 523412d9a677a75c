// A subtree with 10,000 people and 100,000 records moves below another district while officers look and workers report,
// and the whole cloud is killed again and again. MOVE=0.05 for a shorter look.
import { setTimeout as sleep } from 'node:timers/promises'
import { EJSON } from 'bson'
import { startCloud, type Cloud } from '../../support/cloud'
import { movingCrowd, type MovingCrowd } from '../../support/factories/moving-crowd'
import { movingCity, movingEnv, movingNow, rooms } from '../../support/factories/moving'
import { figure, median } from '../../support/figure'
import { random } from '../../support/random'
import { rawDocuments } from '../../support/raw-documents'

const share = Number(process.env.MOVE ?? 1)
const { root, north, south, street } = movingCity
const kills = 5
const pageSize = 50
const dice = random(4)

const crowd: MovingCrowd = await movingCrowd(Math.round(90_000 * share), Math.round(10_000 * share))
let cloud: Cloud = await startCloud({ seed: crowd.file, env: movingEnv })
const startedAt = Date.now()
let leap = 0
const setClock = () =>
  cloud.clock({ now: new Date(Date.parse(movingNow) + (Date.now() - startedAt) + leap).toISOString() })
await setClock()

const count = async (collectionName: string, filter: object): Promise<number> => {
  const body = { action: 'database.calculateDocument', collectionName, queryType: 'WHERE', envName: 'local-ankang' }
  const { data } = (await cloud.admin({ ...body, query: EJSON.stringify(filter) })) as { data: { total: number } }
  return data.total
}

const tally = { lists: 0, mixed: 0, details: 0, leaked: 0, lost: 0, reports: 0, accepted: 0, failed: 0 }
const switched = { from: Infinity, to: Infinity }
let isDown = false
let isOver = false
const took: number[] = []

/** What was true all along the call: the old tree, the new one, or either where the switch fell into it. */
const treesOf = (began: number, ended: number): ('old' | 'new')[] => {
  if (ended < switched.from) return ['old']
  return began > switched.to ? ['new'] : ['old', 'new']
}

type Listed = { items: { id: string }[] }
const seats = { 'wx-root': root, 'wx-north': north, 'wx-south': south, 'wx-street': street } as const
type Openid = keyof typeof seats
const openids = Object.keys(seats) as Openid[]
const pick = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T

const ask = async <T>(fn: string, action: string, input: object, openid: string): Promise<T | 'down'> => {
  try {
    return await cloud.call<T>(fn, action, input, openid)
  } catch (thrown) {
    // Of a call that came while the cloud was dead nothing can be said.
    if (
      typeof (thrown as { code?: unknown }).code !== 'string' ||
      isDown ||
      /^E[A-Z]+$/.test(String((thrown as { code: string }).code))
    )
      return 'down'
    throw thrown
  }
}

const lookAtList = async () => {
  const openid = pick(openids)
  const pages = crowd.pages(seats[openid]._id, pageSize)
  const page = 1 + Math.floor(dice() * Math.max(1, Math.min(20, pages)))
  const began = Date.now()
  const found = await ask<Listed>('hazard', 'ledger', { state: 'closed', page, size: pageSize }, openid)
  if (found === 'down') return
  took.push(Date.now() - began)
  tally.lists += 1
  const ids = found.items.map(({ id }) => id).join()
  const isWhole = treesOf(began, Date.now()).some(
    (tree) => ids === crowd.closedPage(tree, seats[openid]._id, page, pageSize).join(),
  )
  if (!isWhole) tally.mixed += 1
}

const lookAtOne = async () => {
  const id = pick(crowd.movedClosed)
  const openid = pick(openids)
  const began = Date.now()
  const found = await ask<object>('hazard', 'detail', { id }, openid).catch(
    (thrown: { code?: string }) => thrown.code ?? 'failed',
  )
  if (found === 'down') return
  tally.details += 1
  const trees = treesOf(began, Date.now())
  const sees = typeof found === 'object'
  const maySee = trees.some((tree) => crowd.sees(tree, seats[openid]._id))
  const mustSee = trees.every((tree) => crowd.sees(tree, seats[openid]._id))
  if (sees && !maySee) tally.leaked += 1
  if (!sees && mustSee) tally.lost += 1
}

let reported = 0
const report = async () => {
  reported += 1
  const done = await ask('hazard', 'report', crowd.report(reported), `wx-passer-${reported}`).catch(() => 'failed')
  if (done === 'failed') tally.failed += 1
  else if (done !== 'down') tally.reports += 1
}

let taken = 0
const accept = async () => {
  const id = crowd.toAccept[taken]
  if (!id) return
  taken += 1
  const input = { id, version: 0, grade: 'general', kind: 'electric' }
  const done = await ask('hazard', 'accept', input, 'wx-street').catch(() => 'failed')
  // Killed in the middle it may or may not have happened: what counts is counted at the end.
  if (done !== 'down' && done !== 'failed') tally.accepted += 1
}

const work = async () => {
  while (!isOver) {
    if (isDown) await sleep(50)
    else await pick([lookAtList, lookAtList, lookAtOne, lookAtOne, report, accept])()
    await sleep(20)
  }
}

const isGoing = async () => (await rawDocuments(cloud, 'tree_moves')).length > 0

const killAndReturn = async () => {
  isDown = true
  await cloud.kill9()
  cloud = await startCloud({ dataDir: cloud.dir, env: movingEnv })
  // A dead drainer holds its lease for half a minute.
  leap += 35_000
  await setClock()
  isDown = false
}

const ledgerBefore = {
  north: await count('hazards', { under: north._id }),
  open: await count('hazards', { under: north._id, state: 'reported' }),
}
const workers = Array.from({ length: 6 }, work)
await sleep(3_000)
const writesBefore = await count('hazards', { under: south._id })
switched.from = Date.now()
await cloud.call('org', 'moveNode', crowd.move, 'wx-root')
switched.to = Date.now()
const untouched = await count('hazards', { under: south._id })
await sleep(5_000)

let killed = 0
const movedAt = Date.now()
while (await isGoing()) {
  await Promise.all(rooms.map((room) => cloud.tick(room).catch(() => [])))
  // The wait for who read the old tree is the platform's, not this machine's.
  const [going] = await rawDocuments(cloud, 'tree_moves')
  const follows = await rawDocuments(cloud, 'tree_follows')
  const waits = follows.every(({ startedAt: began }) => began === null)
  if (going && waits) {
    leap += 10_000
    await setClock()
  }
  const records = follows.reduce((sum, { changed }) => sum + Number(changed), 0)
  if (killed < kills && records > (crowd.records / (kills + 4)) * (killed + 0.5)) {
    await killAndReturn()
    killed += 1
  }
}
const seconds = Math.round((Date.now() - movedAt) / 1000)
isOver = true
await Promise.all(workers)

const waiting = async () =>
  (await count('hazards', { outboxAt: { $ne: null } })) + (await count('applications', { outboxAt: { $ne: null } }))
while ((await waiting()) > 0) {
  await Promise.all([cloud.tick('hazard'), cloud.tick('volunteer')])
  await cloud.rest()
}

const collections = ['nodes', 'enterprises', 'booths', 'invites', 'people', 'hazards', 'applications', 'events']
let wrong = 0
let records = 0
for (const name of collections) {
  records += await count(name, { under: street._id })
  const both = { $all: [street._id, north._id] }
  // A person may hold another office in the north: each office has a lineage of its own.
  wrong += await count(name, name === 'people' ? { grants: { $elemMatch: { under: both } } } : { under: both })
  if (name !== 'people') wrong += await count(name, { under: street._id, 'under.1': { $ne: south._id } })
}
const oldShelf = { $regex: `^${north._id}` }
wrong += await count('hazards', { under: street._id, shelves: oldShelf })
wrong += await count('people', { reach: { $regex: `^${street._id}` }, booths: crowd.boothId, boothUnder: north._id })

const numbers = async (nodeId: string): Promise<Record<string, number>> =>
  ((await rawDocuments(cloud, 'counters', { _id: `hazard.node.${nodeId}` }))[0]?.values ?? {}) as Record<string, number>
const [inSouth, inNorth] = [await numbers(south._id), await numbers(north._id)]
const truth = {
  south: await count('hazards', { under: south._id }),
  open: await count('hazards', { under: south._id, state: 'reported' }),
  north: await count('hazards', { under: north._id }),
  northOpen: await count('hazards', { under: north._id, state: 'reported' }),
}
const off = [
  (inSouth.reports ?? 0) - truth.south,
  (inSouth.toAccept ?? 0) - truth.open,
  (inNorth.reports ?? 0) - (truth.north - ledgerBefore.north),
  (inNorth.toAccept ?? 0) - (truth.northOpen - ledgerBefore.open),
]

process.stdout.write(
  `${records} records and ${crowd.people} people moved in ${seconds} s with ${killed} kills; ` +
    `${tally.lists} lists, ${tally.details} single looks, ${tally.reports} reports, ${tally.accepted} steps meanwhile; ` +
    `a list took ${median(took)} ms in the middle\n`,
)
figure('records rewritten by the switch itself', String(untouched - writesBefore), '0', untouched === writesBefore)
figure('wrong paths afterwards', String(wrong), '0', wrong === 0)
figure(
  'lists neither wholly old nor wholly new',
  `${tally.mixed} of ${tally.lists}`,
  '0',
  tally.mixed === 0 && tally.lists > 0,
)
figure('looks that showed what was out of sight', `${tally.leaked} of ${tally.details}`, '0', tally.leaked === 0)
figure('looks refused to who had sight all along', `${tally.lost} of ${tally.details}`, '0', tally.lost === 0)
figure('reports refused meanwhile', `${tally.failed} of ${tally.reports + tally.failed}`, '0', tally.failed === 0)
figure(
  'numbers of the two districts that are off',
  off.join(', '),
  '0, 0, 0, 0',
  off.every((by) => by === 0),
)
figure('kills survived', String(killed), String(kills), killed === kills)
await cloud.stop()

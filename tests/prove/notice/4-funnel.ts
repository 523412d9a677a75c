// Some thousand visits at booths, with plays, reports, applications, consents, repeats, a lost code and the whole cloud
// killed: what the officer is shown is what a recount makes it, by booth and by hour. Then a booth's day of 50,000 scans:
// how many database requests and documents one scan costs.
// PEOPLE=100 SCANS=2000 for a short look.
import { deriveId } from 'types/ids'
import { startCloud, type Cloud } from '../../support/cloud'
import { boothDoc, city, cityLines, drained, orgEnv, readDocuments, seedLine } from '../../support/factories/org'
import { campaignLines } from '../../support/factories/quiz'
import { figure } from '../../support/figure'
import { random } from '../../support/random'
import { seedFile } from '../../support/seed-file'
import { openPerson, type Recount } from './funnel-people'

const people = Number(process.env.PEOPLE ?? 500)
const scans = Number(process.env.SCANS ?? 50_000)
const { root, east } = city.nodes
const chance = random(11)
const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T

const campaignId = deriveId('campaign', 'test')
const booths = ['东门', '南门', '西门', '北门', '广场', '丢了的'].map((name) => boothDoc(east, { name, campaignId }))
const crowded = boothDoc(east, { name: '五万人的展台' })
const ids = booths.map(({ _id }) => _id)
const [target, lost] = [ids[0] ?? '', ids.at(-1) ?? '']
const seed = seedFile([
  ...cityLines(),
  ...campaignLines({ under: root.under }),
  ...[...booths, crowded].map((doc) => seedLine('booths', doc)),
])

const recount: Recount = new Map()
const crowd = Array.from({ length: people }, (_, index) => openPerson(`wx-visitor-${index}`, index, recount))
/** Morning, noon and evening of three days in Shanghai, UTC. */
const rounds = [15, 16, 17].flatMap((date) =>
  ['01:10', '05:10', '11:10'].map((time) => `2026-06-${date}T${time}:00.000Z`),
)

let cloud: Cloud
let isLost = false
let [calls, repeats, visits] = [0, 0, 0]

/** Sent until it is answered: the cloud may be gone for a while. */
const tell = async (domain: string, action: string, input: unknown, openid: string): Promise<void> => {
  for (let tries = 0; ; tries++) {
    calls++
    try {
      await cloud.call(domain, action, input, openid)
      if (chance() > 0.1) return
      repeats++
      await cloud.call(domain, action, input, openid)
      return
    } catch (thrown) {
      // Refused for good; all else (nobody there, instance gone, busy) passes.
      const { code } = thrown as { code?: string | number }
      if (['INVALID_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'ALREADY_EXISTS'].includes(String(code))) throw thrown
      if (tries > 60) throw thrown
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

type Person = (typeof crowd)[number]

const act = async (person: Person, round: number, at: Date) => {
  const { openid } = person
  const source = person.sourceAt(at.getTime())
  const _id = (what: string) => deriveId(what, openid, String(round))
  const mark = (stage: Parameters<Person['did']>[0]) => person.did(stage, at)
  if (chance() < 0.4) {
    await tell('quiz', 'start', { _id: _id('paper'), campaignId, level: 1, source }, openid)
    if (!person.hasPlayed()) mark('players')
  }
  if (chance() < 0.3) {
    const words = { place: '二车间', words: `配电箱门敞开 ${round}`, kind: 'electric', photos: [], identity: 'hidden' }
    await tell('hazard', 'report', { _id: _id('report'), ...words, source }, openid)
    mark('reports')
  }
  if (chance() < 0.1 && !person.hasApplied()) {
    await tell('volunteer', 'apply', { ...person.application(east._id), source }, openid)
    mark('applications')
  }
  if (chance() < 0.3) {
    const results = [{ template: 'activity', result: 'accept' }]
    await tell('notice', 'consent', { _id: _id('consent'), results, source }, openid)
    mark('consents')
  }
}

const visit = async (person: Person, round: number, now: string) => {
  visits++
  // The hour is what counts; the figures must not hang on how fast this machine is.
  const at = new Date(now)
  for (let time = 0; time < 2; time++) {
    const code = pick(ids)
    if (time > 0 && chance() < 0.5) break
    const scan = { _id: deriveId('scan', person.openid, String(round), String(time)), booth: code, at: now }
    await tell('org', 'scan', scan, person.openid)
    person.scanned(code, isLost && code === lost ? target : null, at)
  }
  await act(person, round, at)
}

const lots = async <T>(all: readonly T[], size: number, each: (one: T) => Promise<unknown>) => {
  for (let from = 0; from < all.length; from += size) await Promise.all(all.slice(from, from + size).map(each))
}

const rest = async () => {
  await cloud.clock({ advanceMs: 31_000 })
  await drained(cloud, 'org', ['people', 'booths'])
  await drained(cloud, 'quiz', ['plays'])
  await drained(cloud, 'hazard', ['hazards'])
  await drained(cloud, 'volunteer', ['applications'])
  await drained(cloud, 'notice', ['subscribers'])
}

/** The whole machine is gone while people are at it, and comes back with what it had acknowledged. */
const killed = async (now: string) => {
  const { dir } = cloud
  await cloud.kill9()
  cloud = await startCloud({ env: orgEnv, dataDir: dir })
  await cloud.clock({ now: new Date(Date.parse(now) + 60_000).toISOString() })
}

const day = async (round: number, now: string) => {
  await cloud.clock({ now })
  if (round === 5) {
    const [{ version }] = (await readDocuments(cloud, 'booths', { _id: lost })) as [{ version: number }]
    await cloud.call('org', 'redirectBooth', { id: lost, version, to: { boothId: target } }, 'wx-east1')
    isLost = true
  }
  const here = crowd.filter(() => chance() < 0.7)
  const half = Math.floor(here.length / 2)
  const first = lots(here.slice(0, half), 20, (person) => visit(person, round, now))
  if (round % 3 === 1) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await killed(now)
  }
  await first
  await lots(here.slice(half), 20, (person) => visit(person, round, now))
  await rest()
}

type Counts = Record<string, number | null>
type Funnel = {
  hours: Counts[]
  days: { day: string; counts: Counts }[]
  booths: { id: string; redirected: number; counts: Counts }[]
}
const stages = ['scans', 'people', 'players', 'reports', 'applications', 'consents']

/** Every figure an officer is shown beside the recount: how many there are, and how many differ. */
const compare = async () => {
  let [compared, differing] = [0, 0]
  const hold = (shown: number | null | undefined, counted: number | undefined, what: string) => {
    compared++
    // Null is what is told of fewer than three.
    if (shown === null ? (counted ?? 0) < 3 : (shown ?? 0) === (counted ?? 0)) return
    differing++
    process.stdout.write(`  ${what}: shown ${shown ?? 'few'}, recount ${counted ?? 0}\n`)
  }
  const holdHour = (shown: number | null | undefined, counted: number, stage: string, what: string) => {
    const isTold = !['reports', 'applications'].includes(stage) || counted > 2
    hold((shown === null) === isTold ? Number.NaN : shown, counted, what)
  }
  for (const boothId of ids) {
    const own = recount.get(boothId)
    for (const date of ['2026-06-15', '2026-06-16', '2026-06-17']) {
      const funnel = await cloud.call<Funnel>('org', 'funnel', { boothId, day: date }, 'wx-east1')
      const sumOfDay = (stage: string) =>
        Array.from({ length: 24 }, (_, hour) => own?.get(`${date} ${String(hour).padStart(2, '0')} ${stage}`) ?? 0)
      for (const stage of stages) {
        const hours = sumOfDay(stage)
        hours.forEach((counted, hour) =>
          holdHour(funnel.hours[hour]?.[stage], counted, stage, `${boothId} ${date} ${hour} ${stage}`),
        )
        const shown = funnel.days.find((one) => one.day === date)?.counts[stage]
        hold(
          shown,
          hours.reduce((sum, one) => sum + one, 0),
          `${boothId} ${date} ${stage}`,
        )
        hold(funnel.booths[0]?.counts[stage], own?.get(stage), `${boothId} ${stage}`)
      }
      hold(funnel.booths[0]?.redirected, own?.get('redirected'), `${boothId} redirected`)
    }
  }
  return { compared, differing }
}

const driveId = deriveId('drive', 'two-days')
const span = ['2026-06-15', '2026-06-16']

/** A drive of the first two days: one booth is taken in by hand, the others show its contest. */
const holdDrive = async () => {
  const goals = { players: 100, found: null, closed: null, activities: null, rate: null }
  const form = {
    ...{ theme: '两天', slogan: '', cover: 'flag', pattern: null, from: span[0], to: span[1] },
    ...{ monthly: false, open: false, stages: [], goals, kinds: [] },
  }
  await cloud.call('org', 'createDrive', { _id: driveId, nodeId: root._id, form }, 'wx-admin')
  const parts = { contests: [campaignId], activities: [], booths: [lost] }
  await cloud.call('org', 'fillDrive', { id: driveId, version: 0, ...parts }, 'wx-admin')
}

/** The drive's figures beside the recount of its days over all its booths. */
const compareDrive = async () => {
  const { totals } = await cloud.call<{ totals: Counts }>('org', 'funnel', { driveId }, 'wx-admin')
  const countOf = (stage: string) =>
    ids.flatMap((id) =>
      [...(recount.get(id) ?? [])].flatMap(([key, times]) =>
        span.some((date) => key.startsWith(`${date} `)) && key.endsWith(` ${stage}`) ? times : [],
      ),
    )
  const differing = stages.filter((stage) => totals[stage] !== countOf(stage).reduce((sum, one) => sum + one, 0))
  const shown = stages.map((stage) => `${stage} ${totals[stage]}`).join(', ')
  figure(
    'steps of a two-day drive that differ from the recount',
    `${differing.length} (${shown})`,
    'none',
    !differing.length,
  )
}

const funnelHolds = async () => {
  await holdDrive()
  for (const [round, now] of rounds.entries()) await day(round, now)
  const { compared, differing } = await compare()
  await compareDrive()
  figure(
    'visits',
    `${visits} by ${people} people, ${calls} calls, ${repeats} of them repeated`,
    'a few thousand',
    visits > 0,
  )
  figure('figures that differ from the recount', `${differing} of ${compared}`, 'none', differing === 0)
}

type Lease = { batch: number }

/** One booth, one day, everybody for the first time. */
const crowdedDay = async () => {
  await rest()
  await cloud.clock({ now: '2026-06-18T00:00:00.000Z' })
  await cloud.resetMetrics()
  const [before] = (await readDocuments(cloud, 'leases', { _id: 'org.drain' })) as [Lease | undefined]
  const all = Array.from({ length: scans }, (_, index) => index)
  const began = performance.now()
  await lots(all, 40, (index) =>
    cloud.call('org', 'scan', { _id: deriveId('many', String(index)), booth: crowded._id }, `wx-many-${index}`),
  )
  await rest()
  const seconds = (performance.now() - began) / 1000
  const { functions } = await cloud.metrics()
  const org = functions.find(({ name }) => name === 'org')
  const [after] = (await readDocuments(cloud, 'leases', { _id: 'org.drain' })) as [Lease | undefined]
  const batches = (after?.batch ?? 0) - (before?.batch ?? 0)
  const own = await cloud.call<Funnel>('org', 'funnel', { boothId: crowded._id, day: '2026-06-18' }, 'wx-east1')
  const [doc] = await readDocuments(cloud, 'booths', { _id: crowded._id })
  const trips = org?.actions.scan?.trips
  figure(
    'a booth’s day',
    `${scans} scans told in ${seconds.toFixed(0)} s`,
    `all of them shown`,
    own.booths[0]?.counts.scans === scans && own.booths[0]?.counts.people === scans,
  )
  figure(
    'trips of one scan',
    `${trips?.avg.toFixed(2)} on average, ${trips?.max} at most`,
    'at most 3',
    (trips?.max ?? 9) <= 3,
  )
  figure(
    'database requests a scan, the drainer’s among them',
    ((org?.trips ?? 0) / scans).toFixed(2),
    'under 4',
    (org?.trips ?? 0) / scans < 4,
  )
  // A person is written when he scans and when his outbox is empty again; each batch writes three counters and its note twice.
  const written = 2 + (batches * 5) / scans
  figure('documents written a scan', `${written.toFixed(2)} (${batches} batches)`, 'under 3', written < 3)
  figure('writes of the booth’s own document', String(doc?.version), 'none', doc?.version === 0)
}

const main = async () => {
  cloud = await startCloud({ env: orgEnv, seed })
  try {
    await funnelHolds()
    await crowdedDay()
  } finally {
    await cloud.stop()
  }
}

void main()

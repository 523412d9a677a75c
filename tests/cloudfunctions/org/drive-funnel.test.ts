import { strFromU8, unzipSync } from 'fflate'
import type { OutputOf } from 'types/contract'
import { noGoals, type DriveForm } from 'types/drive-form'
import { deriveId } from 'types/ids'
import type { funnelEntries } from 'types/org-funnel'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { atRest, boothDoc, city, cityLines, orgEnv, seedLine } from '../../support/factories/org'
import { random } from '../../support/random'
import { seedFile } from '../../support/seed-file'

type Funnel = OutputOf<typeof funnelEntries.funnel>

const { root, east, west } = city.nodes
const now = '2026-06-10T02:00:00.000Z'
const driveId = deriveId('drive', 'counted')
const goals = { ...noGoals, players: 200, found: 40 }
const form: DriveForm = {
  ...{ theme: '安全生产月', slogan: '人人讲安全', cover: 'flag', pattern: null, from: '2026-05-30', to: '2026-06-03' },
  ...{ monthly: false, open: true, stages: [], goals, kinds: [] },
}
const contest = (name: string, more: object = {}) => ({
  ...atRest('open', name),
  ...{ _id: deriveId('contest', name), nodeId: root._id, under: root.under, title: name, slogan: '', players: 0 },
  ...{ opensAt: new Date('2026-05-01T00:00:00Z'), closesAt: new Date('2026-06-30T00:00:00Z'), levels: 1 },
  ...more,
})
const [own, dropped] = [contest('全市闯关', { driveId }), { ...contest('写错的', { driveId }), state: 'dropped' }]
const booths = {
  // Shows the drive's contest, on its own or out of a batch.
  shows: boothDoc(east, { name: '东门', campaignId: own._id }),
  batch: {
    ...boothDoc(west, { name: '西街一号', campaignId: own._id }),
    batch: { id: deriveId('batch'), title: '西街' },
  },
  hung: boothDoc(root, { name: '广场' }),
  // Taken in by hand, and showing its contest too: one booth.
  both: boothDoc(east, { name: '南门', campaignId: own._id }),
  // None of the drive's.
  other: boothDoc(east, { name: '别的展台' }),
  gone: boothDoc(east, { name: '写错的展台', campaignId: dropped._id }),
}
type Name = keyof typeof booths
const ofDrive: Name[] = ['shows', 'batch', 'hung', 'both']

const chance = random(7)
const upTo = (most: number) => Math.floor(chance() * (most + 1))
const span = ['2026-05-30', '2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03']
/** Days before, of and after the drive. */
const days = ['2026-05-28', '2026-05-29', ...span, '2026-06-04', '2026-06-09']
const steps = {
  org: ['scans', 'people', 'redirected'],
  ...{ quiz: ['players'], hazard: ['reports'], volunteer: ['applications'], notice: ['consents'] },
} as const
const stages = Object.values(steps).flat()

/** What happened: one line a booth, day, hour and step. */
type Fact = { booth: Name; day: string; hour: number; stage: string; times: number }
const facts: Fact[] = (Object.keys(booths) as Name[]).flatMap((booth) =>
  days.flatMap((day) =>
    stages.flatMap((stage) => [9, 17].map((hour) => ({ booth, day, hour, stage, times: upTo(3) }))),
  ),
)
const recount = (holds: (fact: Fact) => boolean) => facts.filter(holds).reduce((sum, { times }) => sum + times, 0)

/** The counters as the drainers write them, key by key. */
const counterLines = () =>
  Object.entries(steps).flatMap(([domain, counted]) => {
    const all = new Map<string, Record<string, number>>()
    const add = (key: string, field: string, by: number) => {
      const values = all.get(key) ?? {}
      all.set(key, { ...values, [field]: (values[field] ?? 0) + by })
    }
    for (const { booth, day, hour, stage, times } of facts.filter((fact) => counted.includes(fact.stage as never))) {
      const key = `booth.${booths[booth]._id}`
      const [month, date] = [day.slice(0, 7).replace('-', ''), day.slice(8)]
      add(key, stage, times)
      add(`${key}.${month}`, `${stage}${date}`, times)
      add(`${key}.${month}${date}`, `${stage}${String(hour).padStart(2, '0')}`, times)
    }
    return [...all].map(([key, values]) => seedLine('counters', { _id: `${domain}.${key}`, domain, batch: 1, values }))
  })

let cloud: Cloud
beforeAll(async () => {
  const lines = [
    ...cityLines(),
    ...[own, dropped].map((doc) => seedLine('campaigns', doc)),
    ...Object.values(booths).map((doc) => seedLine('booths', doc)),
    ...counterLines(),
  ]
  cloud = await startCloudAt({ env: orgEnv, seed: seedFile(lines), now })
  await call('createDrive', { _id: driveId, nodeId: root._id, form })
  const chosen = [booths.hung._id, booths.both._id]
  await call('fillDrive', { id: driveId, version: 0, contests: [], activities: [], booths: chosen })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid = 'wx-admin') => cloud.call<T>('org', action, input, openid)
const read = (input: object = {}, openid?: string) => call<Funnel>('funnel', { driveId, ...input }, openid)
const inSpan = ({ booth, day }: Fact) => ofDrive.includes(booth) && span.includes(day)
const shown = stages.filter((stage) => stage !== 'redirected')
const countsWhere = (holds: (fact: Fact) => boolean) =>
  Object.fromEntries(shown.map((stage) => [stage, recount((fact) => fact.stage === stage && holds(fact))]))

test('the funnel of a drive is what a recount of its booths and days makes it', async () => {
  const funnel = await read()
  expect(funnel).toMatchObject({ title: form.theme, day: '2026-06-03', more: false })
  expect(funnel.drive).toEqual({ from: form.from, to: form.to, goals })
  expect(funnel.totals).toEqual(countsWhere(inSpan))
  expect(funnel.redirected).toBe(recount((fact) => fact.stage === 'redirected' && inSpan(fact)))
  expect(funnel.days).toEqual(
    span.map((day) => ({ day, counts: countsWhere((fact) => inSpan(fact) && fact.day === day) })),
  )
  expect(new Map(funnel.booths.map(({ id, counts }) => [id, counts]))).toEqual(
    new Map(ofDrive.map((name) => [booths[name]._id, countsWhere((fact) => inSpan(fact) && fact.booth === name)])),
  )
})

/** Of one hour two reports are told like none: who stood there then is seen. */
const toldOf = (counts: Record<string, number>) => {
  const few = (stage: string) => (counts[stage]! < 3 ? null : counts[stage])
  return { ...counts, reports: few('reports'), applications: few('applications') }
}

test('hours are of the day asked for; a day without the drive is its nearest', async () => {
  const { hours } = await read({ day: '2026-05-31' })
  expect(hours).toEqual(
    Array.from({ length: 24 }, (_, hour) =>
      toldOf(countsWhere((fact) => inSpan(fact) && fact.day === '2026-05-31' && fact.hour === hour)),
    ),
  )
  const told = hours.flatMap(({ reports, applications }) => [reports, applications])
  expect([told.some((count) => count === null), told.some((count) => count !== null)]).toEqual([true, true])
  expect((await read({ day: '2026-05-01' })).day).toBe('2026-05-30')
})

test('a union below or beside does not see it, not even by way of its own booths', async () => {
  await expect(read({}, 'wx-east1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(read({ nodeId: east._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('its sheet holds the same booths', async () => {
  const _id = deriveId('drive-funnel-sheet')
  const sheet = await call<{ rows: number; fileName: string; url: string }>('exportFunnel', { _id, driveId })
  expect(sheet).toMatchObject({ rows: ofDrive.length, fileName: `${form.theme}展台成效.xlsx` })
  const parts = unzipSync((await cloud.request(sheet.url)).body)
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))
  const words = Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  const texts = words.find(([name]) => name.includes('sharedStrings'))?.[1] ?? words.map(([, text]) => text).join('')
  expect(sheets).toHaveLength(3)
  expect(texts).toContain('少于 3')
})

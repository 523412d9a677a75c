import { deriveId } from 'types/ids'
import { startCloudAt, type Cloud } from '../../support/cloud'
import {
  boothDoc,
  city,
  cityLines,
  drained,
  orgEnv,
  personDoc,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { campaignLines } from '../../support/factories/quiz'
import { consent, form, idCard } from '../../support/factories/volunteer'
import { seedFile } from '../../support/seed-file'

const { root, east } = city.nodes
const campaignId = deriveId('campaign', 'test')
const [gate, hall] = [boothDoc(east, { name: '东门' }), boothDoc(east, { name: '礼堂' })]
/** A poster on the wall whose code leads to another booth by now. */
const [target, lost] = [boothDoc(east, { name: '新门' }), boothDoc(east, { name: '旧门' })]
const lostDoc = { ...lost, state: 'redirected', leads: { booth: { id: target._id, name: target.name }, task: null } }
/** Who shows his own code, and somebody whose code nobody scanned. */
const [guide, other] = [personDoc({ openid: 'wx-guide' }), personDoc({ openid: 'wx-other' })]
const scanned = { booth: gate._id, by: guide.personId }
const domains = { players: 'quiz', reports: 'hazard', applications: 'volunteer', consents: 'notice' } as const
type Stage = keyof typeof domains
const stages = Object.keys(domains) as Stage[]

let cloud: Cloud
beforeAll(async () => {
  const seed = seedFile([
    ...cityLines(),
    ...campaignLines({ under: root.under }),
    ...[gate, hall, target, lostDoc].map((doc) => seedLine('booths', doc)),
    ...[guide, other].map((doc) => seedLine('people', doc)),
  ])
  cloud = await startCloudAt({ env: orgEnv, seed, now: '2026-06-16T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const scan = async (openid: string) => {
  for (const [kind, id] of Object.entries(scanned))
    await cloud.call('org', 'scan', { _id: deriveId('scan', openid, kind), [kind]: id }, openid)
}

const words = { place: '二车间', words: '配电箱门敞开', kind: 'electric', photos: [] }
const report = (openid: string, more: object) =>
  cloud.call('hazard', 'report', { _id: deriveId('report', openid), ...words, identity: 'hidden', ...more }, openid)

let birthday = 10

/** A first paper, a report, an application and a consent, each saying that it came by this. */
const doAll = async (openid: string, source: object) => {
  await cloud.call('quiz', 'start', { _id: deriveId('paper', openid), campaignId, level: 1, source }, openid)
  await report(openid, { source, identity: 'named' })
  const number = idCard(`198001${birthday++}`, '001')
  const application = { form: form({ idCard: number, nodeId: east._id }), consent: consent() }
  await cloud.call('volunteer', 'apply', { _id: deriveId('application', openid), ...application, source }, openid)
  const results = [{ template: 'activity', result: 'accept' }]
  await cloud.call('notice', 'consent', { _id: deriveId('consent', openid), results, source }, openid)
}

const rest = () =>
  Promise.all([
    drained(cloud, 'quiz', ['plays']),
    drained(cloud, 'hazard', ['hazards']),
    drained(cloud, 'volunteer', ['applications']),
    drained(cloud, 'notice', ['subscribers']),
  ])

/** What was counted for a booth (`booth.<id>`) or a person (`by.<id>`), by stage. */
const countedAt = async (key: string) => {
  await rest()
  const read = async (stage: Stage) => {
    const [counter] = await readDocuments(cloud, 'counters', { _id: `${domains[stage]}.${key}` })
    return [stage, ((counter?.values ?? {}) as Record<string, number>)[stage] ?? 0] as const
  }
  return Object.fromEntries(await Promise.all(stages.map(read)))
}
const each = (count: number) => Object.fromEntries(stages.map((stage) => [stage, count]))

test('what the person scanned is counted at its booth and for who showed it, a made-up one for nobody', async () => {
  await scan('wx-honest')
  await doAll('wx-honest', scanned)
  // Scanned the same two, and names two others.
  await scan('wx-forger')
  await doAll('wx-forger', { booth: hall._id, by: other.personId })
  // Never scanned anything.
  await doAll('wx-stranger', scanned)
  expect(await countedAt(`booth.${gate._id}`)).toEqual(each(1))
  expect(await countedAt(`by.${guide.personId}`)).toEqual(each(1))
  expect(await countedAt(`booth.${hall._id}`)).toEqual(each(0))
  expect(await countedAt(`by.${other.personId}`)).toEqual(each(0))
})

test('one true half counts without the other; the booth an older phone stands at likewise', async () => {
  const before = await countedAt(`booth.${gate._id}`)
  await scan('wx-half')
  await doAll('wx-half', { booth: gate._id, by: other.personId })
  expect(await countedAt(`by.${other.personId}`)).toEqual(each(0))
  await scan('wx-old')
  await report('wx-old', { boothId: gate._id })
  await report('wx-old-stranger', { boothId: gate._id })
  expect(await countedAt(`booth.${gate._id}`)).toEqual({
    ...{ players: before.players! + 1, applications: before.applications! + 1, reports: before.reports! + 2 },
    consents: before.consents! + 1,
  })
})

test('a hidden or anonymous report counts for the booth, and for nobody who showed his code', async () => {
  await scan('wx-hidden')
  const [booth, by] = [`booth.${gate._id}`, `by.${guide.personId}`]
  const [atBooth, ofGuide] = [await countedAt(booth), await countedAt(by)]
  await report('wx-hidden', { source: scanned })
  const secret = { identity: 'anonymous', retrievalKey: 'k'.repeat(32), source: scanned }
  await report('wx-hidden', { ...secret, _id: deriveId('report', 'wx-hidden', 'anonymous') })
  expect((await countedAt(booth)).reports).toBe(atBooth.reports! + 2)
  expect(await countedAt(by)).toEqual(ofGuide)
})

test('a lost code the phone still names counts for the booth it leads to', async () => {
  const openid = 'wx-no-network'
  await doAll(openid, { booth: lost._id })
  expect(await countedAt(`booth.${target._id}`)).toEqual(each(0))
  const late = 'wx-late-network'
  await cloud.call('org', 'scan', { _id: deriveId('scan', late), booth: lost._id }, late)
  await doAll(late, { booth: lost._id })
  expect(await countedAt(`booth.${target._id}`)).toEqual(each(1))
  expect(await countedAt(`booth.${lost._id}`)).toEqual(each(0))
  await drained(cloud, 'org', ['people'])
  const people = async (id: string) =>
    ((await readDocuments(cloud, 'counters', { _id: `org.booth.${id}` }))[0]?.values as { people?: number }).people
  expect([await people(target._id), await people(lost._id)]).toEqual([1, undefined])
})

test('an anonymous report counts where its reporter came from, and nothing of it knows the way or the person', async () => {
  const before = await countedAt(`booth.${gate._id}`)
  await scan('wx-anonymous')
  await report('wx-anonymous', { identity: 'anonymous', retrievalKey: 'k'.repeat(32), source: scanned })
  expect((await countedAt(`booth.${gate._id}`)).reports).toBe(before.reports! + 1)
  const stored = JSON.stringify([
    await readDocuments(cloud, 'hazards', { _id: deriveId('report', 'wx-anonymous') }),
    await readDocuments(cloud, 'events', { subjectId: deriveId('report', 'wx-anonymous') }),
    await readDocuments(cloud, 'report_days'),
  ])
  expect(stored).not.toContain('wx-anonymous')
  expect(stored).not.toContain(gate._id)
  expect(stored).not.toContain(guide.personId)
})

test('none of the four takes more than three trips', async () => {
  await cloud.resetMetrics()
  await scan('wx-counted')
  await doAll('wx-counted', scanned)
  const { functions } = await cloud.metrics()
  const tripsOf = (domain: string, action: string) =>
    functions.find(({ name }) => name === domain)?.actions[action]?.trips.max ?? 9
  expect(tripsOf('quiz', 'start')).toBeLessThanOrEqual(3)
  expect(tripsOf('hazard', 'report')).toBeLessThanOrEqual(3)
  expect(tripsOf('volunteer', 'apply')).toBeLessThanOrEqual(3)
  expect(tripsOf('notice', 'consent')).toBeLessThanOrEqual(3)
})

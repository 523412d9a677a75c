import { deriveId } from 'types/ids'
import type { OwnYear } from 'types/volunteer-year'
import { yearRules } from 'types/volunteer-year-rules'
import { RuleSet, type KeptRule } from 'types/volunteer-year-set'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { applicationId, cast, idOf, nodeLines } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { attendanceLine, confirmedHonourLine, honourIdOf, yearSettled } from '../../support/factories/volunteer-year'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const now = '2026-06-10T02:00:00.000Z'
const people = ['早', '晚'].map((word, index) => ({
  ...{ openid: `r${index}`, name: `冯${word}来`, order: String(701 + index) },
  change: { enrolledAt: { $date: index === 0 ? '2026-03-01T02:00:00.000Z' : '2026-05-05T02:00:00.000Z' } },
}))
const served = ['2026-03-03', '2026-04-04'].map((day) =>
  attendanceLine({ openid: 'r0', name: day, startsAt: `${day}T01:00:00.000Z` }),
)

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  const honours = people.map(({ openid }) => confirmedHonourLine(openid, 2026))
  const lines = [...nodeLines(), ...cast(), ...people.map(enrolledLine), ...served, ...honours]
  cloud = await fresh.open({ seed: seedFile(lines), env: enrolledEnv, now })
  await yearSettled(cloud)
})
afterAll(fresh.close)

type Done = { id: string; state: string; version: number }
type Rules = { sets: KeptRule[]; version: number | null; mayChange: boolean; years: number[] }
const ask = <T = Done>(action: string, input: object, openid: string) =>
  cloud.call<T>('volunteer', action, input, openid)
const rules = (openid = 'root-officer') => ask<Rules>('yearRules', {}, openid)
const shipped = RuleSet.strip().parse(yearRules[0])
const set = (change: Partial<RuleSet>, from = 2026, version: number | null = null, openid = 'root-officer') =>
  ask('setYearRules', { version, from, set: { ...shipped, ...change } }, openid)
const mine = async (openid: string) => (await ask<{ mine: OwnYear }>('myYear', { year: 2026 }, openid)).mine
const refusal = (code: string) => expect.objectContaining({ code })

const stricter = { needed: 3, lateFrom: '05-01', neededLate: 1, numbers: { text: '云志{year}-{count}', digits: 3 } }

test('as shipped until somebody changes it; only the administrator may, and nothing wrong is kept', async () => {
  expect(await rules()).toMatchObject({ version: null, mayChange: true, years: [2026, 2027] })
  expect(await rules('east-officer')).toMatchObject({ mayChange: false, sets: [{ from: 2018, shipped: true }] })
  await expect(set({}, 2026, null, 'east-officer')).rejects.toEqual(refusal('NOT_FOUND'))
  const wrong: Partial<RuleSet>[] = [
    ...[{ needed: 0 }, { lateFrom: '02-30' }, { opensFrom: '12月' }, { reminders: ['09-31'] }],
    ...[{ quotaPercent: 101 }, { numbers: { text: '安志{count}号', digits: 4 } }],
  ]
  for (const change of wrong) await expect(set(change)).rejects.toEqual(refusal('INVALID_INPUT'))
  for (const year of [2025, 2028]) await expect(set({}, year)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  expect((await rules()).version).toBeNull()
})

test('a rule of this year holds for everybody at the next tick; a retry is the same answer', async () => {
  expect(await mine('r0')).toMatchObject({ need: 2, shelf: 'enough', late: false })
  const done = await set(stricter)
  expect(await set(stricter)).toEqual(done)
  await expect(set({ needed: 5 })).rejects.toEqual(refusal('CONFLICT'))
  await yearSettled(cloud)
  expect(await mine('r0')).toMatchObject({ need: 3, late: false })
  expect(await mine('r1')).toMatchObject({ need: 1, late: true })
  const docs = await rawDocuments(cloud, 'volunteer_years', { year: 2026, applicationId: applicationId('r0') })
  expect(docs).toMatchObject([{ need: 3, shelf: 'some', short: true }])
  expect((await rules()).sets.map(({ from, needed, shipped: own }) => [from, needed, own])).toEqual([
    [2026, 3, false],
    [2018, 2, true],
  ])
  const trail = await rawDocuments(cloud, 'events', { subjectId: done.id })
  expect(trail.map(({ verb }) => verb)).toEqual(['修改年度服务规则'])
})

test('a walk that ended under the old rule does not stand for the new one', async () => {
  const [walk] = await rawDocuments(cloud, 'volunteer_walks')
  const { version } = await rules()
  await set({ ...stricter, needed: 4 }, 2026, version)
  await yearSettled(cloud)
  expect(await mine('r0')).toMatchObject({ need: 4 })
  await set(stricter, 2026, version! + 1)
  // The walk under way wrote down that it was done after the rule had been changed.
  const collectionName = 'volunteer_walks'
  const gone = { action: 'database.deleteDocument', collectionName, queryType: 'WHERE', query: '{"_id":"years"}' }
  await cloud.admin({ ...gone, multi: true })
  const late = { ...walk, rule: '2026-2', done: true }
  await cloud.admin({ action: 'database.insertDocument', collectionName, data: [JSON.stringify(late)] })
  await yearSettled(cloud)
  const docs = await rawDocuments(cloud, 'volunteer_years', { year: 2026, applicationId: applicationId('r0') })
  expect(docs).toMatchObject([{ need: 3 }])
})

test('certificates of the year are numbered by its rule, without gaps', async () => {
  const input = { _id: deriveId('issue', 'rules'), nodeId: idOf('root'), of: 'award' }
  const ids = people.map(({ openid }) => honourIdOf(openid))
  const { items } = await ask<{ items: { number: string }[] }>('issueCertificates', { ...input, ids }, 'root-officer')
  expect(items.map(({ number }) => number)).toEqual(['云志2026-001', '云志2026-002'])
})

test('the day on which a year is assessed is the rule’s, and afterwards that year’s rule stands', async () => {
  const { version } = await set({ ...stricter, opensFrom: '06-01', objectionDays: 7 }, 2026, 2)
  const round = { _id: deriveId('round', 'rules'), nodeId: idOf('east'), year: 2026 }
  await ask('openRound', round, 'east-officer')
  await expect(set(stricter, 2026, version)).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
  expect(await set(stricter, 2027, version)).toMatchObject({ version: version + 1 })
})

import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const fresh = sharedCloud()
let cloud: Cloud
afterAll(fresh.close)

const minuteMs = 60_000
const pass = async (ms = minuteMs) => {
  await cloud.clock({ advanceMs: ms })
  await cloud.rest()
}
const tripsOf = async () => {
  const { functions } = await cloud.metrics()
  return functions.reduce((sum, { trips }) => sum + trips, 0)
}

beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-11-20T02:00:30.000Z' })
  // The first looks at everything, and what it finds keeps some awake.
  for (let minute = 0; minute < 5; minute++) await pass()
  await cloud.resetMetrics()
})

const change = (collectionName: string, _id: string, set: object) =>
  cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName, queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: JSON.stringify({ _id }), data: JSON.stringify({ $set: set }) },
  })

/** As another function, or its own, asks. */
const ask = (how: string) =>
  cloud.admin({
    ...{ action: 'functions.invokeFunction', function_name: 'org' },
    request_data: JSON.stringify({ action: 'tick', input: { [how]: true } }),
  })

/** Something lies in an outbox, and whoever put it there told nobody. */
const leaveUnsaid = async () => {
  const at = { $date: new Date(Date.parse((await cloud.clock()).now)).toISOString() }
  await change('nodes', city.nodes.east._id, { outboxAt: at })
}
const isWaiting = async () =>
  (await readDocuments(cloud, 'nodes', { _id: city.nodes.east._id, outboxAt: { $ne: null } })).length > 0

test('a quarter of an hour in which nothing happens costs a look a minute and one at everything', async () => {
  for (let minute = 0; minute < 15; minute++) await pass()
  const { functions } = await cloud.metrics()
  expect(functions.map(({ name, calls }) => [name, calls])).toEqual(functions.map(({ name }) => [name, 15]))
  // Before: 172 requests each minute. The smallest plan stops a database after 50,000 reads a day.
  const aDay = (await tripsOf()) * 96
  console.info(`requests of an idle day: ${aDay}`)
  expect(aDay).toBeLessThan(40_000)
})

test('what nobody told of is found within a quarter of an hour', async () => {
  await leaveUnsaid()
  await pass()
  expect(await isWaiting()).toBe(true)
  for (let minute = 0; minute < 14; minute++) await pass()
  expect(await isWaiting()).toBe(false)
})

test('for three minutes after a write the outboxes are looked into each minute', async () => {
  await ask('nudged')
  await cloud.rest()
  await leaveUnsaid()
  await pass()
  expect(await isWaiting()).toBe(false)
  await pass(5 * minuteMs)
  await leaveUnsaid()
  await pass()
  expect(await isWaiting()).toBe(true)
})

test('who is only woken does nothing at once, and looks the next minute', async () => {
  await leaveUnsaid()
  await ask('wake')
  await cloud.rest()
  expect(await isWaiting()).toBe(true)
  await pass()
  expect(await isWaiting()).toBe(false)
})

test('a clock that was put back leaves nothing lying', async () => {
  await change('leases', 'org.drain', { sweepAt: { $date: '2026-12-24T00:00:00.000Z' } })
  await leaveUnsaid()
  await pass()
  expect(await isWaiting()).toBe(false)
})

test('the timer’s message `all`, by hand, does everything at once', async () => {
  await leaveUnsaid()
  await cloud.tick('org')
  expect(await isWaiting()).toBe(false)
})

test('a command that leaves nothing, a retry among them, has the next minute looked at', async () => {
  await leaveUnsaid()
  await cloud.callRaw('org', { action: 'scan', input: { _id: 'no id' } }, 'wx-worker')
  await cloud.rest()
  expect(await isWaiting()).toBe(true)
  await pass()
  expect(await isWaiting()).toBe(false)
})

test('whoever calls it from outside, it does no more than a write asks for', async () => {
  await cloud.resetMetrics()
  await cloud.callRaw('org', { action: 'tick', input: { all: true } }, 'wx-worker')
  await cloud.rest()
  const byHand = await tripsOf()
  await cloud.resetMetrics()
  await cloud.tick('org')
  expect(byHand).toBeLessThan(await tripsOf())
})

test('what cannot be handed over keeps its function awake', async () => {
  const at = { $date: new Date(Date.parse((await cloud.clock()).now)).toISOString() }
  const item = { id: 'stuck', to: 'nobody', kind: 'word', payload: {} }
  await change('nodes', city.nodes.east._id, { outboxAt: at, outbox: [item] })
  await ask('nudged')
  await cloud.rest()
  for (let minute = 0; minute < 6; minute++) await pass()
  await change('nodes', city.nodes.east._id, { outbox: [] })
  await pass()
  expect(await isWaiting()).toBe(false)
})

import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import { startCloud, type Cloud } from '../../support/cloud'
import { campaignLines, freeDrainer, holdDrainer, testEnv } from '../../support/factories/quiz'
import { drainedUntil } from '../../support/factories/quiz-play'
import { seedFile } from '../../support/seed-file'

const campaignId = deriveId('campaign', 'test')
const players = Array.from({ length: 40 }, (_, index) => `wx-player-${index}`)

let cloud: Cloud
beforeAll(async () => {
  const lines = campaignLines({ under: [deriveId('node', 'root')], questions: 50, levels: 1 })
  cloud = await startCloud({ seed: seedFile(lines), env: testEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const papersOf = (under: string) =>
  Promise.all(
    players.map((player) =>
      cloud.call<Paper>('quiz', 'start', { _id: deriveId(under, player), campaignId, level: 1 }, player),
    ),
  )
const count = async (collectionName: string, query: object) => {
  const request = { action: 'database.calculateDocument', queryType: 'WHERE', envName: 'local-ankang' }
  const reply = await cloud.admin({ ...request, collectionName, query: JSON.stringify(query) })
  return (reply as { data: { total: number } }).data.total
}

test('more papers at once than one answer of the database can hold all come to rest', async () => {
  await holdDrainer(cloud)
  const papers = await papersOf('handed in')
  for (const [index, { id }] of papers.entries())
    await cloud.call('quiz', 'submit', { id, campaignId, answers: [] }, players[index] ?? '')
  await freeDrainer(cloud)
  await drainedUntil(cloud, async () => (await count('plays', { outboxAt: { $ne: null } })) === 0)
  expect(await count('papers', {})).toBe(players.length)
})

test('as many papers nobody hands in are all closed by the clock', async () => {
  await papersOf('forgotten')
  expect(await count('plays', { state: 'answering' })).toBe(players.length)
  await cloud.clock({ advanceMs: 600_000 })
  await drainedUntil(cloud, async () => (await count('plays', { state: 'answering' })) === 0)
})

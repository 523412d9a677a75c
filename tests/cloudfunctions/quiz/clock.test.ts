import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { contestEntries } from 'types/quiz-contest'
import { startCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, seedLine } from '../../support/factories/org'
import { campaignLines, testEnv } from '../../support/factories/quiz'
import { playing } from '../../support/factories/quiz-play'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const { root } = city.nodes
const campaignId = deriveId('campaign', 'on time')

const drafts = (names: readonly string[], change: object) =>
  names.flatMap((name) => {
    const [line] = campaignLines({ id: deriveId('campaign', name), under: root.under, state: 'draft' })
    return line ? [{ c: line.c, d: { ...line.d, ...change } }] : []
  })

let cloud: Cloud
afterEach(() => cloud.stop())

const begin = async (lines: readonly object[]) => {
  const seed = seedFile([...cityLines(), ...campaignLines({ id: campaignId, under: root.under }), ...lines])
  cloud = await startCloud({ seed, env: testEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
}
const stateOf = async (name: string) =>
  (await rawDocuments(cloud, 'campaigns', { _id: deriveId('campaign', name) }))[0]?.state
const tick = async () => {
  await cloud.clock({ advanceMs: 600_000 })
  await cloud.tick('quiz')
  await cloud.clock({ advanceMs: 61_000 })
  await cloud.tick('quiz')
}
const papers = async () => (await rawDocuments(cloud, 'papers')).length

test('contests larger together than one answer of the platform begin all the same, and are listed', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `large ${index}`)
  await begin(drafts(names, { levelRules: [{ title: '类'.repeat(40_000) }] }))
  const { start } = playing(() => cloud, campaignId)
  await start('wx-forgetful', 'forgotten')
  await tick()
  for (const name of names) expect(await stateOf(name)).toBe('open')
  expect(await papers()).toBe(1)
  const { items } = await cloud.call<OutputOf<typeof contestEntries.campaigns>>(
    'quiz',
    'campaigns',
    { nodeId: root._id, size: 50 },
    'wx-admin',
  )
  expect(items).toHaveLength(13)
}, 60_000)

test('what cannot be carried out holds up nothing else of the clock, and is told in the log', async () => {
  const law = {
    _id: deriveId('law', 'broken'),
    name: '坏',
    state: 'amended',
    enforceAt: new Date('2026-06-09T00:00:00Z'),
    next: { version: '2' },
  }
  await begin([...drafts(['a broken'], { events: null }), ...drafts(['b sound'], {}), seedLine('quiz_laws', law)])
  const { start } = playing(() => cloud, campaignId)
  await start('wx-forgetful', 'forgotten')
  await tick()
  expect([await stateOf('a broken'), await stateOf('b sound')]).toEqual(['draft', 'open'])
  expect(await papers()).toBe(1)
  // The register is read after the laws.
  expect(await rawDocuments(cloud, 'quiz_units', { _id: `${campaignId}.board` })).toHaveLength(1)
  expect(cloud.printed()).toMatch(/tick\.open.*INTERNAL/)
  expect(cloud.printed()).toMatch(/tick\.laws.*INTERNAL/)
}, 60_000)

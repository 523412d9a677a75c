import { startCloud, type Cloud } from '../../support/cloud'
import { cast, idCard, nodeLines, personLine } from '../../support/factories/volunteer'
import { enrolledEnv } from '../../support/factories/volunteer-enrolled'
import { findIn, searchFolder } from '../../support/needles'
import { linesOf, numbersOf, privateDay, volunteersOf } from '../../support/private-run'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const people = volunteersOf(8)
const numbers = numbersOf(people, 1)

let cloud: Cloud
beforeAll(async () => {
  const workers = people.map(({ openid, name }) => personLine(openid, name))
  const lines = [...nodeLines(), ...cast(), ...workers, ...linesOf(people)]
  cloud = await startCloud({ seed: seedFile(lines), env: enrolledEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

test('after a day no number is readable anywhere, and who erased himself is nowhere by name', async () => {
  const { replies, sheet } = await privateDay({ cloud, people, applicants: 1, erased: 2 })
  const needles = { numbers, words: [] }
  expect(searchFolder(cloud.dir, needles).found).toEqual([])
  expect(findIn('replies', Buffer.from(replies.join('\n')), needles)).toEqual([])
  expect(findIn('sheet', sheet, needles)).toEqual([])
  const names = people.map(({ name }) => name)
  expect(findIn('log', Buffer.from(cloud.printed()), { numbers, words: names })).toEqual([])
  for (const collection of ['applications', 'events', 'attendances', 'volunteer_looks', 'teams', 'volunteer_years']) {
    const text = Buffer.from(JSON.stringify(await rawDocuments(cloud, collection)))
    expect(findIn(collection, text, { numbers, words: names.slice(0, 2) })).toEqual([])
  }
  // The search finds what is there.
  const control = idCard('19601212', '888')
  await cloud.upload('control/one.bin', Buffer.from(Buffer.from(`x ${control}`).toString('base64')), 'worker')
  expect(searchFolder(cloud.dir, { numbers: new Set([control]), words: [] }).found).toHaveLength(1)
})

import { startCloudAt, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import { nodeLines } from '../../support/factories/volunteer'
import { placeAll, recount, walkReach } from '../../support/factories/volunteer-reach'
import { everyTriple, expected, walk, walkCast } from '../../support/factories/volunteer-walk'
import { seedFile } from '../../support/seed-file'

let cloud: Cloud
beforeAll(async () => {
  const seed = seedFile([...nodeLines(), ...walkCast()])
  cloud = await startCloudAt({ seed, env: testEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

// All of them are walked by the proof; here one in 23, and of those that go through one in seven.
const some = everyTriple.filter((triple, index) => index % (expected(triple) ? 7 : 23) === 0)

test('who may do what at which stage is what the table says', async () => {
  const { through, wrong } = await walk(cloud, some)
  expect(wrong).toEqual([])
  expect(through).toBeGreaterThan(3)
  await drained(cloud, 'volunteer')
  expect((await recount(cloud)).wrong).toEqual([])
})

test('each authority sees what lies in its tree and was handed to it, no more and no less', async () => {
  const placed = (await placeAll(cloud)).filter((_one, index) => index % 3 === 0)
  const { wrong, answered } = await walkReach(cloud, placed)
  expect(wrong).toEqual([])
  expect(answered).toBeGreaterThan(20)
})

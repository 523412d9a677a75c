// The review walked whole on the real functions: every state, act and person; every office before every list and every
// application; and what the tiles count beside what there is.
import { startCloudAt } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import { nodeLines } from '../../support/factories/volunteer'
import { placeAll, recount, walkReach } from '../../support/factories/volunteer-reach'
import { everyTriple, expected, walk, walkCast } from '../../support/factories/volunteer-walk'
import { figure } from '../../support/figure'
import { seedFile } from '../../support/seed-file'

const say = (wrong: readonly string[]) => (wrong.length === 0 ? '0 wrong' : wrong.slice(0, 5).join('; '))

const main = async () => {
  const seed = seedFile([...nodeLines(), ...walkCast()])
  const cloud = await startCloudAt({ seed, env: testEnv, now: '2026-06-10T02:00:00.000Z' })
  try {
    const must = everyTriple.filter((triple) => expected(triple) !== null).length
    const { through, wrong, made } = await walk(cloud, everyTriple)
    figure(
      'state, act and person on the real function',
      `${everyTriple.length} tried, ${through} went through on ${made} applications, ${say(wrong)}`,
      `${must} go through, all others change nothing`,
      wrong.length === 0 && through === must,
    )
    const placed = await placeAll(cloud)
    const reach = await walkReach(cloud, placed)
    figure(
      'office, entry and place of the application',
      `${reach.asked} asked, ${reach.answered} answered, ${say(reach.wrong)}`,
      'each sees its own tree and what was handed to it',
      reach.wrong.length === 0,
    )
    await drained(cloud, 'volunteer')
    const counts = await recount(cloud)
    figure('numbers on tiles', `${counts.numbers} compared, ${say(counts.wrong)}`, 'equal', counts.wrong.length === 0)
  } finally {
    await cloud.stop()
  }
}

void main()

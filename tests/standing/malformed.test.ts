import type { Access } from 'types/contract'
import type { Cloud } from '../support/cloud'
import { nameOf, type Named } from './contracts'
import { mutantsOf, walkedEntries, type Mutant } from './mutants'
import { openidOf, startWorld, type Part } from './world'

/** Somebody who may call the entry, so that only the input is wrong. */
const callerOf = (access: Access): Part => {
  if (access === 'anyone' || access === 'function' || 'owner' in access) return 'worker'
  const roles: readonly string[] = typeof access.role === 'string' ? [access.role] : access.role
  if (access.scope === 'root') return 'city officer'
  return roles.includes('officer') ? 'officer' : roles.includes('fixer') ? 'fixer' : 'regulator'
}

let cloud: Cloud
const contents = async (): Promise<string> => {
  const names = [
    'people',
    'nodes',
    'enterprises',
    'hazards',
    'applications',
    'campaigns',
    'plays',
    'papers',
    'pushes',
    'messages',
    'booths',
    'invites',
    'subscribers',
    'question_imports',
    'quiz_prizes',
    'quiz_claims',
    'quiz_draws',
    'backups',
    'events',
  ]
  const counts: string[] = []
  for (const collectionName of names) {
    const body = {
      action: 'database.calculateDocument',
      collectionName,
      query: '{}',
      queryType: 'WHERE',
      envName: 'local-ankang',
    }
    counts.push(`${collectionName} ${JSON.stringify(((await cloud.admin(body)) as { data?: unknown }).data)}`)
  }
  return counts.join('\n')
}

let untouched = ''
beforeAll(async () => {
  cloud = await startWorld()
  untouched = await contents()
}, 60_000)
afterAll(() => cloud.stop())

let tried = 0

/** What is wrong with the answer to one malformed input; nothing where it is refused in plain words. */
const complaintOf = async ({ domain, action }: Named, openid: string, [what, raw]: Mutant): Promise<string[]> => {
  const reply = await cloud.request(`${cloud.url}/call/${domain}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: `{"action":"${action}","input":${raw}}`,
  })
  tried += 1
  const { error } = JSON.parse(reply.body.toString('utf8')) as { error?: { code: string; message: string } }
  const plain = error && /[一-鿿]/.test(error.message) && !/[a-z]{4,}/.test(error.message)
  return error?.code === 'INVALID_INPUT' && plain ? [] : [`${what}: ${error?.code ?? 'OK'}`]
}

test.each(walkedEntries.map((named) => [nameOf(named), named] as const))(
  '%s refuses malformed input',
  async (name, named) => {
    const openid = openidOf(callerOf(named.entry.access))
    // All at once: none depends on another, and nothing of what is refused is kept.
    const wrong = (await Promise.all(mutantsOf(named).map((mutant) => complaintOf(named, openid, mutant)))).flat()
    expect([name, wrong]).toEqual([name, []])
  },
  60_000,
)

test('nothing was written, and more than a thousand inputs were tried', async () => {
  expect(await contents()).toBe(untouched)
  const { queries } = await cloud.metrics()
  const writes = queries.filter(
    ({ shape, collection }) => /insert|modify|update|remove/i.test(shape) && collection !== 'leases',
  )
  expect(writes.map(({ collection, shape }) => `${collection} ${shape}`)).toEqual([])
  expect(tried).toBeGreaterThan(1000)
  console.info(`malformed inputs tried: ${tried}`)
}, 60_000)

import type { Access } from 'types/contract'
import type { Cloud } from '../support/cloud'
import { nameOf } from './contracts'
import { mutantsOf, walkedEntries } from './mutants'
import { openidOf, startWorld, type Part } from './world'

/** Somebody who may call the entry, so that only the input is wrong. */
const callerOf = (access: Access): Part => {
  if (access === 'anyone' || access === 'function' || 'owner' in access) return 'worker'
  const roles: readonly string[] = typeof access.role === 'string' ? [access.role] : access.role
  if (access.scope === 'root') return 'city officer'
  return roles.includes('officer') ? 'officer' : roles.includes('fixer') ? 'fixer' : 'regulator'
}

// A record takes any value a person types; what is wrong in it is found against the template.
const tolerated = new Set(['notice.preview', 'notice.send'])

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

beforeAll(async () => {
  cloud = await startWorld()
}, 60_000)
afterAll(() => cloud.stop())

let tried = 0

test.each(walkedEntries.map((named) => [nameOf(named), named] as const))(
  '%s refuses malformed input',
  async (name, named) => {
    const openid = openidOf(callerOf(named.entry.access))
    const wrong: string[] = []
    for (const [what, raw] of mutantsOf(named)) {
      const reply = await cloud.request(`${cloud.url}/call/${named.domain}`, {
        method: 'POST',
        headers: { 'x-wx-openid': openid },
        body: `{"action":"${named.action}","input":${raw}}`,
      })
      const { error } = JSON.parse(reply.body.toString('utf8')) as { error?: { code: string; message: string } }
      const plain = error && /[一-鿿]/.test(error.message) && !/[a-z]{4,}/.test(error.message)
      if (error?.code !== 'INVALID_INPUT' || !plain) wrong.push(`${what}: ${error?.code ?? 'OK'}`)
      tried += 1
    }
    expect([name, tolerated.has(name) ? wrong.filter((line) => !line.startsWith('data')) : wrong]).toEqual([name, []])
  },
  60_000,
)

test('nothing was written, and more than a thousand inputs were tried', async () => {
  const fresh = await startWorld()
  const untouched = await (async () => {
    const kept = cloud
    cloud = fresh
    const text = await contents()
    cloud = kept
    return text
  })()
  await fresh.stop()
  expect(await contents()).toBe(untouched)
  const { queries } = await cloud.metrics()
  const writes = queries.filter(
    ({ shape, collection }) => /insert|modify|update|remove/i.test(shape) && collection !== 'leases',
  )
  expect(writes.map(({ collection, shape }) => `${collection} ${shape}`)).toEqual([])
  expect(tried).toBeGreaterThan(1000)
  console.info(`malformed inputs tried: ${tried}`)
}, 60_000)

import type { Access } from 'types/contract'
import type { Cloud } from '../support/cloud'
import { entries, nameOf, type Named } from './contracts'
import { samples } from './samples'
import { openidOf, startWorld, type Part } from './world'

/** Somebody who may call the entry, so that only the input is wrong. */
const callerOf = (access: Access): Part => {
  if (access === 'anyone' || access === 'function' || 'owner' in access) return 'worker'
  const roles: readonly string[] = typeof access.role === 'string' ? [access.role] : access.role
  if (access.scope === 'root') return 'city officer'
  return roles.includes('officer') ? 'officer' : roles.includes('fixer') ? 'fixer' : 'regulator'
}

/** Free text: full-width digits and emoji are somebody's words there. */
const freeText = new Set([
  ...[
    'name',
    'unionName',
    'words',
    'reason',
    'secret',
    'title',
    'slogan',
    'industry',
    'place',
    'fileName',
    'law',
    'lawVersion',
  ],
  ...['suggestion', 'opinion', 'retrievalKey', 'code', 'manifest', 'verb', 'wish', 'subjectId'],
])

type Mutant = [what: string, raw: string]
type Input = Record<string, unknown>

const million = 'ａ'.repeat(350_000)
const nested = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 'deep')

const withKey = (input: Input, key: string, value: unknown) => JSON.stringify({ ...input, [key]: value })
const withRaw = (input: Input, raw: string) =>
  `{${raw}${Object.keys(input).length > 0 ? ',' : ''}${JSON.stringify(input).slice(1)}`

const wholes = (input: Input): Mutant[] => [
  ['a list', JSON.stringify([input])],
  ['a text', JSON.stringify('input')],
  ['a number', '7'],
  ['an unknown key', withKey(input, 'unexpected', 1)],
  ['__proto__', withRaw(input, '"__proto__":{"admin":true}')],
  ['constructor', withRaw(input, '"constructor":{"prototype":{"admin":true}}')],
  ['a huge unknown key', withKey(input, 'x'.repeat(1000), million)],
]

const wrongValues = (key: string, value: unknown): [string, unknown][] => {
  const isObject = typeof value === 'object' && value !== null
  return [
    ['an operator', { $gt: '' }],
    ['nested lists', nested],
    ...(typeof value === 'boolean' ? [] : [['true', true] as [string, unknown]]),
    ['NaN', null],
    ['a million letters', million],
    ...(freeText.has(key)
      ? []
      : ([
          ['emoji', '😀'],
          ['full-width digits', '１２３'],
        ] as [string, unknown][])),
    ...(isObject || typeof value === 'number' ? [] : ([['a number', 1e21]] as [string, unknown][])),
  ]
}

const required = ({ entry }: Named, input: Input) =>
  Object.keys(input).filter((key) => {
    const rest = Object.entries(input).filter(([other]) => other !== key)
    return !entry.input.safeParse(Object.fromEntries(rest)).success
  })

const keysOf = (input: Input): Mutant[] =>
  Object.entries(input).flatMap(([key, value]) =>
    wrongValues(key, value).map(([what, wrong]): Mutant => [`${key} = ${what}`, withKey(input, key, wrong)]),
  )

const missing = (named: Named, input: Input): Mutant[] =>
  required(named, input).map((key) => [`without ${key}`, JSON.stringify({ ...input, [key]: undefined })])

// A record takes any value a person types; what is wrong in it is found against the template.
const tolerated = new Set(['notice.preview', 'notice.send'])

const mutantsOf = (named: Named): Mutant[] => {
  const input = samples[nameOf(named)] ?? {}
  return [...wholes(input), ...missing(named, input), ...keysOf(input)]
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

const walked = entries.filter(({ entry }) => entry.kind === 'command' || entry.kind === 'query')
let tried = 0

test.each(walked.map((named) => [nameOf(named), named] as const))(
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

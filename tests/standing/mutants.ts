import { entries, nameOf, type Named } from './contracts'
import { samples } from './samples'

/** Free text: full-width digits and emoji are somebody's words there. */
const freeText = new Set([
  ...[
    'name',
    'unionName',
    'words',
    'reason',
    'reply',
    'secret',
    'title',
    'slogan',
    'industry',
    'place',
    'fileName',
    'law',
    'lawVersion',
  ],
  ...['answerable', 'measures', 'emergency', 'number', 'facts', 'receipt', 'proof', 'to', 'regulator', 'union'],
  ...['address', 'contactPost', 'contactPhone'],
  ...['suggestion', 'opinion', 'retrievalKey', 'code', 'manifest', 'verb', 'wish', 'subjectId'],
  ...['recipient', 'unit'],
])

export type Mutant = [what: string, raw: string]
type Input = Record<string, unknown>

const million = 'a'.repeat(1_000_000)
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

// NaN travels as null, and null means "no limit" to some fields.
const takesNull = ({ entry }: Named, input: Input, key: string) =>
  entry.input.safeParse({ ...input, [key]: null }).success

const keysOf = (named: Named, input: Input): Mutant[] =>
  Object.entries(input).flatMap(([key, value]) =>
    wrongValues(key, value)
      .filter(([, wrong]) => wrong !== null || !takesNull(named, input, key))
      .map(([what, wrong]): Mutant => [`${key} = ${what}`, withKey(input, key, wrong)]),
  )

const missing = (named: Named, input: Input): Mutant[] =>
  required(named, input).map((key) => [`without ${key}`, JSON.stringify({ ...input, [key]: undefined })])

/** Every malformed version of an entry's sample, with what is wrong about it. */
export const mutantsOf = (named: Named): Mutant[] => {
  const input = samples[nameOf(named)] ?? {}
  return [...wholes(input), ...missing(named, input), ...keysOf(named, input)]
}

/** What a person calls: timers and callbacks have no phone. */
export const walkedEntries = entries.filter(({ entry }) => entry.kind === 'command' || entry.kind === 'query')

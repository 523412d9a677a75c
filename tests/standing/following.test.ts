import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { collections } from '../../config/database'
import { functions } from '../../config/functions'

const root = path.resolve(__dirname, '../../cloudfunctions')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))

/** Name of the collection a store is exported for, within one domain. */
const collectionOf = (domain: string, store: string): string => {
  const declared = new RegExp(`const ${store} = collection<[^(]+>\\(\\s*'(\\w+)'`)
  const found = sources.flatMap(({ file, text }) =>
    file.startsWith(`${domain}/`) ? (declared.exec(text)?.[1] ?? []) : [],
  )
  if (!found[0]) throw new Error(`no collection for ${store} of ${domain}`)
  return found[0]
}

const followed = sources
  .filter(({ file }) => file.endsWith('/following.ts') && !file.startsWith('kit/'))
  .flatMap(({ file, text }) => {
    const domain = file.split('/')[0] ?? ''
    return [...text.matchAll(/store: (\w+)/g)].map(([, store = '']) => collectionOf(domain, store))
  })

/** Written by hand: what keeps no lineage of its own, and so stays when a subtree moves. */
const stays: Record<string, string> = {
  erasures: 'belongs to a person',
  messages: 'belongs to a person',
  subscribers: 'belongs to a person',
  notice_withheld: 'a number on its way to the counters',
  heads: 'the whole city’s, at the root, which never moves',
  backups: 'at the root',
  restores: 'at the root',
  hazard_rules: 'at the root',
  volunteer_rules: 'at the root',
  notice_rules: 'at the root',
  quiz_laws: 'at the root',
  org_labels: 'at the root',
  team_services: 'belongs to a team, without a lineage of its own',
}

const lineageFields = [
  'under',
  'unionUnder',
  'deciderUnder',
  'shelves',
  'reach',
  'volunteerUnder',
  'unitUnder',
  'owners',
]
const hasLineage = ({ indexes }: (typeof collections)[number]) =>
  indexes.some(({ name, keys }) => name === 'outboxAt' || keys.some(({ field }) => lineageFields.includes(field)))

test('every collection whose records lie in the tree follows a subtree that moves', () => {
  const lost = collections.filter(hasLineage).map(({ name }) => name)
  expect(lost.filter((name) => !followed.includes(name) && !stays[name])).toEqual([])
  // What is left over from collections that are gone.
  const names = collections.map(({ name }) => name)
  expect([...followed, ...Object.keys(stays)].filter((name) => !names.includes(name))).toEqual([])
})

test('a list under a node asks for that node alone, so that it can follow', () => {
  const condition = /\b(under|shelves|reach): (command|_)\./
  const asked = sources.filter(({ file, text }) => !file.startsWith('kit/') && condition.test(text))
  expect(asked.map(({ file }) => file)).toEqual([])
})

test('nobody can still be reading the old tree when the records begin to follow', () => {
  const grace = /graceMs = ([\d_]+)/.exec(readFileSync(path.join(root, 'kit/following.ts'), 'utf8'))?.[1] ?? '0'
  const longest = Math.max(...functions.map(({ timeoutSeconds }) => timeoutSeconds))
  expect(Number(grace.replaceAll('_', ''))).toBeGreaterThan(longest * 1000)
})

test('every function follows', () => {
  const following = new Set(
    sources.filter(({ text }) => text.includes('followTree(')).map(({ file }) => file.split('/')[0]),
  )
  following.delete('kit')
  expect([...following].sort()).toEqual(functions.map(({ name }) => name).sort())
})

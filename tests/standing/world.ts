import { startCloud, type Cloud } from '../support/cloud'
import { linesOf, toldCity } from '../support/told-city'

type Grant = { id: string; role: string; nodeId: string; enterpriseId: string | null; under: string[] }
export type PersonLine = { _id: string; personId: string; name: string; grants: Grant[] }
type Doc = Record<string, unknown> & { _id: string; under: string[] }

const today = '2026-06-10'
const seed = toldCity(today)
/** The demonstration as the seed file holds it. */
export const seedLines = linesOf(seed).map((line) => JSON.parse(line) as { c?: string; d?: Doc })

export const documentsOf = (collection: string): Doc[] =>
  seedLines.flatMap((line) => (line.c === collection && line.d ? [line.d] : []))

const people = documentsOf('people') as unknown as PersonLine[]
const nodes = documentsOf('nodes')
export const nodeNamed = (name: string) => nodes.find((node) => node.name === name)?._id ?? ''

/** The instant the demonstration is told at: half past nine of its day in Shanghai. */
export const now = `${today}T01:30:00.000Z`

/** Who may stand before an entry: a role in the east district, the same in the west, and people without any. */
const holding = (role: string, nodeId: string) => {
  const found = people.find((person) => person.grants.some((grant) => grant.role === role && grant.nodeId === nodeId))
  if (!found) throw new Error(`nobody is ${role} of ${nodeId}`)
  return found
}

export const root = nodeNamed('青泽市总工会')
export const east = nodeNamed('东原区总工会')
export const west = nodeNamed('西岭区总工会')

const fixerUnder = (node: string) => {
  const found = people.find((person) =>
    person.grants.some((grant) => grant.role === 'fixer' && grant.under.includes(node)),
  )
  if (!found) throw new Error(`no fixer under ${node}`)
  return found
}

export const cast = {
  'city officer': holding('officer', root),
  officer: holding('officer', east),
  'other officer': holding('officer', west),
  regulator: holding('regulator', nodeNamed('东原区应急管理局')),
  'other regulator': holding('regulator', nodeNamed('西岭区应急管理局')),
  fixer: fixerUnder(east),
  'other fixer': fixerUnder(west),
  worker: people.find((person) => person.grants.length === 0) as PersonLine,
}
export type Part = keyof typeof cast
export const openidOf = (part: Part | 'stranger') =>
  part === 'stranger' ? 'oStrangerWhoNeverCameBefore00' : cast[part]._id

export const startWorld = async (): Promise<Cloud> => {
  const cloud = await startCloud({ seed, env: 'config/local.env' })
  await cloud.clock({ now })
  return cloud
}

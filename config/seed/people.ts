import { deriveId } from 'types/ids'
import { maskPhoneNumber } from 'types/phone-number'
import { reachOf } from 'types/reach'
import type { Grant } from 'types/org'
import type { City } from './city'
import { openDice } from './dice'
import type { Enterprise } from './enterprises'
import { personName } from './names'
import { fingerprint, seal } from './seal'
import type { Node } from './tree'

type StoredGrant = Grant & { under: string[]; since: Date; by: string; until?: Date; nextAt?: Date | null }
export type Person = {
  openid: string
  personId: string
  name: string
  grants: StoredGrant[]
  enterprise: Enterprise | null
  booths: { id: string; under: string[]; at: Date }[]
  volunteerUnder: string[]
  phone: string | null
  since: Date
}

/** Looks like WeChat's: `o` and 27 more. */
const openidOf = (key: string) => `o${deriveId('seed-openid', key)}demo0`

export const stranger = (city: City, key: string, name: string): Person => {
  const openid = openidOf(key)
  const since = city.at(-180, 9)
  return {
    openid,
    // As cloudfunctions/org/person-store derives it.
    personId: deriveId('person', fingerprint(`person/${openid}`)),
    name,
    grants: [],
    enterprise: null,
    booths: [],
    volunteerUnder: [],
    phone: null,
    since,
  }
}

export const appoint = (
  city: City,
  person: Person,
  role: Grant['role'],
  node: Node,
  enterprise: Enterprise | null = null,
): Person => {
  const grant: StoredGrant = {
    ...{ id: deriveId('seed-grant', person.personId, role), role, nodeId: node._id, nodeName: node.name },
    ...{
      authority: node.authority,
      enterpriseId: enterprise?._id ?? null,
      under: node.under,
      since: city.at(-180, 9),
      by: 'first-administrator',
    },
  }
  if (role === 'officer' || role === 'regulator') node.managers += 1
  return { ...person, grants: [...person.grants, grant] }
}

export type Staff = { officers: Map<string, Person[]>; regulators: Map<string, Person[]>; fixers: Map<string, Person> }

/** Nodes whose second manager is still to be found. */
const half = ['苇岸镇总工会']

/** Two managers for every node above enterprise level, two regulators for each office, one fixer for each enterprise. */
export const hireStaff = (city: City, nodes: readonly Node[], enterprises: readonly Enterprise[]): Staff => {
  const dice = openDice('staff')
  const pair = (node: Node, role: 'officer' | 'regulator') =>
    [1, 2]
      .map((number) => stranger(city, `${role}/${node.name}/${number}`, personName(dice)))
      .slice(0, half.includes(node.name) ? 1 : 2)
      .map((person) => appoint(city, person, role, node))
  const of = (authority: Node['authority']) => nodes.filter((node) => node.authority === authority)
  const fixerOf = (enterprise: Enterprise): [string, Person] => {
    const node = enterprise.union ?? nodes.find((candidate) => candidate._id === enterprise.nodeId)
    if (!node) throw new Error(`no node for ${enterprise.name}`)
    const person = stranger(city, `fixer/${enterprise.name}`, personName(dice))
    return [enterprise._id, appoint(city, person, 'fixer', node, enterprise)]
  }
  return {
    officers: new Map(of('union').map((node) => [node._id, pair(node, 'officer')])),
    regulators: new Map(of('regulator').map((node) => [node._id, pair(node, 'regulator')])),
    fixers: new Map(enterprises.map(fixerOf)),
  }
}

/** Chairs of the first enterprises' own unions: the ones a hidden reporter must stay hidden from. */
export const hireChairs = (city: City, enterprises: readonly Enterprise[]): Person[] => {
  const dice = openDice('chairs')
  return enterprises
    .filter((enterprise) => enterprise.union)
    .slice(0, 8)
    .flatMap((enterprise) =>
      [1, 2].map((number) =>
        appoint(
          city,
          stranger(city, `chair/${enterprise.name}/${number}`, personName(dice)),
          'officer',
          enterprise.union as Node,
        ),
      ),
    )
}

/** Leads a team of the first enterprise: writes down what workmates without WeChat report. */
export const hireLeader = (city: City, enterprises: readonly Enterprise[]): Person[] => {
  const dice = openDice('leaders')
  return enterprises.slice(0, 1).flatMap((enterprise) => {
    const team = enterprise.teamNodes.find(({ type }) => type === 'team')
    const person = { ...stranger(city, `leader/${enterprise.name}`, personName(dice)), enterprise }
    return team ? [appoint(city, person, 'team-leader', team)] : []
  })
}

/** Three hundred workers, five in six with a declared unit. */
export const hireWorkers = (city: City, enterprises: readonly Enterprise[]): Person[] => {
  const dice = openDice('workers')
  return Array.from({ length: 300 }, (_, index) => {
    const person = stranger(city, `worker/${index + 1}`, personName(dice))
    const enterprise = dice.chance(84) ? dice.pick(enterprises) : null
    // 199 is no number of any Chinese network's subscriber blocks in use here: demonstration only.
    const phone = dice.chance(30) ? `199${String(10_000_000 + dice.below(9_999_999)).padStart(8, '0')}` : null
    return { ...person, enterprise, phone, since: city.at(-dice.between(1, 40), dice.between(8, 18)) }
  })
}

/** The worker somebody trying the product is most likely to be: has reported and played. */
export const demoWorker = (workers: readonly Person[]): Person =>
  workers.find((worker) => worker.enterprise?.union) as Person

/** Through what a person belongs to a union: as the product's own reach counts it. */
export const sourcesOf = ({ grants, enterprise, booths, volunteerUnder }: Person) => ({
  grants,
  unitUnder: enterprise?.under ?? [],
  boothUnder: [...new Set(booths.flatMap((booth) => booth.under))],
  volunteerUnder,
})

const firstTermAt = (grants: readonly StoredGrant[]) =>
  grants.flatMap(({ nextAt }) => nextAt ?? []).sort((left, right) => left.getTime() - right.getTime())[0] ?? null

export const putPerson = (city: City, person: Person) => {
  const { openid, personId, name, grants, enterprise, booths, volunteerUnder, phone, since } = person
  const sources = sourcesOf(person)
  city.add('people', {
    ...{ _id: openid, personId, name, version: 0, grants, formerGrants: [] },
    ...{ unitUnder: sources.unitUnder, boothUnder: sources.boothUnder, volunteerUnder, ...reachOf(sources) },
    ...{ phone: phone && maskPhoneNumber(phone), phoneSealed: phone && seal(phone, `people/${openid}/phone`) },
    ...{
      phoneProof: phone && fingerprint(`seed/${phone}`),
      unit: enterprise && { id: enterprise._id, name: enterprise.name, verified: false },
    },
    ...{ booths: booths.map((booth) => booth.id) },
    visits: booths.map((booth, index) => ({
      id: deriveId('seed-visit', openid, String(index)),
      boothId: booth.id,
      at: booth.at,
    })),
    ...{ termAt: firstTermAt(grants), outbox: [], outboxAt: null, createdAt: since, updatedAt: since },
  })
}

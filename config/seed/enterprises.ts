import { deriveId } from 'types/ids'
import { searchTerms } from 'types/text-similarity'
import type { EnterpriseCore } from 'types/documents'
import type { City } from './city'
import { openDice } from './dice'
import { enterpriseName } from './names'
import { furtherFacts, laterSteps } from './register'
import { nodeId, putNode, type Node } from './tree'
import { trail } from './trail'

export type Enterprise = EnterpriseCore & { union: Node | null; teamNodes: Node[] }

const child = (parent: Node, name: string, type: Node['type']): Node => {
  const _id = nodeId(`${parent._id}/${name}`)
  const under = [...parent.under, _id]
  const path = under.map((id) => `/${id}`).join('')
  const shared = { authority: 'union' as const, serves: null, managers: 0, short: name }
  return {
    ...shared,
    _id,
    name,
    type,
    parentId: parent._id,
    under,
    path,
    depth: under.length - 1,
    terms: searchTerms(name),
  }
}

const teamsOf = (own: Node, count: number): Node[] =>
  Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const shop = child(own, `${'一二三'.charAt(number - 1)}车间`, 'workshop')
    return [shop, child(shop, '甲班', 'team'), child(shop, '乙班', 'team')]
  })

/** Sixty enterprises spread over districts, zones, industries and the group; two in three have a union of their own. */
export const layEnterprises = (nodes: readonly Node[]): Enterprise[] => {
  const dice = openDice('enterprises')
  const homes = nodes.filter(
    (node) => node.authority === 'union' && node.depth > 0 && !nodes.some((other) => other.parentId === node._id),
  )
  return Array.from({ length: 60 }, (_, index) => {
    const { name, industry, highRisk } = enterpriseName(index)
    const home = homes[index % homes.length] as Node
    const hasUnion = index % 3 !== 2
    const union = hasUnion ? child(home, `${name}工会`, 'enterprise') : null
    const place = union ?? home
    const workers = dice.between(1, 9) * (dice.chance(20) ? 160 : 24) + dice.below(20)
    const flags = { highRisk, nonPublic: dice.chance(75), small: workers < 300 }
    const shared = { nodeId: place._id, nodeName: place.name, under: place.under, terms: searchTerms(name) }
    const teams = Math.max(1, Math.round(workers / 25))
    const teamNodes = union && index < 12 ? teamsOf(union, 2) : []
    return {
      ...shared,
      _id: deriveId('seed-enterprise', name),
      name,
      industry,
      flags,
      hasUnion,
      workers,
      teams,
      union,
      teamNodes,
    }
  })
}

export const putEnterprise = (city: City, enterprise: Enterprise, by: { personId: string; name: string }) => {
  const { union, teamNodes, ...document } = enterprise
  for (const node of [...(union ? [union] : []), ...teamNodes]) putNode(city, node, by)
  const subject = `企业「${enterprise.name}」`
  const happened = {
    act: 'create',
    to: 'active',
    at: city.at(-190, 10),
    by: by.personId,
    name: by.name,
    verb: '登记企业',
  }
  const place = { collection: 'enterprises', _id: enterprise._id, under: enterprise.under, subject }
  const kept = trail(city, place, [happened, ...laterSteps(city, enterprise, by)])
  city.add('enterprises', { ...kept, ...document, ...furtherFacts(enterprise) })
}

import type { Role } from './contract'

/** From the root down to a node, as `under` of everything in it begins. */
type Lineage = readonly string[]

export type ReachSources = {
  grants: readonly { role: Role; under: Lineage }[]
  /** Lineage of the enterprise the person works for; empty without one. */
  unitUnder: Lineage
  /** Node ids of all booths the person scanned at. */
  boothUnder: Lineage
  /** Lineage of the union the person is enrolled with as a volunteer; empty for others. */
  volunteerUnder: Lineage
}
export type ReachKind = 'worker' | 'volunteer' | Role | 'granted'

/** Element of `reach`: who of one kind can be reached through a node. */
export const reachToken = (nodeId: string, kind: ReachKind) => `${nodeId}:${kind}`

const tokensOf = (kind: ReachKind, lineage: Lineage) => lineage.map((nodeId) => reachToken(nodeId, kind))

/**
 * Through which nodes a person can be reached, and as what. The database takes only one array into an index, so `reach`
 * joins both: a node id alone (everyone), `<node id>:<kind>`, and `<node id>:granted` for whoever holds a grant there.
 */
export const reachOf = ({ grants, unitUnder, boothUnder, volunteerUnder }: ReachSources) => {
  const worker = [...unitUnder, ...boothUnder]
  const under = [...new Set([...worker, ...volunteerUnder, ...grants.flatMap((grant) => grant.under)])]
  const tokens = [
    ...under,
    ...tokensOf('worker', worker),
    ...tokensOf('volunteer', volunteerUnder),
    ...grants.flatMap(({ role, under: lineage }) => [...tokensOf(role, lineage), ...tokensOf('granted', lineage)]),
  ]
  const kinds = [
    ...(worker.length > 0 ? ['worker'] : []),
    ...(volunteerUnder.length > 0 ? ['volunteer'] : []),
    ...new Set(grants.map((grant) => grant.role)),
  ]
  return { under, kinds, reach: [...new Set(tokens)] }
}

import { isOver, shelvesOf } from 'types/hazard'
import type { HazardDoc } from '../hazard'

type Stood = Pick<HazardDoc, 'under' | 'state' | 'overdue' | 'kind' | 'danger' | 'enterprise' | 'node' | 'boothId'> &
  Partial<Pick<HazardDoc, 'listing' | 'source' | 'record' | 'level'>>

/** Names of the places a hazard is found at by who stands there too. */
export const spot = {
  enterprise: (id: string) => `e.${id}`,
  booth: (id: string) => `b.${id}`,
  node: (id: string) => `n.${id}`,
}

const spotsOf = ({ enterprise, node, boothId }: Stood): string[] => [
  ...(enterprise ? [spot.enterprise(enterprise.id)] : []),
  ...(boothId ? [spot.booth(boothId)] : []),
  spot.node(node.id),
]

/** Where a hazard stands in every list: its shelves, whether it goes on top of them, where others find it. */
export const standingOf = (doc: Stood) => ({
  shelves: shelvesOf(doc),
  urgent: doc.danger && !isOver(doc.state) ? 1 : 0,
  spots: isOver(doc.state) ? [] : spotsOf(doc),
})

import { isOver, shelvesOf } from 'types/hazard'
import type { HazardDoc } from '../hazard'

type Stood = Pick<HazardDoc, 'under' | 'state' | 'overdue' | 'kind' | 'danger'>

/** Where a hazard stands in every list: its shelves, and whether it goes on top of them. */
export const standingOf = (doc: Stood) => ({
  shelves: shelvesOf(doc),
  urgent: doc.danger && !isOver(doc.state) ? 1 : 0,
})

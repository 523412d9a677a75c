import type { Aggregate } from '../../kit/aggregate'
import { collection } from '../../kit/collection'

/** That an officer left, what was open at his union then, and who goes on with it. */
export type HandoverDoc = Aggregate<'handed'> & {
  node: { id: string; name: string }
  /** Name of who left. */
  left: string
  open: number
  overdue: number
  /** The node whose officers go on: its own, or the next above where the seat is empty. */
  to: { id: string; name: string; officers: string[] } | null
}

export const handovers = collection<HandoverDoc>('hazard_handovers')

/** Handovers within a node, the latest first. */
export const pageOfHandovers = (nodeId: string, page: { page: number; size: number }) =>
  handovers.page(
    { under: nodeId },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )

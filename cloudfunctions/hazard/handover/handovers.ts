import type { handoverEntries } from 'types/hazard-handover'
import type { Handler } from '../../kit/serve'
import type { Seat } from '../subjects'
import { pageOfHandovers } from './handover-store'

/** Who left an office within a node, and who goes on with what was open there. */
export const handedOver: Handler<(typeof handoverEntries)['handovers'], Seat> = async (
  { page, size },
  { subject: node },
) => {
  const { items, more } = await pageOfHandovers(node._id, { page, size })
  return {
    items: items.map(({ _id, createdAt, node: seat, left, open, overdue, to }) => ({
      ...{ id: _id, at: createdAt, node: seat, left, open, overdue, to },
    })),
    more,
  }
}

import type { volunteerHandoverEntries } from 'types/volunteer-handover'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import { pageOfHandovers } from './handover-store'

/** Who left an office within a node, and who goes on with what was open there. */
const list: Handler<(typeof volunteerHandoverEntries)['handovers'], NodeDoc> = async (
  { page, size },
  { subject: node },
) => {
  const { items, more } = await pageOfHandovers(node._id, { page, size })
  return { items: items.map((doc) => ({ ...doc, id: doc._id, at: doc.createdAt })), more }
}

export const handoverHandlers = { handovers: list }

import { AppError } from 'types/app-error'
import type { qualifyEntries } from 'types/org-qualify'
import { reviewingTypes } from 'types/volunteer'
import { record } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import type { NodeDoc } from './documents'
import { nodes } from './node-store'

const types: readonly string[] = reviewingTypes

/** Decided by the level above, or at the root: nobody gives himself the union's word. Caller, node, write. */
export const setQualifying: Handler<typeof qualifyEntries.setQualifying, NodeDoc> = async (
  { qualifies },
  { subject: node, caller, now, acting },
) => {
  if (node.authority !== 'union' || !types.includes(node.type))
    throw new AppError('INVALID_INPUT', { fields: { nodeId: '只有地方、产业和集团公司工会可以出具工会意见' } })
  const isAbove = caller.grants.some(({ nodeId }) => nodeId !== node._id && node.under.includes(nodeId))
  if (!isAbove && node.parentId !== null)
    throw new AppError('NOT_ALLOWED_NOW', { message: '由哪一级出具工会意见，请上一级工会指定。' })
  if ((node.qualifies ?? false) === qualifies) return { id: node._id, state: node.state, version: node.version }
  const step = { at: now, set: { qualifies }, data: { qualifies } }
  return record(nodes, node, acting('officer'), 'set-qualifying', step)
}

import type { NodeCore } from 'types/documents'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { HazardDoc } from '../hazard'

const hazards = collection<HazardDoc>('hazards')
const nodes = collection<NodeCore>('nodes')

/** Overdue hazards whose time on a rung is over, longest waiting first. */
export const listToClimb = (now: Date, limit: number) =>
  hazards.list({ overdue: true, 'ladder.nextAt': command.lte(now) }, { sort: [['ladder.nextAt', 'asc']], limit })

/** Nodes of a line, deepest first. */
export const listLine = async (under: readonly string[]) =>
  (await nodes.list({ _id: command.in(under) }, { fields: ['type'] })).sort(
    (a, b) => under.indexOf(b._id) - under.indexOf(a._id),
  )

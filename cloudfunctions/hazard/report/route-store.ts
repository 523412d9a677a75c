import type { BoothCore, EnterpriseCore, NodeCore } from 'types/documents'
import { joinScanned, type Scanned } from '../../kit/came-by'
import { collection } from '../../kit/collection'
import { findJoined } from '../../kit/joined'
import type { ReportDay } from './day-store'
import type { HazardDoc } from '../hazard'

const nodes = collection<NodeCore>('nodes')

export const findNode = (id: string) => nodes.find(id)

/**
 * What a report looks at beside its way: itself where it came in before, how many its sender made that day, and what he
 * scanned. Who it was is looked at, and stays nowhere.
 */
export type Aside = { reportId: string; dayId: string; caller: string }

/** With every node from the root down to its own, and what lies aside. */
export type Start<Core> = Core & { line: NodeCore[]; present: HazardDoc[]; day: ReportDay[]; scanned: Scanned[] }

/** Nodes as a lineage has them; their own depths may be changing while a subtree moves. */
export const inOrder = (line: readonly NodeCore[], under: readonly string[]) =>
  [...line].sort((left, right) => under.indexOf(left._id) - under.indexOf(right._id))

const joins = [
  { from: 'nodes', localField: 'under', foreignField: '_id', as: 'line' },
  { from: 'hazards', localField: 'reportId', foreignField: '_id', as: 'present' },
  { from: 'report_days', localField: 'dayId', foreignField: '_id', as: 'day' },
  joinScanned,
]

/** One trip, whatever is looked at. */
const findStart = async <Core>(name: string, condition: object, aside: Aside): Promise<Start<Core> | null> => {
  const start = await findJoined<Start<Core> & { under: string[] }>(name, condition, aside, joins)
  return start && { ...start, line: inOrder(start.line, start.under) }
}

export const startAtEnterprise = (id: string, aside: Aside) =>
  findStart<EnterpriseCore>('enterprises', { _id: id }, aside)
export const startAtBooth = (id: string, aside: Aside) => findStart<BoothCore>('booths', { _id: id }, aside)

export const startAtNode = (id: string, aside: Aside) => findStart<NodeCore>('nodes', { _id: id }, aside)

/** The first union of the environment: its desk takes what nobody else would. */
export const startAtRoot = (aside: Aside) => findStart<NodeCore>('nodes', { authority: 'union', parentId: null }, aside)

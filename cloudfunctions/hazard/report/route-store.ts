import type { BoothCore, EnterpriseCore, NodeCore } from 'types/documents'
import { database } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { countTrip } from '../../kit/current-call'
import type { ReportDay } from './day-store'
import type { HazardDoc } from '../hazard'

const nodes = collection<NodeCore>('nodes')

export const findNode = (id: string) => nodes.find(id)

type Join = { from: string; localField: string; foreignField: string; as: string }
/** The aggregation the SDK offers and its types leave out. */
export type Pipeline = {
  match(condition: object): Pipeline
  limit(count: number): Pipeline
  addFields(fields: object): Pipeline
  lookup(join: Join): Pipeline
  end(): Promise<{ list: unknown[] }>
}
type Piped = { aggregate(): Pipeline }

/** What a report looks at beside its way: itself where it came in before, and how many its reporter made that day. */
export type Aside = { reportId: string; dayId: string }

/** With every node from the root down to its own, and what lies aside. */
export type Start<Core> = Core & { line: NodeCore[]; present: HazardDoc[]; day: ReportDay[] }

/** Nodes as a lineage has them; their own depths may be changing while a subtree moves. */
export const inOrder = (line: readonly NodeCore[], under: readonly string[]) =>
  [...line].sort((left, right) => under.indexOf(left._id) - under.indexOf(right._id))

/** Joined in the cloud: one trip, whatever is looked at. */
const findStart = async <Core>(name: string, condition: object, aside: Aside): Promise<Start<Core> | null> => {
  countTrip()
  const all = database.collection(name) as unknown as Piped
  const found = await all
    .aggregate()
    .match(condition)
    .limit(1)
    .addFields(aside)
    .lookup({ from: 'nodes', localField: 'under', foreignField: '_id', as: 'line' })
    .lookup({ from: 'hazards', localField: 'reportId', foreignField: '_id', as: 'present' })
    .lookup({ from: 'report_days', localField: 'dayId', foreignField: '_id', as: 'day' })
    .end()
  const start = (found.list[0] as (Start<Core> & { under: string[] }) | undefined) ?? null
  return start && { ...start, line: inOrder(start.line, start.under) }
}

export const startAtEnterprise = (id: string, aside: Aside) =>
  findStart<EnterpriseCore>('enterprises', { _id: id }, aside)
export const startAtBooth = (id: string, aside: Aside) => findStart<BoothCore>('booths', { _id: id }, aside)

export const startAtNode = (id: string, aside: Aside) => findStart<NodeCore>('nodes', { _id: id }, aside)

/** The first union of the environment: its desk takes what nobody else would. */
export const startAtRoot = (aside: Aside) => findStart<NodeCore>('nodes', { authority: 'union', parentId: null }, aside)

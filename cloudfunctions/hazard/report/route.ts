import { AppError } from 'types/app-error'
import type { EnterpriseCore, NodeCore } from 'types/documents'
import type { ReporterIdentity } from 'types/hazard'
import type { Scanned } from '../../kit/came-by'
import type { ReportDay } from './day-store'
import type { HazardDoc } from '../hazard'
import { nodesOfNamed } from './named-officers'
import { startAtBooth, startAtEnterprise, startAtNode, startAtRoot, type Aside, type Start } from './route-store'

export type Route = Pick<HazardDoc, 'node' | 'under' | 'enterprise' | 'boothId' | 'hiddenFrom'>
type EnterpriseRoute = Omit<Route, 'boothId'>
type Handling = Pick<Route, 'node' | 'under' | 'hiddenFrom'>

/** How a report wants to be handled: past its employer for a hidden reporter, past whom it concerns. */
export type Way = {
  identity: ReporterIdentity
  /** It concerns who leads the unit, or its union. */
  above?: boolean
  /** What was written: officers it names do not handle it. */
  text?: string
  /** Nodes it must not come back to. */
  past?: readonly string[]
}
type Where = Way & { enterpriseId?: string; boothId?: string; nodeId?: string }

const handledAt = ({ _id, name, under }: NodeCore): Handling => ({ node: { id: _id, name }, under, hiddenFrom: [] })

const employerTypes: readonly NodeCore['type'][] = ['enterprise', 'workshop', 'team']

/** Whether a node is an employer's own, or lies within one. */
export const isEmployer = ({ type }: Pick<NodeCore, 'type'>) => employerTypes.includes(type)

/**
 * Who handles what is sent from here: the node itself; for a hidden reporter the lowest union that is no employer's own;
 * for what concerns a union itself the one above it. The chair of an employer's union is often its personnel manager, so
 * everything at and below the employer's topmost node is left out. Above the root there is nobody: it handles what
 * concerns itself. null where no such node stands.
 */
const handlingOf = (line: readonly NodeCore[], { identity, above, past = [] }: Way): Handling | null => {
  const rising = [...line].reverse()
  const outside = rising.findIndex((node) => !isEmployer(node))
  if (outside < 0 && (identity === 'hidden' || above)) return null
  const steps = [
    ...(identity === 'hidden' || above ? [outside] : []),
    ...(above && outside === 0 ? [1] : []),
    ...rising.flatMap(({ _id }, index) => (past.includes(_id) ? [index + 1] : [])),
    0,
  ]
  const height = Math.min(Math.max(...steps), rising.length - 1)
  const handler = rising[height]
  const left = rising.slice(0, height).slice(-1)
  return handler ? { ...handledAt(handler), hiddenFrom: left.map(({ _id }) => _id) } : null
}

const rootOf = async (aside: Aside) => {
  const root = await startAtRoot(aside)
  if (!root) throw new AppError('NOT_ALLOWED_NOW', { message: '本地工会还没有启用，紧急情况请拨打 12350 反映。' })
  return root
}

const handledFrom = async ({ line }: Start<unknown>, way: Way, aside: Aside): Promise<Handling> => {
  const first = handlingOf(line, way) ?? handledAt(await rootOf(aside))
  const named = await nodesOfNamed(way.text ?? '', first.under)
  return named.length > 0 ? (handlingOf(line, { ...way, past: [...(way.past ?? []), ...named] }) ?? first) : first
}

const routeFrom = async (start: Start<EnterpriseCore>, way: Way, aside: Aside) => {
  const { _id, name, nodeId } = start
  return { ...(await handledFrom(start, way, aside)), enterprise: { id: _id, name, nodeId } }
}

/** The enterprise and who handles its hazards. One trip; null where there is no such enterprise. */
export const routeToEnterprise = async (id: string, way: Way): Promise<EnterpriseRoute | null> => {
  const nothing = { reportId: '', dayId: '', caller: '' }
  const start = await startAtEnterprise(id, nothing)
  return start && routeFrom(start, way, nothing)
}

/** The way of a report, itself where it came in before, its sender's count of the day and what he scanned. */
type Found = { route: Route; present: HazardDoc | null; day: ReportDay | null; scanned: Scanned | undefined }

const found = ({ present, day, scanned }: Start<unknown>, route: Route): Found => ({
  ...{ route, present: present[0] ?? null, day: day[0] ?? null, scanned: scanned[0] },
})

/**
 * Who handles a report: the enterprise's union, else the booth's, else a node's own, else the root union's city desk. An id that leads
 * nowhere (an old code, a removed enterprise) falls through to the next: a report is never lost for it. One trip where
 * the first id leads somewhere, one more where the words speak of somebody in office.
 * @throws AppError NOT_ALLOWED_NOW before the first union exists
 */
export const findRoute = async (where: Where, aside: Aside): Promise<Found> => {
  const { enterpriseId, boothId, nodeId } = where
  const enterprise = enterpriseId ? await startAtEnterprise(enterpriseId, aside) : null
  if (enterprise) return found(enterprise, { ...(await routeFrom(enterprise, where, aside)), boothId: boothId ?? null })
  const booth = boothId ? await startAtBooth(boothId, aside) : null
  if (booth) return found(booth, { ...(await handledFrom(booth, where, aside)), enterprise: null, boothId: booth._id })
  const node = nodeId ? await startAtNode(nodeId, aside) : null
  if (node) return found(node, { ...(await handledFrom(node, where, aside)), enterprise: null, boothId: null })
  const root = await rootOf(aside)
  return found(root, { ...handledAt(root), enterprise: null, boothId: null })
}

import { AppError } from 'types/app-error'
import type { EnterpriseCore, NodeCore } from 'types/documents'
import type { ReporterIdentity } from 'types/hazard'
import type { ReportDay } from './day-store'
import type { HazardDoc } from '../hazard'
import { startAtBooth, startAtEnterprise, startAtNode, startAtRoot, type Aside, type Start } from './route-store'

export type Route = Pick<HazardDoc, 'node' | 'under' | 'enterprise' | 'boothId' | 'hiddenFrom'>
type EnterpriseRoute = Omit<Route, 'boothId'>
type Handling = Pick<Route, 'node' | 'under' | 'hiddenFrom'>

type Where = { enterpriseId?: string; boothId?: string; nodeId?: string; identity: ReporterIdentity }

const handledAt = ({ _id, name, under }: NodeCore): Handling => ({ node: { id: _id, name }, under, hiddenFrom: [] })

const employerTypes: readonly NodeCore['type'][] = ['enterprise', 'workshop', 'team']

/** Whether a node is an employer's own, or lies within one. */
export const isEmployer = ({ type }: Pick<NodeCore, 'type'>) => employerTypes.includes(type)

/**
 * Who handles what is sent from here: the node itself; for a hidden reporter the lowest union that is no employer's own.
 * The chair of an employer's union is often its personnel manager, so everything at and below the employer's topmost
 * node is left out. null where no such node stands.
 */
const handlingOf = (line: readonly NodeCore[], identity: ReporterIdentity): Handling | null => {
  const rising = [...line].sort((left, right) => right.depth - left.depth)
  const height = identity === 'hidden' ? rising.findIndex((node) => !isEmployer(node)) : 0
  const handler = rising[height]
  return handler
    ? {
        ...handledAt(handler),
        hiddenFrom: rising
          .slice(0, height)
          .slice(-1)
          .map(({ _id }) => _id),
      }
    : null
}

const rootOf = async (aside: Aside) => {
  const root = await startAtRoot(aside)
  if (!root) throw new AppError('NOT_ALLOWED_NOW', { message: '本地工会还没有启用，紧急情况请拨打 12350 反映。' })
  return root
}

const handledFrom = async ({ line }: Start<unknown>, identity: ReporterIdentity, aside: Aside): Promise<Handling> =>
  handlingOf(line, identity) ?? handledAt(await rootOf(aside))

const routeFrom = async (start: Start<EnterpriseCore>, identity: ReporterIdentity, aside: Aside) => {
  const { _id, name, nodeId } = start
  return { ...(await handledFrom(start, identity, aside)), enterprise: { id: _id, name, nodeId } }
}

/** The enterprise and who handles its hazards. One trip; null where there is no such enterprise. */
export const routeToEnterprise = async (id: string, identity: ReporterIdentity): Promise<EnterpriseRoute | null> => {
  const nothing = { reportId: '', dayId: '' }
  const start = await startAtEnterprise(id, nothing)
  return start && routeFrom(start, identity, nothing)
}

/** The way of a report, itself where it came in before, and its reporter's count of the day. */
type Found = { route: Route; present: HazardDoc | null; day: ReportDay | null }

const found = ({ present, day }: Start<unknown>, route: Route): Found => ({
  ...{ route, present: present[0] ?? null, day: day[0] ?? null },
})

/**
 * Who handles a report: the enterprise's union, else the booth's, else a node's own, else the root union's city desk. An id that leads
 * nowhere (an old code, a removed enterprise) falls through to the next: a report is never lost for it. One trip where
 * the first id leads somewhere.
 * @throws AppError NOT_ALLOWED_NOW before the first union exists
 */
export const findRoute = async ({ enterpriseId, boothId, nodeId, identity }: Where, aside: Aside): Promise<Found> => {
  const enterprise = enterpriseId ? await startAtEnterprise(enterpriseId, aside) : null
  if (enterprise)
    return found(enterprise, { ...(await routeFrom(enterprise, identity, aside)), boothId: boothId ?? null })
  const booth = boothId ? await startAtBooth(boothId, aside) : null
  if (booth)
    return found(booth, { ...(await handledFrom(booth, identity, aside)), enterprise: null, boothId: booth._id })
  const node = nodeId ? await startAtNode(nodeId, aside) : null
  if (node) return found(node, { ...(await handledFrom(node, identity, aside)), enterprise: null, boothId: null })
  const root = await rootOf(aside)
  return found(root, { ...handledAt(root), enterprise: null, boothId: null })
}

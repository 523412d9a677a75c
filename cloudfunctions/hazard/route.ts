import { AppError } from 'types/app-error'
import type { EnterpriseCore } from 'types/documents'
import type { ReporterIdentity } from 'types/hazard'
import type { HazardDoc } from './hazard'
import { findAbove, findBooth, findEnterprise, findRootUnion } from './route-store'

export type Route = Pick<HazardDoc, 'node' | 'under' | 'enterprise' | 'boothId'>
type EnterpriseRoute = Omit<Route, 'boothId'>

type Where = { enterpriseId?: string; boothId?: string; identity: ReporterIdentity }

type Above = Awaited<ReturnType<typeof findAbove>>
// What a node is never changes: an instance asks once.
const aboveOf = new Map<string, Above>()

// The union above, where the enterprise's node is a union of its own; null where it is looked after by another's.
const unionAboveOwn = async ({ nodeId, under }: EnterpriseCore): Promise<Above> => {
  const parentId = under.at(-2)
  if (!parentId) return null
  const above = aboveOf.has(nodeId) ? aboveOf.get(nodeId) : await findAbove(nodeId, parentId)
  aboveOf.set(nodeId, above ?? null)
  return above ?? null
}

/**
 * Route to the union of an enterprise. A hidden report goes one level above the enterprise's own union, whose chair is
 * often its personnel manager.
 */
export const routeToEnterprise = async (
  enterprise: EnterpriseCore,
  identity: ReporterIdentity,
): Promise<EnterpriseRoute> => {
  const { _id, name, nodeId, nodeName, under } = enterprise
  const about = { id: _id, name, nodeId }
  const above = identity === 'hidden' ? await unionAboveOwn(enterprise) : null
  return above
    ? { node: above, under: under.slice(0, -1), enterprise: about }
    : { node: { id: nodeId, name: nodeName }, under, enterprise: about }
}

/**
 * Who handles a report: the enterprise's union, else the booth's, else the root union's city desk. An id that leads
 * nowhere (an old code, a removed enterprise) falls through to the next: a report is never lost for it.
 * @throws AppError NOT_ALLOWED_NOW before the first union exists
 */
export const findRoute = async ({ enterpriseId, boothId, identity }: Where): Promise<Route> => {
  const enterprise = enterpriseId ? await findEnterprise(enterpriseId) : null
  if (enterprise) return { ...(await routeToEnterprise(enterprise, identity)), boothId: boothId ?? null }
  const booth = boothId ? await findBooth(boothId) : null
  if (booth) {
    const node = { id: booth.nodeId, name: booth.nodeName }
    return { node, under: booth.under, enterprise: null, boothId: booth._id }
  }
  const root = await findRootUnion()
  if (!root) throw new AppError('NOT_ALLOWED_NOW', { message: '本地工会还没有启用，紧急情况请拨打 12350 反映。' })
  return { node: { id: root._id, name: root.name }, under: root.under, enterprise: null, boothId: null }
}

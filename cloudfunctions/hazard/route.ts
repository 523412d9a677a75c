import { AppError } from 'types/app-error'
import type { EnterpriseCore, NodeCore } from 'types/documents'
import type { ReporterIdentity } from 'types/hazard'
import type { HazardDoc } from './hazard'
import { findBooth, findEnterprise, findPlacedEnterprise, findRootUnion, type PlacedEnterprise } from './route-store'

export type Route = Pick<HazardDoc, 'node' | 'under' | 'enterprise' | 'boothId'>
type EnterpriseRoute = Omit<Route, 'boothId'>

type Where = { enterpriseId?: string; boothId?: string; identity: ReporterIdentity }

const routeTo = (
  { _id, name, nodeId, nodeName, under }: EnterpriseCore,
  above: Pick<NodeCore, '_id' | 'name' | 'under'> | undefined,
): EnterpriseRoute => {
  const node = above ? { id: above._id, name: above.name } : { id: nodeId, name: nodeName }
  return { node, under: above?.under ?? under, enterprise: { id: _id, name, nodeId } }
}

// Only a union of the enterprise's own has somebody to hide from: its chair is often the personnel manager.
const aboveOwn = ({ own, above }: PlacedEnterprise) => (own[0]?.type === 'enterprise' ? above[0] : undefined)

/**
 * The enterprise and who handles its hazards: its union, or for a hidden reporter the union above the enterprise's own.
 * One trip; null where there is no such enterprise.
 */
export const routeToEnterprise = async (id: string, identity: ReporterIdentity): Promise<EnterpriseRoute | null> => {
  if (identity === 'hidden') {
    const placed = await findPlacedEnterprise(id)
    return placed && routeTo(placed, aboveOwn(placed))
  }
  const enterprise = await findEnterprise(id)
  return enterprise && routeTo(enterprise, undefined)
}

/**
 * Who handles a report: the enterprise's union, else the booth's, else the root union's city desk. An id that leads
 * nowhere (an old code, a removed enterprise) falls through to the next: a report is never lost for it.
 * @throws AppError NOT_ALLOWED_NOW before the first union exists
 */
export const findRoute = async ({ enterpriseId, boothId, identity }: Where): Promise<Route> => {
  const route = enterpriseId ? await routeToEnterprise(enterpriseId, identity) : null
  if (route) return { ...route, boothId: boothId ?? null }
  const booth = boothId ? await findBooth(boothId) : null
  if (booth) {
    const node = { id: booth.nodeId, name: booth.nodeName }
    return { node, under: booth.under, enterprise: null, boothId: booth._id }
  }
  const root = await findRootUnion()
  if (!root) throw new AppError('NOT_ALLOWED_NOW', { message: '本地工会还没有启用，紧急情况请拨打 12350 反映。' })
  return { node: { id: root._id, name: root.name }, under: root.under, enterprise: null, boothId: null }
}

import { AppError } from 'types/app-error'
import type { NodeCore } from 'types/documents'
import type { ReporterIdentity } from 'types/hazard'
import type { HazardDoc } from './hazard'
import { findBooth, findBoothInLine, findEnterprise, findEnterpriseInLine, findRootUnion } from './route-store'

export type Route = Pick<HazardDoc, 'node' | 'under' | 'enterprise' | 'boothId' | 'hiddenFrom'>
type EnterpriseRoute = Omit<Route, 'boothId'>
type Handling = Pick<Route, 'node' | 'under' | 'hiddenFrom'>

type Where = { enterpriseId?: string; boothId?: string; identity: ReporterIdentity }
type Start = { nodeId: string; nodeName: string; under: string[] }

const handledAt = ({ nodeId, nodeName, under }: Start): Handling => ({
  ...{ node: { id: nodeId, name: nodeName }, under, hiddenFrom: [] },
})

const employerTypes: readonly NodeCore['type'][] = ['enterprise', 'workshop', 'team']

/**
 * Who handles what a hidden reporter sends from here: the lowest union that is no employer's own. The chair of an
 * employer's union is often its personnel manager, so everything at and below the employer's topmost node is left out.
 */
const climb = (line: readonly NodeCore[]): Handling | null => {
  const rising = [...line].sort((left, right) => right.depth - left.depth)
  const height = rising.findIndex(({ type }) => !employerTypes.includes(type))
  const handler = rising[height]
  if (!handler) return null
  const { _id, name, under } = handler
  return {
    node: { id: _id, name },
    under,
    hiddenFrom: rising
      .slice(0, height)
      .slice(-1)
      .map((node) => node._id),
  }
}

const toRoot = async (): Promise<Handling> => {
  const root = await findRootUnion()
  if (!root) throw new AppError('NOT_ALLOWED_NOW', { message: '本地工会还没有启用，紧急情况请拨打 12350 反映。' })
  return handledAt({ nodeId: root._id, nodeName: root.name, under: root.under })
}

const handledAbove = async ({ line }: { line: readonly NodeCore[] }): Promise<Handling> => climb(line) ?? toRoot()

const placeEnterprise = async (id: string, identity: ReporterIdentity) => {
  if (identity !== 'hidden') {
    const enterprise = await findEnterprise(id)
    return enterprise && { enterprise, handling: handledAt(enterprise) }
  }
  const enterprise = await findEnterpriseInLine(id)
  return enterprise && { enterprise, handling: await handledAbove(enterprise) }
}

/** The enterprise and who handles its hazards. One trip; null where there is no such enterprise. */
export const routeToEnterprise = async (id: string, identity: ReporterIdentity): Promise<EnterpriseRoute | null> => {
  const placed = await placeEnterprise(id, identity)
  if (!placed) return null
  const { _id, name, nodeId } = placed.enterprise
  return { ...placed.handling, enterprise: { id: _id, name, nodeId } }
}

const handledForBooth = async (id: string, identity: ReporterIdentity): Promise<Handling | null> => {
  if (identity !== 'hidden') {
    const booth = await findBooth(id)
    return booth && handledAt(booth)
  }
  const booth = await findBoothInLine(id)
  return booth && handledAbove(booth)
}

/**
 * Who handles a report: the enterprise's union, else the booth's, else the root union's city desk. An id that leads
 * nowhere (an old code, a removed enterprise) falls through to the next: a report is never lost for it.
 * @throws AppError NOT_ALLOWED_NOW before the first union exists
 */
export const findRoute = async ({ enterpriseId, boothId, identity }: Where): Promise<Route> => {
  const route = enterpriseId ? await routeToEnterprise(enterpriseId, identity) : null
  if (route) return { ...route, boothId: boothId ?? null }
  const handling = boothId ? await handledForBooth(boothId, identity) : null
  if (handling) return { ...handling, enterprise: null, boothId: boothId ?? null }
  return { ...(await toRoot()), enterprise: null, boothId: null }
}

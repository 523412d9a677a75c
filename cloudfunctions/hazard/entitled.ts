import type { StoredGrant } from '../kit/identity'
import type { HazardDoc } from './hazard'

/** Whether a grant lies at or below the node of the hazard's enterprise, or is a fixer's of that enterprise. */
export const isWithinEnterprise = ({ enterprise }: HazardDoc, grant: Pick<StoredGrant, 'under' | 'enterpriseId'>) =>
  enterprise !== null && (grant.under.includes(enterprise.nodeId) || grant.enterpriseId === enterprise.id)

/**
 * Whether who holds these grants may learn the reporter. One grant within the enterprise is enough to be refused a
 * hidden one, whatever else he holds.
 */
export const mayOpenIdentity = (doc: HazardDoc, grants: readonly StoredGrant[]): boolean => {
  if (!doc.owner || doc.identity === 'anonymous') return false
  return doc.identity === 'named' || !grants.some((grant) => isWithinEnterprise(doc, grant))
}

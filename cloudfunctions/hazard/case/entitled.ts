import type { StoredGrant } from '../../kit/identity'
import type { HazardDoc } from '../hazard'

type Held = Pick<StoredGrant, 'under' | 'enterpriseId'>

/** Whether a grant lies within an employer of the report (its node or anything below), or is a fixer's of it. */
export const isWithinEnterprise = ({ enterprise, hiddenFrom }: HazardDoc, grant: Held) => {
  const employers = enterprise ? [...hiddenFrom, enterprise.nodeId] : hiddenFrom
  const isFixer = enterprise !== null && grant.enterpriseId === enterprise.id
  return isFixer || employers.some((nodeId) => grant.under.includes(nodeId))
}

/**
 * Whether who holds these grants may learn the reporter. One grant within the enterprise is enough to be refused a
 * hidden one, whatever else he holds.
 */
export const mayOpenIdentity = (doc: HazardDoc, grants: readonly StoredGrant[]): boolean => {
  if (!(doc.owner ?? doc.spoken) || doc.identity === 'anonymous') return false
  return doc.identity === 'named' || !grants.some((grant) => isWithinEnterprise(doc, grant))
}

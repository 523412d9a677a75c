import type { StoredGrant } from '../../kit/identity'
import type { HazardDoc } from '../hazard'

type Held = Pick<StoredGrant, 'under' | 'enterpriseId'>

/** Whether a grant lies within an employer of the report (its node or anything below), or is a fixer's of it. */
export const isWithinEnterprise = ({ enterprise, hiddenFrom }: HazardDoc, grant: Held) => {
  const employers = enterprise ? [...hiddenFrom, enterprise.nodeId] : hiddenFrom
  const isFixer = enterprise !== null && grant.enterpriseId === enterprise.id
  return isFixer || employers.some((nodeId) => grant.under.includes(nodeId))
}

/** Whether a grant lies where this report was led past: it concerns who sits there, or the reporter hides from him. */
const isPassed = ({ hiddenFrom }: HazardDoc, grant: Held) => hiddenFrom.some((nodeId) => grant.under.includes(nodeId))

/** Whether the reporter is kept from who holds this grant: a hidden one from his employer, any from whom he was led past. */
export const isKeptFrom = (doc: HazardDoc, grant: Held): boolean =>
  isPassed(doc, grant) || (doc.identity !== 'named' && isWithinEnterprise(doc, grant))

/** Whether who holds these grants may learn the reporter: one grant he is kept from is enough, whatever else is held. */
export const mayOpenIdentity = (doc: HazardDoc, grants: readonly Held[]): boolean =>
  Boolean(doc.owner ?? doc.spoken) && doc.identity !== 'anonymous' && !grants.some((grant) => isKeptFrom(doc, grant))

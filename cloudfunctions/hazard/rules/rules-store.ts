import { deriveId } from 'types/ids'
import { collection } from '../../kit/collection'
import type { RulesDoc } from './rules'

export const rulesStore = collection<RulesDoc>('hazard_rules')

/** An id of its own: events are kept by the id of what they are about, and the root's are the node's. */
export const rulesId = (rootId: string) => deriveId('hazard-rules', rootId)

export const findRules = (rootId: string) => rulesStore.find(rulesId(rootId))
export const createRules = (doc: RulesDoc) => rulesStore.insert(doc)

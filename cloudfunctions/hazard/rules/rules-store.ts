import { collection } from '../../kit/collection'
import type { RulesDoc } from './rules'

export const rulesStore = collection<RulesDoc>('hazard_rules')

export const findRules = (rootId: string) => rulesStore.find(rootId)
export const createRules = (doc: RulesDoc) => rulesStore.insert(doc)

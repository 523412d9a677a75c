import { deriveId } from 'types/ids'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { RulesDoc } from './rules'

export const rulesStore = collection<RulesDoc>('hazard_rules')

/** An id of its own: events are kept by the id of what they are about, and the root's are the node's. */
export const rulesId = (rootId: string) => deriveId('hazard-rules', rootId)

/** The rules of a tree, under the root's own id where they were last changed before they had one of their own. One trip. */
export const findRules = async (rootId: string): Promise<RulesDoc | null> => {
  const own = rulesId(rootId)
  const found = await rulesStore.list({ _id: command.in([own, rootId]) })
  return found.find(({ _id }) => _id === own) ?? found[0] ?? null
}
export const createRules = (doc: RulesDoc) => rulesStore.insert(doc)

import { deriveId } from 'types/ids'
import { shippedPushRules, type PushRules } from 'types/notice-rules'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** How one union tree sends. Nothing is stored until somebody changes something. */
export type PushRulesDoc = Aggregate<'kept'> & { rules: PushRules }

export const rulesStore = collection<PushRulesDoc>('notice_rules')

/** An id of its own: events are kept by the id of what they are about, and the root's are the node's. */
export const rulesId = (rootId: string) => deriveId('push-rules', rootId)

export const findRules = (rootId: string) => rulesStore.find(rulesId(rootId))
export const createRules = (doc: PushRulesDoc) => rulesStore.insert(doc)

const rulesOf = (doc: PushRulesDoc | null | undefined): PushRules => ({ ...shippedPushRules, ...doc?.rules })

/** Rules that hold under this line of nodes. One trip. */
export const rulesFor = async ([root = '']: readonly string[]): Promise<PushRules> => rulesOf(await findRules(root))

/** Rules by root. One trip. */
export const rulesByRoot = async (rootIds: readonly string[]): Promise<(rootId: string) => PushRules> => {
  const found =
    rootIds.length > 0 ? await rulesStore.list({ _id: command.in(rootIds.map(rulesId)) }, { fields: ['rules'] }) : []
  return (rootId) => rulesOf(found.find(({ _id }) => _id === rulesId(rootId)))
}

import { shippedPushRules, type PushRules } from 'types/notice-rules'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** How one union tree sends; its id is the root's. Nothing is stored until somebody changes something. */
export type PushRulesDoc = Aggregate<'kept'> & { rules: PushRules }

export const rulesStore = collection<PushRulesDoc>('notice_rules')

export const findRules = (rootId: string) => rulesStore.find(rootId)
export const createRules = (doc: PushRulesDoc) => rulesStore.insert(doc)

const rulesOf = (doc: PushRulesDoc | null | undefined): PushRules => ({ ...shippedPushRules, ...doc?.rules })

/** Rules that hold under this line of nodes. One trip. */
export const rulesFor = async ([root = '']: readonly string[]): Promise<PushRules> => rulesOf(await findRules(root))

/** Rules by root. One trip. */
export const rulesByRoot = async (rootIds: readonly string[]): Promise<(rootId: string) => PushRules> => {
  const found = rootIds.length > 0 ? await rulesStore.list({ _id: command.in(rootIds) }, { fields: ['rules'] }) : []
  return (rootId) => rulesOf(found.find(({ _id }) => _id === rootId))
}

import type { SwitchKey, Switches } from 'types/triggers'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** What one union has set; its id is the node's. */
export type SwitchDoc = Aggregate<'kept'> & { switches: Switches }

export const switchStore = collection<SwitchDoc>('notice_switches')

export const findSwitches = (nodeId: string) => switchStore.find(nodeId)
export const createSwitches = (doc: SwitchDoc) => switchStore.insert(doc)

/** What these unions have set. One trip; none where there is nobody to ask. */
export const readSwitches = async (nodeIds: readonly string[]): Promise<Map<string, Switches>> => {
  if (nodeIds.length === 0) return new Map()
  const found = await switchStore.list({ _id: command.in([...new Set(nodeIds)]) }, { fields: ['switches'] })
  return new Map(found.map(({ _id, switches }) => [_id, switches]))
}

export type SwitchChange = { key: SwitchKey; on: boolean | null }

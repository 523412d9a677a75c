import { deriveId } from 'types/ids'
import type { SwitchKey, Switches } from 'types/triggers'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** What one union has set. */
export type SwitchDoc = Aggregate<'kept'> & { nodeId: string; switches: Switches }

export const switchStore = collection<SwitchDoc>('notice_switches')

/** An id of its own: events are kept by the id of what they are about, and the node has its own. */
export const switchesId = (nodeId: string) => deriveId('switches', nodeId)

export const findSwitches = (nodeId: string) => switchStore.find(switchesId(nodeId))
export const createSwitches = (doc: SwitchDoc) => switchStore.insert(doc)

/** What these unions have set. One trip; none where there is nobody to ask. */
export const readSwitches = async (nodeIds: readonly string[]): Promise<Map<string, Switches>> => {
  if (nodeIds.length === 0) return new Map()
  const ids = [...new Set(nodeIds)].map(switchesId)
  const found = await switchStore.list({ _id: command.in(ids) }, { fields: ['nodeId', 'switches'] })
  return new Map(found.map(({ nodeId, switches }) => [nodeId, switches]))
}

export type SwitchChange = { key: SwitchKey; on: boolean | null }

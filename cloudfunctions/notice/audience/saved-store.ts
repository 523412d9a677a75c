import { mostAudiences, type AudienceState } from 'types/notice-audiences'
import type { Audience } from 'types/notice-audience'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** An audience a union keeps under a name. */
export type AudienceDoc = Aggregate<AudienceState> & {
  nodeId: string
  nodeName: string
  name: string
  audience: Audience
  words: string
  by: string
}

export const audiences = collection<AudienceDoc>('notice_audiences')

export const findAudience = (id: string) => audiences.find(id)
export const createAudience = (doc: AudienceDoc) => audiences.insert(doc)
/** Those in use of these nodes. */
export const listAudiences = (nodeIds: readonly string[]) =>
  audiences.list({ nodeId: command.in(nodeIds), state: 'live' }, { limit: 500 })
export const isFull = async (nodeId: string): Promise<boolean> =>
  (await audiences.list({ nodeId, state: 'live' }, { limit: mostAudiences, fields: ['_id'] })).length >= mostAudiences

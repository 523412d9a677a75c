import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** A copy of somebody's own data in the storage, until its hour is over. */
export type CopyDoc = { _id: string; applicationId: string; fileId: string; at: Date }

const copies = collection<CopyDoc>('volunteer_copies')

export const noteCopy = (doc: CopyDoc) => copies.insert(doc)
export const findCopy = (id: string) => copies.find(id)
export const listCopiesBefore = (at: Date, limit: number) =>
  copies.list({ at: command.lte(at) }, { sort: [['at', 'asc']], limit })
export const listCopiesOf = (applicationId: string) => copies.list({ applicationId }, { limit: 100 })
export const dropCopies = (ids: readonly string[]) => copies.remove({ _id: command.in(ids) })

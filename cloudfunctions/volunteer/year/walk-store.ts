import { collection, type Document } from '../../kit/collection'

/** How far the roster was walked on a day, under which version of the year's rule: the last id seen; `done` at its end. */
export type Walk = Document & { day: string; rule: string; after: string; done: boolean }

const walks = collection<Walk>('volunteer_walks')
const id = 'years'

export const findWalk = () => walks.find(id)
export const noteWalk = (walk: Omit<Walk, '_id'>) => walks.put({ _id: id, ...walk })

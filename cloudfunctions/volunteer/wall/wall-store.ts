import type { PhotoState } from 'types/volunteer-wall'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** One picture on the wall of an activity. It lies where the activity lies. */
export type WallPhotoDoc = Aggregate<PhotoState> & {
  activityId: string
  /** Who hung it: a volunteer by his application, or the organising office; neither once he erased himself. */
  applicationId: string | null
  /** The copy without place and device; null once it is gone. */
  fileId: string | null
  /** When it goes by itself; null once it is gone. */
  removeAt: Date | null
}

export const wallPhotos = collection<WallPhotoDoc>('wall_photos')

type Page = { page: number; size: number }
const newestFirst = [
  ['createdAt', 'desc'],
  ['_id', 'desc'],
] as const

export const findPhoto = (id: string) => wallPhotos.find(id)
export const createPhoto = (doc: WallPhotoDoc) => wallPhotos.insert(doc)
export const pageOfWall = (activityId: string, states: readonly PhotoState[], page: Page) =>
  wallPhotos.page({ activityId, state: command.in(states) }, { sort: newestFirst, ...page })
export const listPhotos = (ids: readonly string[]) => wallPhotos.list({ _id: command.in(ids) })
/** One volunteer's own pictures, of one activity or of all. */
export const listOwnPhotos = (applicationId: string, activityId?: string) =>
  wallPhotos.list({ applicationId, ...(activityId ? { activityId } : {}) })
export const listPhotosToRemove = (now: Date) =>
  wallPhotos.list({ removeAt: command.lte(now) }, { sort: [['removeAt', 'asc']], limit: 50 })

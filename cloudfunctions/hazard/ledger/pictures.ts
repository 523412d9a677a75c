import type { Picture } from 'types/fields'
import { toPictures } from '../../kit/files'
import type { HazardDoc, HazardPhoto } from '../hazard'

/** Who looks: the reporter sees his own picture at once, others only once it is cleaned of place and device. */
export type Viewer = 'owner' | 'other'

const shown = (viewer: Viewer) => (photo: HazardPhoto) => viewer === 'owner' || photo.clean

const hidden = ({ fileId, check }: HazardPhoto): Picture => ({ fileId, check, url: '' })

/** Pictures of several hazards in one trip to the storage, in the order given. */
const look = async (photos: readonly HazardPhoto[], viewer: Viewer): Promise<Picture[]> => {
  const visible = photos.filter(shown(viewer))
  const pictures = new Map((await toPictures(visible)).map((picture) => [picture.fileId, picture]))
  return photos.map((photo) => pictures.get(photo.fileId) ?? hidden(photo))
}

/** Before and after pictures of one hazard. */
export const lookAtOne = async (doc: HazardDoc, viewer: Viewer) => {
  const pictures = await look([...doc.photos, ...(doc.answer?.photos ?? [])], viewer)
  return { before: pictures.slice(0, doc.photos.length), after: pictures.slice(doc.photos.length) }
}

/** What was said after the closing, with its pictures, oldest first. */
export const lookAtReopenings = async ({ reopenings }: HazardDoc) => {
  const pictures = await look(
    reopenings.flatMap(({ photos }) => photos),
    'other',
  )
  return reopenings.map(({ by, reason, at, photos }) => ({
    ...{ by, reason, at, photos: pictures.splice(0, photos.length) },
  }))
}

/** The notes of the way with their pictures, oldest first; no trip where none has any. */
export const lookAtNotes = async ({ notes }: HazardDoc) => {
  const pictures = await look(
    notes.flatMap(({ photos }) => photos),
    'other',
  )
  return notes.map(({ words, at, photos }) => ({ words, at, photos: pictures.splice(0, photos.length) }))
}

/** The first picture of each row, all in one trip to the storage. */
export const lookAtCovers = async (docs: readonly HazardDoc[], viewer: Viewer): Promise<(Picture | null)[]> => {
  const covers = docs.map((doc) => doc.photos[0] ?? null)
  const pictures = await look(
    covers.filter((photo) => photo !== null),
    viewer,
  )
  return covers.map((photo) => (photo ? (pictures.shift() ?? null) : null))
}

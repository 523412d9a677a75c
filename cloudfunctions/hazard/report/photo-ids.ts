import { AppError } from 'types/app-error'
import { tempUrls } from '../../kit/files'
import type { HazardDoc, HazardPhoto } from '../hazard'

const refuse = (reason: string) =>
  new AppError('INVALID_INPUT', { fields: { photos: '照片没有上传成功，请重新拍摄' }, reason })

// What the clock has cleaned stands here; nobody may hand such a file in again as his own.
export const cleanFolder = (hazardId: string) => `hazard/${hazardId}/clean/`

const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '')

const isOwn = (fileId: string, hazardId: string) => {
  const path = pathOf(fileId)
  const parts = path.split('/')
  return (
    path.startsWith(`hazard/${hazardId}/`) &&
    !path.startsWith(cleanFolder(hazardId)) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  )
}

/** Pictures of this hazard handed in before, wherever they stand. */
export const knownPhotos = ({ photos, answer, notes, reopenings }: HazardDoc): HazardPhoto[] =>
  [photos, answer?.photos ?? [], ...[...notes, ...reopenings].map((one) => one.photos)].flat()

/**
 * Pictures handed in with a command: only files of this very hazard's upload folder, each once, none handed in before.
 * @throws AppError INVALID_INPUT
 */
export const takePhotos = (
  hazardId: string,
  fileIds: readonly string[],
  known: readonly HazardPhoto[],
  at: Date,
): HazardPhoto[] => {
  const taken = new Set(known.flatMap(({ fileId, original }) => [fileId, original]))
  const isFresh = (fileId: string) => isOwn(fileId, hazardId) && !taken.has(fileId)
  if (new Set(fileIds).size !== fileIds.length || !fileIds.every(isFresh)) throw refuse('foreign file id')
  return fileIds.map((fileId) => ({ fileId, check: 'pending', clean: false, original: null, trace: null, at }))
}

/**
 * That the pictures of an answer are in the storage: no database trip. While the storage does not answer it is left to
 * the clock, which cleans what is there.
 * @throws AppError INVALID_INPUT
 */
export const checkUploaded = async (photos: readonly HazardPhoto[]): Promise<void> => {
  const urls = await tempUrls(photos.map(({ fileId }) => fileId)).catch(() => null)
  if (urls && !photos.every(({ fileId }) => urls.has(fileId))) throw refuse('missing file')
}

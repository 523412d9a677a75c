import { AppError } from 'types/app-error'
import type { HazardPhoto } from './hazard'

const refuse = () =>
  new AppError('INVALID_INPUT', { fields: { photos: '照片没有上传成功，请重新拍摄' }, reason: 'foreign file id' })

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
  if (new Set(fileIds).size !== fileIds.length || !fileIds.every(isFresh)) throw refuse()
  return fileIds.map((fileId) => ({ fileId, check: 'pending', clean: false, original: null, trace: null, at }))
}

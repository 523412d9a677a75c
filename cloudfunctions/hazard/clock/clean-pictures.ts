import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { command, platform } from '../../kit/cloud'
import { requestPictureChecks } from '../../kit/content-check'
import { mediaExtension, type MediaType } from '../../kit/media-type'
import { stripExif } from '../../kit/strip-exif'
import type { HazardDoc, HazardPhoto } from '../hazard'
import { patchHazard } from '../hazard-store'
import { cleanFolder } from '../report/photo-ids'

/** WeChat answers a picture check within this time, or not at all. */
export const answerMs = 30 * 60_000

/** A picture with the path of its fields in the document and whose openid the check is asked for. */
export type Placed = { path: string; photo: HazardPhoto; openid: string | null }

export const placedPhotos = (doc: HazardDoc): Placed[] => [
  ...doc.photos.map((photo, index) => ({ path: `photos.${index}`, photo, openid: doc.owner })),
  ...(doc.answer?.photos ?? []).map((photo, index) => {
    return { path: `answer.photos.${index}`, photo, openid: doc.answer?.openid ?? null }
  }),
  ...doc.reopenings.flatMap(({ photos }, time) =>
    photos.map((photo, index) => ({ path: `reopenings.${time}.photos.${index}`, photo, openid: doc.owner })),
  ),
  ...doc.notes.flatMap(({ photos }, note) =>
    photos.map((photo, index) => {
      return { path: `notes.${note}.photos.${index}`, photo, openid: doc.fixer?.openid ?? null }
    }),
  ),
]

const isLate = (photo: HazardPhoto, now: Date) => now.getTime() - photo.at.getTime() >= answerMs

const patchPhoto = (doc: HazardDoc, { path, photo }: Placed, change: Partial<HazardPhoto>, more = {}) => {
  const fields = Object.entries(change).map(([field, value]) => [`${path}.${field}`, value])
  return patchHazard(doc._id, { [`${path}.fileId`]: photo.fileId }, { ...Object.fromEntries(fields), ...more })
}

const remove = async (fileIds: readonly string[]) => {
  // A file that will not go now goes when the checks are swept; one that is gone already is no fault.
  if (fileIds.length > 0) await platform.deleteFile({ fileList: [...fileIds] }).catch(() => undefined)
}

const download = async (fileId: string): Promise<Buffer | null> => {
  try {
    return (await platform.downloadFile({ fileID: fileId })).fileContent
  } catch {
    return null
  }
}

// A copy of our own, so that what was checked cannot be replaced by who uploaded it; the same path on every try.
const putClean = async (hazardId: string, original: string, { type, bytes }: Picture) => {
  const cloudPath = `${cleanFolder(hazardId)}${deriveId('clean', original)}.${mediaExtension(type)}`
  return (await platform.uploadFile({ cloudPath, fileContent: bytes })).fileID
}

type Picture = { type: MediaType; bytes: Buffer }

// No picture by its content, whatever its name says.
const pictureOf = (file: Buffer): Picture | null => {
  try {
    return stripExif(file)
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}

const askWechat = async (openid: string | null, fileId: string) =>
  openid ? ((await requestPictureChecks(openid, [fileId])).get(fileId) ?? null) : null

/** Cleans one picture and asks WeChat about it; false when it has to be tried again. */
const cleanOne = async (doc: HazardDoc, placed: Placed): Promise<boolean> => {
  const { photo, openid } = placed
  const file = await download(photo.fileId)
  if (!file) return false
  const picture = pictureOf(file)
  if (!picture) {
    await patchPhoto(doc, placed, { check: 'risky', clean: true })
    await remove([photo.fileId])
    return true
  }
  const fileId = await putClean(doc._id, photo.fileId, picture)
  const trace = await askWechat(openid, fileId)
  // Nobody to ask for (an anonymous report): a person looks instead.
  const check = openid ? photo.check : 'review'
  const cleaned = { fileId, original: photo.fileId, clean: true, trace, check }
  await patchPhoto(doc, placed, cleaned, trace ? { traces: command.push([trace]) } : {})
  await remove([photo.fileId])
  return true
}

const sweepOne = async (doc: HazardDoc, placed: Placed) => {
  const { photo } = placed
  if (photo.original) await remove([photo.original])
  const check = photo.check === 'pending' ? 'review' : photo.check
  await patchPhoto(doc, placed, { original: null, check })
}

/**
 * Cleans what is new, and after 30 minutes marks what got no answer for a person to look at.
 * @returns when to look again, null when nothing is left to do
 */
export const lookAfterPictures = async (doc: HazardDoc, now: Date): Promise<Date | null> => {
  const open = placedPhotos(doc).filter(({ photo }) => !photo.clean || photo.check === 'pending' || photo.original)
  let retry = false
  let waiting = 0
  for (const placed of open) {
    if (isLate(placed.photo, now)) {
      await sweepOne(doc, placed)
      continue
    }
    waiting = Math.max(waiting, placed.photo.at.getTime() + answerMs)
    if (!placed.photo.clean && !(await cleanOne(doc, placed))) retry = true
  }
  if (retry) return new Date(now.getTime() + 60_000)
  return waiting > 0 ? new Date(waiting) : null
}

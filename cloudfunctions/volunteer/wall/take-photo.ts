import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { wallPhotoPath } from 'types/volunteer-wall'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { mediaExtension } from '../../kit/media-type'
import { stripExif } from '../../kit/strip-exif'
import { removeFiles } from '../apply/papers'

const largest = 8 * 1024 * 1024
const refuse = (message: string) => new AppError('INVALID_INPUT', { fields: { fileId: message } })
const again = '照片没有上传成功，请重新选择'

const isUpload = (activityId: string, fileId: string) => {
  const parts = fileId.replace(/^cloud:\/\/[^/]+\//, '').split('/')
  return (
    parts.length === 3 &&
    parts.slice(0, 2).join('/') === `wall/${activityId}` &&
    !['', '.', '..'].includes(parts[2] ?? '')
  )
}

const cleaned = (file: Buffer) => {
  try {
    return stripExif(file)
  } catch (thrown) {
    throw thrown instanceof AppError ? refuse(thrown.message) : thrown
  }
}

/**
 * Copies what the phone uploaded without place, time and device, and takes the upload away: nobody else ever sees it.
 * @returns file id of the copy
 * @throws AppError INVALID_INPUT for anything but a picture of this activity's upload folder
 */
export const takePhoto = async (activityId: string, photoId: string, fileId: string): Promise<string> => {
  if (!isUpload(activityId, fileId)) throw refuse(again)
  if (!(await tempUrls([fileId])).has(fileId)) throw refuse(again)
  const { fileContent } = await platform.downloadFile({ fileID: fileId })
  if (fileContent.length > largest) throw refuse('照片太大了，请换一张')
  const { type, bytes } = cleaned(fileContent)
  const name = `clean/${deriveId('wall', photoId)}.${mediaExtension(type)}`
  const copy = await platform.uploadFile({ cloudPath: wallPhotoPath(activityId, name), fileContent: bytes })
  await removeFiles([fileId])
  return copy.fileID
}

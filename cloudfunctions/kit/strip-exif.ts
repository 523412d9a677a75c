import { AppError } from 'types/app-error'
import { mediaType, type MediaType } from './media-type'
import { stripJpeg } from './strip-jpeg'
import { stripPng } from './strip-png'
import { stripWebp } from './strip-webp'

const strippers = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp }

/**
 * The picture without what it tells about the photographer: place, time, device, thumbnail, texts, appended files.
 * The pixels stay byte for byte and the picture stays turned the way it was.
 * @throws AppError INVALID_INPUT for another kind of file or a broken one
 */
export const stripExif = (file: Uint8Array): { type: MediaType; bytes: Buffer } => {
  const type = mediaType(file)
  if (!type) throw new AppError('INVALID_INPUT', { message: '只支持 JPG、PNG、WebP 格式的图片，请重新选择。' })
  const bytes = strippers[type](Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (!bytes) throw new AppError('INVALID_INPUT', { message: '这张图片已损坏，请重新拍照或选择。' })
  return { type, bytes }
}

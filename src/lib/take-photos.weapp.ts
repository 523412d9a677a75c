import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'
import { stripJpeg } from './strip-jpeg'

const longSide = 1600

const compress = async (src: string): Promise<string> => {
  const { tempFilePath } = await Taro.compressImage({ src, quality: 75, compressedWidth: longSide })
  return tempFilePath
}

/** Rewrites the file without its metadata: whether compressing drops them differs by phone. */
const strip = (path: string): string => {
  const files = Taro.getFileSystemManager()
  const raw = files.readFileSync(path)
  if (typeof raw === 'string') return path
  const target = `${Taro.env.USER_DATA_PATH ?? ''}/strip-${Date.now()}-${path.slice(-12).replace(/\W/g, '')}.jpg`
  files.writeFileSync(target, stripJpeg(new Uint8Array(raw)).slice().buffer as ArrayBuffer)
  return target
}

/**
 * Takes or picks up to `count` pictures, made small (≤ about 1 MB) and without place, time and device.
 * Answers paths of temporary files; none when the person gave up or refused.
 */
export const takePhotos = async (count: number): Promise<string[]> => {
  if (!(await askPrivacy('photo'))) return []
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    })
    const small = await Promise.all(tempFiles.map(({ tempFilePath }) => compress(tempFilePath)))
    return small.map(strip)
  } catch {
    return []
  }
}

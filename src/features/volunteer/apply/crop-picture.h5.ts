import type { Box } from '@/lib/redact-shapes'

type Size = { width: number; height: number }

/** The part of a picture in a box, as an object URL of a JPEG of this size. Rejects where the picture cannot be read. */
export const cropPicture = async (path: string, box: Box, { width, height }: Size): Promise<string> => {
  const file = await fetch(path).then((answer) => answer.blob())
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const from = [box.x * picture.width, box.y * picture.height, box.width * picture.width, box.height * picture.height]
  const [left = 0, top = 0, wide = 0, high = 0] = from
  canvas.getContext('2d')?.drawImage(picture, left, top, wide, high, 0, 0, width, height)
  picture.close()
  const cut = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88))
  if (!cut) throw new Error('no picture')
  return URL.createObjectURL(cut)
}

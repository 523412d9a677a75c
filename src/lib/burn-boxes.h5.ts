import { pixelsOf, type Box } from './redact-shapes'

/** Nothing to lay out: a browser draws off the page. */
export const burnCanvasId = ''

/**
 * Paints the boxes black into a picture and answers an object URL of the new one. Nothing of what was under them is in
 * its bytes. Rejects where the picture cannot be read.
 */
export const burnBoxes = async (path: string, boxes: readonly Box[]): Promise<string> => {
  const file = await fetch(path).then((answer) => answer.blob())
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: picture.width, height: picture.height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(picture, 0, 0)
  picture.close()
  context.fillStyle = '#000000'
  for (const box of boxes) context.fillRect(...pixelsOf(box, canvas))
  const burnt = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!burnt) throw new Error('no picture')
  return URL.createObjectURL(burnt)
}

import { askPrivacy } from './privacy'

const longSide = 1600
const largest = 1024 * 1024

const pickFiles = (count: number): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    input.onchange = () => resolve(Array.from(input.files ?? []).slice(0, count))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })

const toJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** Draws the picture anew, the right way up: what a canvas writes has no metadata. */
const redraw = async (file: File): Promise<string | null> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of [0.82, 0.65, 0.45]) {
    const blob = await toJpeg(canvas, quality)
    if (blob && (blob.size <= largest || quality < 0.5)) return URL.createObjectURL(blob)
  }
  return null
}

/**
 * Takes or picks up to `count` pictures, made small (≤ about 1 MB) and without place, time and device.
 * Answers object URLs; none when the person gave up, refused, or picked no picture.
 */
export const takePhotos = async (count: number): Promise<string[]> => {
  if (!(await askPrivacy('photo'))) return []
  const files = await pickFiles(count)
  const drawn = await Promise.all(files.map((file) => redraw(file).catch(() => null)))
  return drawn.filter((url) => url !== null)
}

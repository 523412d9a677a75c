import Taro from '@tarojs/taro'
import { pixelsOf, uprightMatrix, uprightSize, type Box } from './redact-shapes'
import { orientationOf, withoutOrientation } from './strip-jpeg'

/** The page keeps a canvas of this id: WeChat exports from nothing else on every phone. */
export const burnCanvasId = 'burn-canvas'

type Drawing = { src: string; width: number; height: number; onload: () => void; onerror: (reason: unknown) => void }
type Context = {
  fillStyle: string
  setTransform(...matrix: readonly number[]): void
  drawImage(picture: Drawing, x: number, y: number, width?: number, height?: number): void
  fillRect(x: number, y: number, width: number, height: number): void
}
type CanvasNode = { width: number; height: number; createImage(): Drawing; getContext(kind: '2d'): Context }

/** The canvas of the page on top. */
export const findCanvas = (): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    const query = Taro.createSelectorQuery().select(`#${burnCanvasId}`)
    query
      .fields({ node: true }, (found) => {
        const node = (found as { node?: CanvasNode } | null)?.node
        if (node) resolve(node)
        else reject(new Error('no canvas'))
      })
      .exec()
  })

/** A picture ready to be drawn on it. */
export const loadPicture = (canvas: CanvasNode, src: string): Promise<Drawing> =>
  new Promise((resolve, reject) => {
    const picture = canvas.createImage()
    picture.onload = () => resolve(picture)
    picture.onerror = (reason) => reject(reason instanceof Error ? reason : new Error('no picture'))
    picture.src = src
  })

/** Whether a phone turns a picture by its Exif differs: it is taken away here and the picture turned by us. */
const unturned = (path: string) => {
  const files = Taro.getFileSystemManager()
  const raw = files.readFileSync(path)
  const bytes = typeof raw === 'string' ? new Uint8Array() : new Uint8Array(raw)
  const orientation = orientationOf(bytes)
  if (orientation === 1) return { src: path, orientation }
  const src = `${Taro.env.USER_DATA_PATH ?? ''}/unturned.jpg`
  files.writeFileSync(src, withoutOrientation(bytes).slice().buffer as ArrayBuffer)
  return { src, orientation }
}

/**
 * Paints the boxes black into a picture and answers the path of the new one. Nothing of what was under them is in its
 * bytes. Rejects where the picture cannot be read.
 */
export const burnBoxes = async (path: string, boxes: readonly Box[]): Promise<string> => {
  const canvas = await findCanvas()
  const { src, orientation } = unturned(path)
  const picture = await loadPicture(canvas, src)
  const { width, height } = uprightSize(orientation, picture)
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  context.setTransform(...uprightMatrix(orientation, picture))
  context.drawImage(picture, 0, 0)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#000000'
  for (const box of boxes) context.fillRect(...pixelsOf(box, { width, height }))
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const options = { canvas: canvas as never, canvasId: '', fileType: 'jpg' as const, quality: 0.85, ...whole }
  return (await Taro.canvasToTempFilePath(options)).tempFilePath
}

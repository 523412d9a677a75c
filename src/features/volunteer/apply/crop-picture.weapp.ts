import Taro from '@tarojs/taro'
import { findCanvas, loadPicture } from '@/lib/burn-boxes.weapp'
import type { Box } from '@/lib/redact-shapes'

type Size = { width: number; height: number }

/**
 * The part of a picture in a box, as the path of a JPEG of this size; the page keeps the canvas that burnBoxes draws on
 * too. Rejects where the picture cannot be read.
 */
export const cropPicture = async (path: string, box: Box, size: Size): Promise<string> => {
  const canvas = await findCanvas()
  const picture = await loadPicture(canvas, path)
  Object.assign(canvas, size)
  const { width, height } = size
  const scaled = { width: width / box.width, height: height / box.height }
  canvas.getContext('2d').drawImage(picture, -box.x * scaled.width, -box.y * scaled.height, scaled.width, scaled.height)
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const options = { canvas: canvas as never, canvasId: '', fileType: 'jpg' as const, quality: 0.88, ...whole }
  return (await Taro.canvasToTempFilePath(options)).tempFilePath
}

import Taro from '@tarojs/taro'
import { paintShare, shareSize, type ShareFacts } from './paint-share'
import type { Painter } from './paint-certificate'

/** The page keeps a canvas of this id: WeChat exports from nothing else on every phone. */
export const shareCanvasId = 'share-canvas'

type CanvasNode = { width: number; height: number; getContext(kind: '2d'): Painter }

const findCanvas = (): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    const query = Taro.createSelectorQuery().select(`#${shareCanvasId}`)
    query
      .fields({ node: true }, (found) => {
        const node = (found as { node?: CanvasNode } | null)?.node
        if (node) resolve(node)
        else reject(new Error('no canvas'))
      })
      .exec()
  })

/** Paints the card a chat shows; answers the path of the picture. */
export const drawShare = async (facts: ShareFacts): Promise<string> => {
  const canvas = await findCanvas()
  const { width, height } = shareSize
  Object.assign(canvas, { width, height })
  paintShare(canvas.getContext('2d'), facts)
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const options = { canvas: canvas as never, canvasId: '', fileType: 'jpg' as const, quality: 0.9, ...whole }
  return (await Taro.canvasToTempFilePath(options)).tempFilePath
}

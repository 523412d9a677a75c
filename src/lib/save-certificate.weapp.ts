import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'
import { certificateSize, paintCertificate, type CertificateFacts, type Painter } from './paint-certificate'
import { showToast } from './toast-store'

/** The page keeps a canvas of this id: WeChat exports from nothing else on every phone. */
export const certificateCanvasId = 'certificate-canvas'

type Drawing = { src: string; onload: () => void; onerror: () => void }
type Context = Painter & { drawImage(picture: Drawing, x: number, y: number, width: number, height: number): void }
type CanvasNode = { width: number; height: number; createImage(): Drawing; getContext(kind: '2d'): Context }

const findCanvas = (): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    const query = Taro.createSelectorQuery().select(`#${certificateCanvasId}`)
    query
      .fields({ node: true }, (found) => {
        const node = (found as { node?: CanvasNode } | null)?.node
        if (node) resolve(node)
        else reject(new Error('no canvas'))
      })
      .exec()
  })

const load = (canvas: CanvasNode, src: string): Promise<Drawing> =>
  new Promise((resolve, reject) => {
    const picture = canvas.createImage()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('no picture'))
    picture.src = src
  })

const draw = async (facts: CertificateFacts, codeUrl: string): Promise<string> => {
  const canvas = await findCanvas()
  const { width, height, code } = certificateSize
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  paintCertificate(context, facts)
  context.drawImage(await load(canvas, codeUrl), code.x, code.y, code.size, code.size)
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const options = { canvas: canvas as never, canvasId: '', fileType: 'png' as const, ...whole }
  return (await Taro.canvasToTempFilePath(options)).tempFilePath
}

const isDenied = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'errMsg' in failure && /auth|deny/.test(String(failure.errMsg))

/** Draws a certificate with its code and keeps it in the phone's album. */
export const saveCertificate = async (facts: CertificateFacts, codeUrl: string): Promise<void> => {
  if (!(await askPrivacy('album'))) return
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await draw(facts, codeUrl) })
    showToast('已保存到相册', 'good')
  } catch (failure) {
    showToast(isDenied(failure) ? '请在右上角“设置”里允许保存到相册' : '没有保存成功，请稍后再试', 'bad')
  }
}

import { openDocument } from './open-document.h5'
import { certificateSize, paintCertificate, type CertificateFacts } from './paint-certificate'

/** Nothing to lay out: a browser draws off the page. */
export const certificateCanvasId = ''

/** Draws a certificate with its code and saves it as a picture. */
export const saveCertificate = async (facts: CertificateFacts, codeUrl: string): Promise<void> => {
  const canvas = document.createElement('canvas')
  const { width, height, code } = certificateSize
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  paintCertificate(context, facts)
  const picture = await createImageBitmap(await fetch(codeUrl).then((answer) => answer.blob()))
  context.drawImage(picture, code.x, code.y, code.size, code.size)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!drawn) throw new Error('no picture')
  const url = URL.createObjectURL(drawn)
  await openDocument(url, `${facts.number}.png`)
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

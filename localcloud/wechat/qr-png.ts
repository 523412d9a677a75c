import { PNG } from 'pngjs'
import { encode } from 'uqr'

const QUIET = 4

/** Draws the QR code of a text as a square PNG of `width` pixels with a quiet zone. */
export const qrPng = (content: string, width: number): Buffer => {
  const { data: modules, size } = encode(content, { ecc: 'M', border: QUIET })
  const scale = Math.max(1, Math.floor(width / size))
  const side = Math.max(width, size)
  const margin = Math.floor((side - scale * size) / 2)
  const png = new PNG({ width: side, height: side })
  png.data.fill(255)
  for (let y = 0; y < scale * size; y += 1) {
    for (let x = 0; x < scale * size; x += 1) {
      if (!modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]) continue
      png.data.fill(0, ((y + margin) * side + x + margin) * 4, ((y + margin) * side + x + margin) * 4 + 3)
    }
  }
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 3 })
}

import { PNG } from 'pngjs'
import type { QrMatrix } from './qr-matrix'

const QUIET = 4

/** Draws a QR code as a square PNG of `width` pixels with a quiet zone. */
export const qrPng = (matrix: QrMatrix, width: number): Buffer => {
  const rows = matrix.split('\n')
  const size = rows.length + 2 * QUIET
  const scale = Math.max(1, Math.floor(width / size))
  const side = Math.max(width, size)
  const margin = Math.floor((side - scale * rows.length) / 2)
  const png = new PNG({ width: side, height: side })
  png.data.fill(255)
  for (let y = 0; y < scale * rows.length; y += 1) {
    const row = rows[Math.floor(y / scale)] ?? ''
    for (let x = 0; x < scale * rows.length; x += 1) {
      if (row[Math.floor(x / scale)] !== '1') continue
      const at = ((y + margin) * side + x + margin) * 4
      png.data.fill(0, at, at + 3)
    }
  }
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 3 })
}

import { PNG } from 'pngjs'
import { encode } from 'uqr'

/** The modules of a QR code as rows of `0` and `1`, without quiet zone. */
export type QrMatrix = string

export const matrixOfText = (content: string): QrMatrix =>
  encode(content, { ecc: 'M', border: 0 })
    .data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
    .join('\n')

type Box = { left: number; top: number; right: number; bottom: number }

const darkAt = (png: PNG, x: number, y: number): boolean => {
  const at = (y * png.width + x) * 4
  return (png.data[at + 3] ?? 0) > 127 && (png.data[at] ?? 255) < 128
}

const boxOf = (png: PNG): Box | undefined => {
  const box = { left: png.width, top: png.height, right: -1, bottom: -1 }
  for (let y = 0; y < png.height; y += 1)
    for (let x = 0; x < png.width; x += 1)
      if (darkAt(png, x, y)) {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y)
      }
  return box.right < 0 ? undefined : box
}

/** Reads the modules off an upright picture of a QR code, at any scale; undefined when it shows none. */
export const matrixOfPng = (bytes: Buffer): QrMatrix | undefined => {
  let png: PNG
  try {
    png = PNG.sync.read(bytes)
  } catch {
    return undefined
  }
  const box = boxOf(png)
  if (!box) return undefined
  let run = 0
  while (darkAt(png, box.left + run, box.top)) run += 1
  // The top edge of the first finder pattern is seven modules wide.
  const side = Math.round((box.right - box.left + 1) / (run / 7))
  const step = (box.right - box.left + 1) / side
  const indexes = Array.from({ length: side }, (_, index) => index)
  return indexes
    .map((row) =>
      indexes
        .map((col) =>
          darkAt(png, Math.floor(box.left + (col + 0.5) * step), Math.floor(box.top + (row + 0.5) * step)) ? '1' : '0',
        )
        .join(''),
    )
    .join('\n')
}

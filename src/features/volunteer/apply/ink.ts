/** A point of a stroke as shares 0…1 of the board's width and height. */
export type InkPoint = readonly [x: number, y: number]
export type Stroke = readonly InkPoint[]

/** Pixels of the picture a signature becomes; the board on the screen has the same shape. */
export const inkSize = { width: 600, height: 240 } as const
const pen = 4
/** Points nearer than this share of the width are one. */
const nearest = 0.006
const mostPoints = 2000

const far = ([x, y]: InkPoint, [left, top]: InkPoint) => Math.abs(x - left) + Math.abs(y - top) > nearest

/** A stroke one point longer, or as it was where the finger hardly moved. */
export const drawOn = (stroke: Stroke, point: InkPoint): Stroke => {
  const last = stroke.at(-1)
  return last && (!far(last, point) || stroke.length >= mostPoints) ? stroke : [...stroke, point]
}

/** A dot or two is no signature: enough of a line must have been drawn. */
export const isDrawn = (strokes: readonly Stroke[]): boolean =>
  strokes.reduce((sum, stroke) => sum + Math.max(0, stroke.length - 1), 0) >= 8

const place = ([x, y]: InkPoint) => `${(x * inkSize.width).toFixed(0)} ${(y * inkSize.height).toFixed(0)}`

/** The strokes as a background of CSS: drawn alike by a browser and by WeChat. */
export const inkImage = (strokes: readonly Stroke[]): string => {
  const lines = strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => `M${stroke.map(place).join('L')}${stroke.length === 1 ? `L${place(stroke[0] as InkPoint)}` : ''}`)
    .join('')
  const path = `<path d='${lines}' fill='none' stroke='#1d2129' stroke-width='${pen * 2}' stroke-linecap='round' stroke-linejoin='round'/>`
  const size = `viewBox='0 0 ${inkSize.width} ${inkSize.height}'`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' ${size} preserveAspectRatio='none'>${path}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

const rowBytes = inkSize.width / 8 + 1

// One bit a pixel, 1 is white; every row begins with its filter (none).
const blankRows = () => {
  const rows = new Uint8Array(rowBytes * inkSize.height).fill(255)
  for (let row = 0; row < inkSize.height; row++) rows[row * rowBytes] = 0
  return rows
}

const dot = (rows: Uint8Array, x: number, y: number) => {
  for (let top = Math.max(0, y - pen); top <= Math.min(inkSize.height - 1, y + pen); top++)
    for (let left = Math.max(0, x - pen); left <= Math.min(inkSize.width - 1, x + pen); left++) {
      if ((left - x) ** 2 + (top - y) ** 2 > pen * pen) continue
      const at = top * rowBytes + 1 + (left >> 3)
      rows[at] = (rows[at] ?? 0) & ~(128 >> (left & 7))
    }
}

const line = (rows: Uint8Array, [fromX, fromY]: InkPoint, [toX, toY]: InkPoint) => {
  const [startX, startY] = [fromX * inkSize.width, fromY * inkSize.height]
  const [endX, endY] = [toX * inkSize.width, toY * inkSize.height]
  const steps = Math.max(1, Math.ceil(Math.hypot(endX - startX, endY - startY) / 2))
  for (let step = 0; step <= steps; step++) {
    const share = step / steps
    dot(rows, Math.round(startX + (endX - startX) * share), Math.round(startY + (endY - startY) * share))
  }
}

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})
const crcOf = (bytes: Uint8Array) => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
const adlerOf = (bytes: Uint8Array) => {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return ((high << 16) | low) >>> 0
}

const four = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

const chunk = (name: string, content: readonly number[]) => {
  const named = [...ascii(name), ...content]
  return [...four(content.length), ...named, ...four(crcOf(Uint8Array.from(named)))]
}

// Stored, not compressed: a signature is 18 KB either way, and a phone needs no library for it.
const zlib = (bytes: Uint8Array) => {
  const length = bytes.length
  const head = [0x78, 0x01, 1, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]
  return [...head, ...bytes, ...four(adlerOf(bytes))]
}

/** The strokes as the bytes of a PNG, black on white, 600 × 240; the same on every phone. */
export const inkPicture = (strokes: readonly Stroke[]): Uint8Array => {
  const rows = blankRows()
  for (const stroke of strokes)
    stroke.forEach((point, index) => line(rows, stroke[Math.max(0, index - 1)] ?? point, point))
  const head = [...four(inkSize.width), ...four(inkSize.height), 1, 0, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...chunk('IDAT', zlib(rows)),
    ...chunk('IEND', []),
  ])
}

import { inflateSync } from 'node:zlib'
import { cropBox, dragged, settle, wholeCrop } from '@/features/volunteer/apply/crop'
import { drawOn, inkImage, inkPicture, inkSize, isDrawn, type Stroke } from '@/features/volunteer/apply/ink'
import { paperLimits } from 'types/volunteer-papers'

/** Chunks of a PNG: name → content; a wrong check sum throws. */
const chunksOf = (png: Buffer) => {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return chunks
}
const stroke: Stroke = [
  [0.1, 0.5],
  [0.5, 0.5],
]

test('the signature is a PNG every reader opens: its line is black, the rest is white', () => {
  const png = Buffer.from(inkPicture([stroke]))
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = chunksOf(png)
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const rows = inflateSync(chunks.get('IDAT') as Buffer)
  const width = inkSize.width / 8 + 1
  expect(rows).toHaveLength(width * inkSize.height)
  const isBlack = (x: number, y: number) => {
    const byte = rows[y * width + 1 + (x >> 3)] ?? 0
    return (byte & (128 >> (x & 7))) === 0
  }
  for (const x of [60, 150, 300]) expect(isBlack(x, 120)).toBe(true)
  for (const [x, y] of [
    [320, 120],
    [150, 60],
    [10, 120],
  ] as const)
    expect(isBlack(x, y)).toBe(false)
  expect(png.length).toBeLessThan(paperLimits.signature)
})

test('a point hardly moved is not kept, a dot is no signature, a line is', () => {
  expect(drawOn(stroke, [0.501, 0.5])).toBe(stroke)
  expect(drawOn(stroke, [0.6, 0.5])).toHaveLength(3)
  expect(isDrawn([[[0.5, 0.5]]])).toBe(false)
  expect(isDrawn([Array.from({ length: 10 }, (_, at) => [at / 10, 0.5] as const)])).toBe(true)
  expect(decodeURIComponent(inkImage([stroke]))).toContain("d='M60 120L300 120'")
})

describe('the crop', () => {
  const wide = { width: 1600, height: 900 }
  const shapeOf = (size: typeof wide, box: { width: number; height: number }) =>
    (box.width * size.width) / (box.height * size.height)

  test.each([wide, { width: 900, height: 1600 }, { width: 100, height: 100 }])('keeps 25 to 35 of %p', (size) => {
    const box = cropBox(size, wholeCrop)
    expect(shapeOf(size, box)).toBeCloseTo(25 / 35, 6)
    expect(Math.max(box.width, box.height)).toBeCloseTo(1, 6)
  })

  test('never leaves the picture, however far it is dragged or zoomed', () => {
    for (const [zoom, x, y] of [
      [9, -3, 5],
      [0.1, 7, -7],
      [2, 0, 1],
    ] as const) {
      const box = cropBox(wide, settle(wide, { zoom, x, y }))
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-1e-9)
      expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  test('the picture follows the finger', () => {
    const zoomed = settle(wide, { zoom: 2, x: 0.5, y: 0.5 })
    expect(dragged(wide, zoomed, 0.1, 0).x).toBeLessThan(zoomed.x)
    expect(dragged(wide, zoomed, 0, -0.1).y).toBeGreaterThan(zoomed.y)
  })
})

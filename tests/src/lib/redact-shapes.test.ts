import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import jpeg from 'jpeg-js'
import { boxBetween, pixelsOf, uprightMatrix, uprightSize } from '@/lib/redact-shapes'
import { orientationOf, stripJpeg, withoutOrientation } from '@/lib/strip-jpeg'

test('a stroke is a box whichever way it is drawn, within the picture', () => {
  const box = boxBetween({ x: 0.6, y: 0.7 }, { x: 0.2, y: 0.1 })
  expect(box).toEqual({ x: 0.2, y: 0.1, width: expect.closeTo(0.4), height: expect.closeTo(0.6) })
  expect(boxBetween({ x: 0.9, y: 0.9 }, { x: 1.4, y: -2 })).toEqual({
    x: 0.9,
    y: 0,
    width: expect.closeTo(0.1),
    height: expect.closeTo(0.9),
  })
})

test('a tap puts a box of a usual size around itself', () => {
  const { x, width, height } = boxBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.5 })
  expect(x).toBeLessThan(0.4)
  expect(width).toBeGreaterThan(0.2)
  expect(height).toBeGreaterThan(0.2)
})

test('pixels never cover less than the box', () => {
  const [x, y, width, height] = pixelsOf({ x: 0.101, y: 0.2, width: 0.1, height: 0.33 }, { width: 101, height: 77 })
  expect(x).toBeLessThanOrEqual(0.101 * 101)
  expect(x + width).toBeGreaterThanOrEqual(0.201 * 101)
  expect(y + height).toBeGreaterThanOrEqual(0.53 * 77)
  expect([x, y, width, height].every(Number.isInteger)).toBe(true)
})

/** Where the corners of a stored picture go. */
const corners = (orientation: number, size: { width: number; height: number }) => {
  const [a, b, c, d, e, f] = uprightMatrix(orientation, size)
  const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f]
  return [at(0, 0), at(size.width, 0), at(0, size.height)]
}

// Exif: what of the shown picture the first row and the first column of the stored one are.
test.each([
  [
    1,
    [
      [0, 0],
      [40, 0],
      [0, 30],
    ],
  ],
  [
    2,
    [
      [40, 0],
      [0, 0],
      [40, 30],
    ],
  ],
  [
    3,
    [
      [40, 30],
      [0, 30],
      [40, 0],
    ],
  ],
  [
    4,
    [
      [0, 30],
      [40, 30],
      [0, 0],
    ],
  ],
  [
    5,
    [
      [0, 0],
      [0, 40],
      [30, 0],
    ],
  ],
  [
    6,
    [
      [30, 0],
      [30, 40],
      [0, 0],
    ],
  ],
  [
    7,
    [
      [30, 40],
      [30, 0],
      [0, 40],
    ],
  ],
  [
    8,
    [
      [0, 40],
      [0, 0],
      [30, 40],
    ],
  ],
])('orientation %i is turned the right way up', (orientation, expected) => {
  const size = { width: 40, height: 30 }
  expect(corners(orientation, size)).toEqual(expected)
  const upright = uprightSize(orientation, size)
  for (const [x, y] of expected) {
    expect([0, upright.width]).toContain(x)
    expect([0, upright.height]).toContain(y)
  }
})

const images = path.resolve('../shared/data/images')
const withImages = existsSync(images) ? test : test.skip

if (!existsSync(images)) console.warn(`没有 ${images}，真实照片的检查跳过`)

describe('photos of real cameras', () => {
  const read = (name: string) => new Uint8Array(readFileSync(path.join(images, name)))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

  withImages('a rotated one stays the right way up without its Exif', () => {
    const before = read('sample-rotated-exif.jpg')
    const turned = orientationOf(before)
    expect(turned).toBeGreaterThan(1)
    const after = stripJpeg(before)
    expect(orientationOf(after)).toBe(turned)
    expect(orientationOf(withoutOrientation(before))).toBe(1)
    expect(after.length).toBeLessThan(before.length)
    const [was, is] = [before, after].map((bytes) => jpeg.decode(bytes))
    expect([is?.width, is?.height]).toEqual([was?.width, was?.height])
  })

  withImages('one that tells where it was taken tells it no more', () => {
    const before = read('sample-with-gps-exif.jpg')
    expect(text(before)).toMatch(/Exif/)
    const after = stripJpeg(before)
    expect(orientationOf(after)).toBe(orientationOf(before))
    expect(text(after).slice(0, 4096)).not.toMatch(/GPS|Apple|Canon|NIKON|Photoshop|\d{4}:\d\d:\d\d/)
  })
})

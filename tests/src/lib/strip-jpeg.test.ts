import jpeg from 'jpeg-js'
import { orientationOf, stripJpeg } from '@/lib/strip-jpeg'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const word = (value: number, little: boolean) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255])
const long = (value: number, little: boolean) =>
  little ? [value & 255, (value >> 8) & 255, 0, 0] : [0, 0, (value >> 8) & 255, value & 255]

/** An Exif segment with an orientation, a device and a place. */
const exif = (orientation: number, little: boolean) => {
  const entry = (tag: number, type: number, value: number[]) => [
    ...word(tag, little),
    ...word(type, little),
    ...long(1, little),
    ...value,
  ]
  const body = [
    ...ascii('Exif'),
    0,
    0,
    ...ascii(little ? 'II' : 'MM'),
    ...word(42, little),
    ...long(8, little),
    ...word(2, little),
    ...entry(0x010f, 2, long(60, little)),
    ...entry(0x0112, 3, [...word(orientation, little), 0, 0]),
    ...long(0, little),
    ...ascii('PhoneMaker GPS 36.1N 120.3E'),
  ]
  return [0xff, 0xe1, ...word(body.length + 2, false), ...body]
}
const comment = [0xff, 0xfe, 0, 8, ...ascii('secret')]
const xmp = [0xff, 0xe1, 0, 14, ...ascii('http://ns.a/')]

const pixels = jpeg.encode({ data: Buffer.alloc(16 * 16 * 4, 120), width: 16, height: 16 }, 80).data
const picture = (...segments: number[][]) =>
  new Uint8Array(Buffer.concat([pixels.subarray(0, 2), Buffer.from(segments.flat()), pixels.subarray(2)]))
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

it.each([
  [1, false],
  [6, false],
  [8, true],
  [3, true],
])('takes place, device and comments away and keeps orientation %i (little endian: %s)', (orientation, little) => {
  const before = picture(exif(orientation, little), xmp, comment)
  expect(orientationOf(before)).toBe(orientation)
  const after = stripJpeg(before)
  expect(textOf(after)).not.toMatch(/GPS|PhoneMaker|secret|ns\.a/)
  expect(orientationOf(after)).toBe(orientation)
  expect(jpeg.decode(Buffer.from(after))).toMatchObject({ width: 16, height: 16 })
})

it('leaves the picture itself byte by byte', () => {
  expect(Buffer.from(stripJpeg(picture(exif(1, false), comment))).equals(Buffer.from(stripJpeg(picture())))).toBe(true)
})

it('is the same the second time', () => {
  const once = stripJpeg(picture(exif(6, true), xmp))
  expect(Buffer.from(stripJpeg(once)).equals(Buffer.from(once))).toBe(true)
})

it('gives back what is no JPEG, and survives one that is cut off', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
  expect(stripJpeg(png)).toBe(png)
  const whole = picture(exif(6, false))
  for (let length = 2; length < 80; length += 1)
    expect(stripJpeg(whole.slice(0, length)).length).toBeLessThanOrEqual(length + 40)
})

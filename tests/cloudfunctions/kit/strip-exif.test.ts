import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { AppError } from 'types/app-error'
import { readOrientation, writeOrientation } from '../../../cloudfunctions/kit/orientation'
import { stripExif } from '../../../cloudfunctions/kit/strip-exif'

const folder = path.resolve(__dirname, '../../../../shared/data/images')
const width = 16
const pixels = Buffer.from(Array.from({ length: width * width * 4 }, (_, index) => (index * 37) % 256))
const plainJpeg = jpeg.encode({ data: pixels, width, height: width }, 80).data
const segment = (code: number, content: Buffer) => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A little-endian EXIF block: orientation, camera name and a GPS directory, as phones write it. */
const exif = (orientation: number, secret: string) => {
  const tiff = Buffer.alloc(8 + 2 + 36 + 4 + 64)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(3, 8)
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, 10 + index * 12)
    tiff.writeUInt16LE(type, 12 + index * 12)
    tiff.writeUInt32LE(count, 14 + index * 12)
    tiff.writeUInt32LE(value, 18 + index * 12)
  }
  entry(0, 0x0110, 2, secret.length, 50)
  entry(1, 0x0112, 3, 1, orientation)
  entry(2, 0x8825, 4, 1, 50)
  tiff.write(secret, 50, 'latin1')
  return tiff
}
const exifSegment = (orientation: number, secret: string) =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation, secret)]))
const secret = 'GPS-SECRET-31.2N'

const dirtyJpeg = (orientation: number) =>
  Buffer.concat([
    plainJpeg.subarray(0, 2),
    exifSegment(orientation, secret),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`, 'latin1')),
    segment(0xe2, Buffer.from(`MPF\0${secret}`, 'latin1')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${secret}`, 'latin1')),
    segment(0xfe, Buffer.from(secret, 'latin1')),
    plainJpeg.subarray(2),
    Buffer.from(`ftypmp42 ${secret}`, 'latin1'),
  ])

/** Orientation of a stripped JPEG, read by its marker and not by the code under test. */
const jpegOrientation = (file: Buffer) => {
  const at = file.indexOf(Buffer.from('Exif\0\0', 'latin1'))
  return at < 0 ? 1 : readOrientation(file.subarray(at + 6))
}
const messageOf = (file: Buffer) => {
  try {
    stripExif(file)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_INPUT') return error.message
    throw error
  }
  return undefined
}

describe('jpeg', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'orientation %i stays, everything that tells on the photographer goes',
    (orientation) => {
      const { type, bytes } = stripExif(dirtyJpeg(orientation))
      expect(type).toBe('image/jpeg')
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes('ICC_PROFILE')).toBe(true)
      expect(jpegOrientation(bytes)).toBe(orientation)
      expect(bytes.includes('Exif')).toBe(orientation !== 1)
      expect(jpeg.decode(bytes).data).toEqual(jpeg.decode(plainJpeg).data)
    },
  )
  test('a clean picture only loses nothing, and a second pass changes nothing', () => {
    const once = stripExif(dirtyJpeg(6)).bytes
    expect(stripExif(once).bytes).toEqual(once)
    expect(jpeg.decode(stripExif(plainJpeg).bytes).data).toEqual(jpeg.decode(plainJpeg).data)
  })
  test('metadata hidden between two scans goes as well', () => {
    const scan = plainJpeg.indexOf(Buffer.from([0xff, 0xda]))
    const body = plainJpeg.subarray(0, -2)
    const file = Buffer.concat([body, exifSegment(3, secret), plainJpeg.subarray(scan, -2), Buffer.from([0xff, 0xd9])])
    const { bytes } = stripExif(file)
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.length).toBeGreaterThan(plainJpeg.length)
  })
  test('a photo cut off in the air is kept as far as it came, without metadata', () => {
    const cut = dirtyJpeg(6).subarray(0, dirtyJpeg(6).indexOf(Buffer.from([0xff, 0xda])) + 60)
    const { bytes } = stripExif(cut)
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })
  test('a broken EXIF block means upright, not a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        const orientation = readOrientation(Buffer.from(noise))
        expect(orientation).toBeGreaterThanOrEqual(1)
        expect(orientation).toBeLessThanOrEqual(8)
      }),
    )
    expect(readOrientation(writeOrientation(7))).toBe(7)
  })
})

describe('png', () => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const picture = Object.assign(new PNG({ width, height: width }), { data: pixels })
  const plain = PNG.sync.write(picture)
  const dirty = Buffer.concat([
    plain.subarray(0, 33),
    chunk('eXIf', exif(6, secret)),
    chunk('tEXt', Buffer.from(`Comment\0${secret}`, 'latin1')),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${secret}`, 'latin1')),
    chunk('tIME', Buffer.from([7, 0xea, 1, 1, 1, 1, 1])),
    chunk('prVt', Buffer.from(secret, 'latin1')),
    plain.subarray(33),
    Buffer.from(secret, 'latin1'),
  ])
  test('texts, times, EXIF and private chunks go, the pixels stay', () => {
    const { type, bytes } = stripExif(dirty)
    expect(type).toBe('image/png')
    expect(bytes).toEqual(plain)
    expect(PNG.sync.read(bytes).data).toEqual(pixels)
  })
  test('a cut file is refused', () => {
    expect(messageOf(plain.subarray(0, 50))).toBe('这张图片已损坏，请重新拍照或选择。')
    expect(messageOf(plain.subarray(0, -12))).toBe('这张图片已损坏，请重新拍照或选择。')
  })
})

describe('webp', () => {
  const chunk = (name: string, data: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(data.length)
    return Buffer.concat([Buffer.from(name, 'latin1'), size, data, Buffer.alloc(data.length % 2)])
  }
  const webp = (...chunks: Buffer[]) => {
    const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
    return chunk('RIFF', body)
  }
  const image = chunk('VP8 ', Buffer.from('odd'))
  const header = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]))
  test('EXIF and XMP go, flags and size agree, the turn stays', () => {
    const dirty = webp(
      header(0x3c),
      image,
      chunk('EXIF', exif(6, secret)),
      chunk('XMP ', Buffer.from(secret)),
      chunk('????', Buffer.from(secret)),
    )
    const { type, bytes } = stripExif(dirty)
    expect(type).toBe('image/webp')
    expect(bytes).toEqual(webp(header(0x38), image, chunk('EXIF', writeOrientation(6))))
  })
  test('an upright one keeps no EXIF at all', () => {
    expect(stripExif(webp(header(0x0c), image, chunk('EXIF', exif(1, secret)))).bytes).toEqual(webp(header(0), image))
    expect(stripExif(webp(image)).bytes).toEqual(webp(image))
  })
  test('one without a picture, or cut off, is refused', () => {
    expect(messageOf(webp(header(0)))).toContain('已损坏')
    expect(messageOf(webp(header(0), image).subarray(0, -3))).toContain('已损坏')
  })
})

test.each(['', 'GIF89a', '<svg onload=alert(1)>', 'PK\x03\x04'])('%p is refused with a sentence', (text) => {
  expect(messageOf(Buffer.from(text, 'latin1'))).toBe('只支持 JPG、PNG、WebP 格式的图片，请重新选择。')
})
test('noise behind a right beginning never crashes', () => {
  const starts = ['\xff\xd8\xff\xe1', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBP'].map((text) =>
    Buffer.from(text, 'latin1'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, noise) => {
      messageOf(Buffer.concat([start, Buffer.from(noise)]))
    }),
    { numRuns: 1000 },
  )
})

const real = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jpg')) : []
if (real.length === 0) console.warn(`photos of ${folder} are absent: their tests are skipped`)
;(real.length > 0 ? describe : describe.skip)('real photos', () => {
  test.each(real.length > 0 ? real : ['none'])('%s keeps its pixels and its turn, and loses its GPS', (name) => {
    const file = readFileSync(path.join(folder, name))
    const { bytes } = stripExif(file)
    expect(jpeg.decode(bytes).data).toEqual(jpeg.decode(file).data)
    expect(jpegOrientation(bytes)).toBe(jpegOrientation(file))
    const at = bytes.indexOf('Exif\0\0')
    expect(at < 0 ? 0 : bytes.readUInt16BE(at - 2)).toBeLessThanOrEqual(34)
    expect(bytes.length).toBeLessThanOrEqual(file.length)
  })
  test('one of them really had GPS and one was really turned', () => {
    const files = real.map((name) => readFileSync(path.join(folder, name)))
    expect(
      files.some((file) => file.includes(Buffer.from([0x88, 0x25])) || file.includes(Buffer.from([0x25, 0x88]))),
    ).toBe(true)
    expect(files.some((file) => jpegOrientation(file) !== 1)).toBe(true)
  })
})

/** EXIF orientation 1…8; 1 is upright. */
export type Orientation = number

const orientationTag = 0x0112
const shortType = 3

const entryAt = (tiff: Buffer, offset: number, little: boolean) => {
  const read16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  return { tag: read16(offset), type: read16(offset + 2), value: read16(offset + 8) }
}

/** Orientation in a TIFF block (the content of EXIF); 1 when there is none or the block is broken. */
export const readOrientation = (tiff: Buffer): Orientation => {
  if (tiff.length < 10) return 1
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const count = little ? tiff.readUInt16LE(directory) : tiff.readUInt16BE(directory)
  for (let index = 0; index < count; index++) {
    const offset = directory + 2 + index * 12
    if (offset + 12 > tiff.length) return 1
    const entry = entryAt(tiff, offset, little)
    if (entry.tag !== orientationTag) continue
    return entry.type === shortType && entry.value >= 1 && entry.value <= 8 ? entry.value : 1
  }
  return 1
}

/** The smallest TIFF block that says how to turn the picture, and nothing else: 26 bytes. */
export const writeOrientation = (orientation: Orientation): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(shortType, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}

const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8

/** Segments a picture needs to be shown: everything but APP1..APP13, APP15 (Exif, XMP, IPTC) and comments. APP2 holds the colour profile. */
const isPersonal = (marker: number) =>
  marker === 0xfe || marker === 0xef || (marker >= 0xe1 && marker <= 0xed && marker !== 0xe2)

type Segment = { marker: number; from: number; to: number }

/** The segments before the picture data; the last one reaches to the end of the file. */
const segmentsOf = (bytes: Uint8Array): Segment[] => {
  const segments: Segment[] = []
  let from = 2
  while (from + 4 <= bytes.length && bytes[from] === 0xff) {
    const marker = bytes[from + 1] ?? 0
    const isScan = marker === 0xda
    const length = ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0)
    const to = isScan ? bytes.length : Math.min(bytes.length, from + 2 + length)
    segments.push({ marker, from, to })
    if (isScan || length < 2) break
    from = to
  }
  return segments
}

const orientationTag = 0x0112

/** Which way up the camera was held, 1..8; 1 when the picture does not say. */
export const orientationOf = (bytes: Uint8Array): number => {
  const exif = segmentsOf(bytes).find(({ marker, from }) => marker === 0xe1 && bytes[from + 4] === 0x45)
  if (!exif) return 1
  const start = exif.from + 10
  if (exif.to - start < 14) return 1
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, exif.to - start)
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return 1
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12
    if (at + 12 > view.byteLength) return 1
    if (view.getUint16(at, little) === orientationTag) return Math.min(8, Math.max(1, view.getUint16(at + 8, little)))
  }
  return 1
}

/** An Exif segment that says nothing but the orientation. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const keeping = (bytes: Uint8Array, first: readonly Uint8Array[]): Uint8Array => {
  const kept = segmentsOf(bytes).filter(({ marker }) => !isPersonal(marker))
  return joined([bytes.subarray(0, 2), ...first, ...kept.map(({ from, to }) => bytes.subarray(from, to))])
}

/**
 * A JPEG without place, time, device or comments; which way up it is, stays. Bytes that are no JPEG come back as they are.
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array => {
  if (!isJpeg(bytes)) return bytes
  const orientation = orientationOf(bytes)
  return keeping(bytes, orientation === 1 ? [] : [orientationSegment(orientation)])
}

/** The same that does not say which way up it is either: for who turns it himself. */
export const withoutOrientation = (bytes: Uint8Array): Uint8Array => (isJpeg(bytes) ? keeping(bytes, []) : bytes)

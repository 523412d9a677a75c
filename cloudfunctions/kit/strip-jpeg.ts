import { readOrientation, writeOrientation, type Orientation } from './orientation'

const exifName = Buffer.from('Exif\0\0', 'latin1')
const colourProfileName = Buffer.from('ICC_PROFILE\0', 'latin1')
const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
}

type Segment = { code: number; bytes: Buffer }

const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7

/** Where the compressed data of a scan ends: at the first marker that is neither a stuffed byte nor a restart. */
const endOfScan = (file: Buffer, from: number): number => {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const code = file.readUInt8(at + 1)
    if (code !== 0 && code !== 0xff && !isRestart(code)) return at
  }
  return file.length
}

const segmentAt = (file: Buffer, at: number): Segment | null => {
  if (at + 4 > file.length || file.readUInt8(at) !== 0xff) return null
  const code = file.readUInt8(at + 1)
  const end = at + 2 + file.readUInt16BE(at + 2)
  if (end < at + 4 || end > file.length) return null
  return { code, bytes: file.subarray(at, code === marker.scan ? endOfScan(file, end) : end) }
}

/** Segments up to the end marker; what hangs behind it (a second picture, a clip) is left out. Null when broken. */
const segmentsOf = (file: Buffer): Segment[] | null => {
  const segments: Segment[] = []
  let at = 2
  while (at < file.length) {
    while (at + 1 < file.length && file[at] === 0xff && file[at + 1] === 0xff) at++
    if (file[at] === 0xff && file[at + 1] === marker.end) return segments
    const segment = segmentAt(file, at)
    if (!segment) break
    segments.push(segment)
    at += segment.bytes.length
  }
  return segments.some((segment) => segment.code === marker.scan) ? segments : null
}

const holds = (segment: Segment, name: Buffer) => segment.bytes.subarray(4, 4 + name.length).equals(name)

/** Kept: everything the picture needs, JFIF, the colour profile and Adobe's colour transform. */
const isKept = (segment: Segment): boolean => {
  if (segment.code === marker.comment) return false
  if (segment.code < marker.app0 || segment.code > marker.app15) return true
  if (segment.code === marker.app2) return holds(segment, colourProfileName)
  return segment.code === marker.app0 || segment.code === marker.app14
}

const orientationOf = (segments: readonly Segment[]): Orientation => {
  const exif = segments.find((segment) => segment.code === marker.app1 && holds(segment, exifName))
  return exif ? readOrientation(exif.bytes.subarray(4 + exifName.length)) : 1
}

const orientationSegment = (orientation: Orientation): Buffer => {
  const content = Buffer.concat([exifName, writeOrientation(orientation)])
  const head = Buffer.from([0xff, marker.app1, 0, content.length + 2])
  return Buffer.concat([head, content])
}

/** The JPEG without EXIF, GPS, XMP, comments, thumbnails and appended files, turned as before; null when broken. */
export const stripJpeg = (file: Buffer): Buffer | null => {
  const segments = segmentsOf(file)
  if (!segments) return null
  const orientation = orientationOf(segments)
  const kept = segments.filter(isKept)
  const jfif = kept.filter((segment) => segment.code === marker.app0).slice(0, 1)
  const rest = kept.filter((segment) => segment.code !== marker.app0)
  const turn = orientation === 1 ? [] : [orientationSegment(orientation)]
  const parts = [...jfif.map((segment) => segment.bytes), ...turn, ...rest.map((segment) => segment.bytes)]
  return Buffer.concat([Buffer.from([0xff, marker.start]), ...parts, Buffer.from([0xff, marker.end])])
}

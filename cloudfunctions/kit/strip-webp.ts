import { readOrientation, writeOrientation } from './orientation'

type Chunk = { name: string; data: Buffer }

const keptChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const flag = { exif: 0x08, xmp: 0x04 }

const chunksOf = (file: Buffer): Chunk[] | null => {
  const chunks: Chunk[] = []
  const end = Math.min(file.length, 8 + file.readUInt32LE(4))
  for (let at = 12; at + 8 <= end;) {
    const size = file.readUInt32LE(at + 4)
    if (at + 8 + size > end) return null
    chunks.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + size) })
    at += 8 + size + (size % 2)
  }
  return chunks.some((chunk) => ['VP8 ', 'VP8L', 'ANMF'].includes(chunk.name)) ? chunks : null
}

const framed = ({ name, data }: Chunk): Buffer => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

const withFlags = (chunk: Chunk, turned: boolean): Chunk => {
  if (chunk.name !== 'VP8X' || chunk.data.length === 0) return chunk
  const data = Buffer.from(chunk.data)
  data[0] = (data.readUInt8(0) & ~(flag.exif | flag.xmp)) | (turned ? flag.exif : 0)
  return { name: chunk.name, data }
}

const orientationOf = (chunks: readonly Chunk[]) => {
  const exif = chunks.find((chunk) => chunk.name === 'EXIF')?.data
  if (!exif) return 1
  return readOrientation(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif)
}

/** The WebP without EXIF, XMP and unknown chunks, turned as before; null when broken. */
export const stripWebp = (file: Buffer): Buffer | null => {
  const chunks = file.length < 20 ? null : chunksOf(file)
  if (!chunks) return null
  const orientation = orientationOf(chunks)
  const turned = orientation !== 1
  const kept = chunks.filter((chunk) => keptChunks.has(chunk.name)).map((chunk) => withFlags(chunk, turned))
  const exif = turned ? [{ name: 'EXIF', data: writeOrientation(orientation) }] : []
  const body = Buffer.concat([...kept, ...exif].map(framed))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

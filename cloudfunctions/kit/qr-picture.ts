import { deflateSync } from 'node:zlib'
import { encode } from 'uqr'

const scale = 6

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
const crcOf = (bytes: Buffer) =>
  ~bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8), ~0) >>> 0

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crcOf(body))
  return Buffer.concat([length, body, crc])
}

const rowOf = (dark: readonly boolean[], width: number): Buffer => {
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 255)
  row[0] = 0
  for (let x = 0; x < width; x++)
    if (dark[Math.floor(x / scale)]) row[1 + (x >> 3)] = (row[1 + (x >> 3)] as number) & ~(128 >> (x & 7))
  return row
}

/** A QR code as a black and white PNG, `data:image/png;base64,…` of about 700 characters: no file, no further call. */
export const qrPicture = (content: string): string => {
  const { data: modules, size } = encode(content, { ecc: 'M', border: 3 })
  const width = size * scale
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 1
  const rows = modules.flatMap((dark) => Array.from({ length: scale }, () => rowOf(dark, width)))
  const png = [
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return `data:image/png;base64,${Buffer.concat(png).toString('base64')}`
}

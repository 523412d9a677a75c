import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'

/** What is looked for: numbers by their exact digits, words as they are written. */
export type Needles = { numbers: ReadonlySet<string>; words: readonly string[] }

const attempt = (work: () => Buffer): Buffer[] => {
  try {
    return [work()]
  } catch {
    return []
  }
}

/** Entries of every zip archive that begins in these bytes (sheets and documents are such), by their central directories. */
const unzipped = (bytes: Buffer): Buffer[] => {
  const entries: Buffer[] = []
  const mark = Buffer.from('PK\u0001\u0002', 'latin1')
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) {
    const [method, packed, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    if (local + 30 > bytes.length) continue
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + packed)
    if (method === 0) entries.push(body)
    else entries.push(...attempt(() => inflateRawSync(body)))
  }
  return entries
}

const base64Run = /[A-Za-z0-9+/_-]{24,}={0,2}/g

/** Every stretch that may be base64, decoded; what is no text decodes to noise and finds nothing. */
const decoded = (text: string): Buffer[] => (text.match(base64Run) ?? []).map((run) => Buffer.from(run, 'base64'))

const isPacked = (bytes: Buffer) =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes.includes('PK\u0001\u0002', 0, 'latin1')

/** The bytes themselves and everything packed in them, one inside the other, three deep. */
const layers = (bytes: Buffer, depth = 3): Buffer[] => {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const inner = [
    ...(isGzip ? attempt(() => gunzipSync(bytes)) : []),
    ...(bytes.includes('PK\u0001\u0002', 0, 'latin1') ? unzipped(bytes) : []),
  ]
  return [bytes, ...(depth > 0 ? inner.flatMap((one) => layers(one, depth - 1)) : [])]
}

const digits = /(?=(\d{17}[\dXx]))|(?=(1\d{10}))/g

const numbersIn = (text: string, numbers: ReadonlySet<string>) =>
  [...text.matchAll(digits)].flatMap(([, long, short]) => [long, short]).filter((one) => one && numbers.has(one))

/** Needles found in these bytes, in what is packed in them and in their base64 strings; each find is one line. */
export const findIn = (where: string, bytes: Buffer, { numbers, words }: Needles): string[] =>
  layers(bytes).flatMap((layer) => {
    const text = layer.toString('latin1')
    // Text of two bytes a letter, as some formats keep it.
    const forms = [text, ...(text.includes('\u0000') ? [text.replaceAll('\u0000', '')] : [])]
    const hidden = decoded(text).flatMap((one) => (isPacked(one) ? layers(one, 2) : [one]))
    const inText = [...forms, ...hidden.map((one) => one.toString('latin1'))].flatMap((form) => [
      ...numbersIn(form, numbers),
      ...words.filter((word) => form.includes(Buffer.from(word, 'utf8').toString('latin1'))),
    ])
    return [...new Set(inText)].map((needle) => `${needle} in ${where}`)
  })

/** Every file below a folder. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })

/** Searches every file of a folder. @returns finds, how many files and bytes were read */
export const searchFolder = (folder: string, needles: Needles) => {
  const files = filesBelow(folder)
  const bodies = files.map((file) => [path.relative(folder, file), readFileSync(file)] as const)
  return {
    found: bodies.flatMap(([name, bytes]) => findIn(name, bytes, needles)),
    files: files.length,
    bytes: bodies.reduce((sum, [, bytes]) => sum + bytes.length, 0),
  }
}

import * as z from './zod'
import { sha256 } from './sha256'

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idLength = 22
const idPattern = /^[0-9A-Za-z]{22}$/

/** Id of every document: 22 characters base62 (131 bits), made by the phone or by `deriveId`. */
export const Id = z.string({ error: '编号有误' }).regex(idPattern, { error: '编号有误' })
export type Id = z.output<typeof Id>

export const isId = (text: string): boolean => idPattern.test(text)

/** Letters picked evenly from a byte stream: 248 is the last multiple of 62 a byte can hold, larger bytes are skipped. */
const spell = (nextBytes: () => Uint8Array): string => {
  let id = ''
  while (id.length < idLength) {
    for (const byte of nextBytes()) if (byte < 248 && id.length < idLength) id += base62[byte % 62]
  }
  return id
}

/** A fresh random id. `randomBytes(n)` must be cryptographic: wx.getRandomValues on the phone, node:crypto in the cloud. */
export const newId = (randomBytes: (count: number) => Uint8Array): Id => spell(() => randomBytes(32))

/** The id that belongs to these parts, always the same one; ['a', 'bc'] and ['ab', 'c'] differ. */
export const deriveId = (...parts: string[]): Id => {
  const subject = JSON.stringify(parts)
  let block = 0
  return spell(() => sha256(`id:${block++}:${subject}`))
}

const sceneLetters = { booth: 'b', volunteer: 'v', person: 'p', invite: 'i', attend: 'k' } as const

/** What a mini-program code may lead to. */
export type SceneKind = keyof typeof sceneLetters
export type Scene = { kind: SceneKind; id: Id }

/** `b=<id>`: 24 of the 32 characters wxacode.getUnlimited allows. */
export const toScene = ({ kind, id }: Scene): string => `${sceneLetters[kind]}=${id}`

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads `options.scene`, percent-encoded or not; null when it is none of ours. */
export const parseScene = (scene: string | undefined): Scene | null => {
  const [, letter, id] = /^([a-z])=([0-9A-Za-z]{22})$/.exec(decode(scene ?? '')) ?? []
  const kinds = Object.keys(sceneLetters) as SceneKind[]
  const kind = kinds.find((candidate) => sceneLetters[candidate] === letter)
  return kind && id ? { kind, id } : null
}

// 31 letters without 0 O 1 I L. A prime count lets one weighted check letter catch every single wrong letter and every
// swap of two letters.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const bodyLength = 8

const checkLetter = (body: string): string => {
  const sum = [...body].reduce((total, letter, index) => total + (index + 1) * letters.indexOf(letter), 0)
  return letters.charAt(sum % letters.length)
}

/** Eight letters a person can read out on the phone and a check letter, derived from the id: `7KQ2M9XAB`. */
export const receiptCode = (id: string): string => {
  let body = ''
  for (let block = 0; body.length < bodyLength; block++) {
    for (const byte of sha256(`receipt:${block}:${id}`)) {
      if (byte < 248 && body.length < bodyLength) body += letters[byte % letters.length]
    }
  }
  return body + checkLetter(body)
}

/** What a person typed (lower case, spaces and hyphens allowed) as a receipt code, or null when a letter is wrong. */
export const parseReceiptCode = (text: string): string | null => {
  const code = text.replace(/[\s-]/g, '').toUpperCase()
  if (code.length !== bodyLength + 1 || [...code].some((letter) => !letters.includes(letter))) return null
  return checkLetter(code.slice(0, bodyLength)) === code.charAt(bodyLength) ? code : null
}

export const isReceiptCode = (text: string): boolean => parseReceiptCode(text) !== null

/** Four letters that tell two people of one name apart; null for who is no person (the clock, a reporter). */
export const personMark = (personId: string): string | null =>
  isId(personId) ? receiptCode(personId).slice(0, 4) : null

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as digest } from '@noble/hashes/sha2.js'

const encodePoint = (point: number): number[] => {
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 63)]
  if (point >= 0xd800 && point <= 0xdfff) return [0xef, 0xbf, 0xbd]
  if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]
}

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. Not every WeChat runtime has TextEncoder. */
export const utf8Bytes = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const character of text) bytes.push(...encodePoint(character.codePointAt(0) ?? 0))
  return Uint8Array.from(bytes)
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 32 bytes of SHA-256 over the text's UTF-8. */
export const sha256 = (text: string): Uint8Array => digest(utf8Bytes(text))

/** 64 lower-case hex digits of SHA-256 over the text's UTF-8. */
export const sha256Hex = (text: string): string => toHex(sha256(text))

/** 32 bytes of HMAC-SHA-256; key and message as UTF-8. */
export const hmacSha256 = (key: string, message: string): Uint8Array => hmac(digest, utf8Bytes(key), utf8Bytes(message))

import { deriveId, type Id } from './ids'

// As in a receipt code: no letter that is read as another.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 16
const groups = /.{4}(?=.)/g

/**
 * The word on the paper slip of somebody without WeChat: 16 letters (79 bits), short enough to be written down by hand.
 * It is the retrieval key of his report, whose id follows from it. `randomBytes(n)` must be cryptographic.
 */
export const newSlipWord = (bytes: Uint8Array): string | null => {
  const even = [...bytes].filter((byte) => byte < 248).slice(0, length)
  return even.length < length ? null : even.map((byte) => letters.charAt(byte % letters.length)).join('')
}

/** The report a slip belongs to. */
export const slipId = (word: string): Id => deriveId('slip', word)

/** `K7M2 9QXD 4TRW 6HPN`. */
export const spellSlip = (word: string): string => word.replace(groups, '$& ')

/** What somebody typed off a slip (lower case, spaces, hyphens allowed), or null where it cannot be one. */
export const parseSlip = (text: string): string | null => {
  const word = text.replace(/[\s-]/g, '').toUpperCase()
  return word.length === length && [...word].every((letter) => letters.includes(letter)) ? word : null
}

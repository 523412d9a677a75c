import { newId as spellId, type Id } from 'types/ids'
import { randomBytes } from './random-bytes'

/** A fresh id for what this phone creates: 22 characters base62. Made once per thing, so that a retry meets its own document. */
export const newId = async (): Promise<Id> => {
  // About one byte in 32 is skipped; 64 bytes leave no real chance of running short, and a short draw is repeated.
  const bytes = await randomBytes(64)
  if (bytes.filter((byte) => byte < 248).length < 22) return newId()
  return spellId(() => bytes)
}

import { parseSlip, slipId } from 'types/hazard-slip'
import { isId } from 'types/ids'
import { readStored, writeStored } from '@/lib/storage'

/** Ids and keys of the anonymous reports this phone can follow, newest last. */
export const knownRetrievals = (): Record<string, string> => readStored('retrieval') ?? {}

export const retrievalKeyOf = (id: string): string | undefined => knownRetrievals()[id]

/** Remembers a key before the report leaves: without it nobody could ever follow the report. */
export const rememberRetrieval = (id: string, key: string) =>
  writeStored('retrieval', { ...knownRetrievals(), [id]: key })

export const forgetRetrieval = (id: string) => {
  const others = Object.entries(knownRetrievals()).filter(([known]) => known !== id)
  writeStored('retrieval', Object.fromEntries(others))
}

/** What the person copies: the report's id and its key in one word. */
export const spellRetrieval = (id: string, key: string): string => `${id}-${key}`

/** A copied word as id and key, or what stands on a paper slip; blanks forgiven; null when it is none. */
export const parseRetrieval = (text: string): { id: string; key: string } | null => {
  const word = parseSlip(text)
  if (word) return { id: slipId(word), key: word }
  const [, id = '', key = ''] = /^([0-9A-Za-z]{22})-?([0-9A-Za-z]{16,64})$/.exec(text.replace(/\s/g, '')) ?? []
  return isId(id) ? { id, key } : null
}

import { sha256Hex } from './sha256'

/** The hash before the first event of a subject. */
export const chainStart = '0'.repeat(64)

const canonicalObject = (value: object): string => {
  const pairs = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${pairs.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

/**
 * One text for one meaning: keys sorted by UTF-16 unit, no blanks, Date as ISO text, undefined keys left out (a list
 * holds null instead). So a value reads the same before and after the database or the envelope.
 * @throws TypeError for what JSON cannot hold: NaN, an invalid Date, a function, a bigint.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (value instanceof Date && Number.isFinite(value.getTime())) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && !(value instanceof Date)) return canonicalObject(value)
  throw new TypeError(`no canonical JSON for ${value instanceof Date ? 'an invalid date' : typeof value}`)
}

/** Hash that ties an event to the one before it; the event's own `hash` is left out, everything else counts. */
export const eventHash = (prevHash: string, event: object): string => {
  const content = Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'hash'))
  return sha256Hex(`${prevHash}\n${canonicalJson(content)}`)
}

export type ChainVerdict = { ok: true; head: string } | { ok: false; index: number }

/**
 * Walks events in order and names the first whose hash does not follow from the one before it.
 * @param from hash before the first given event; the start of the chain when left out
 */
export const verifyChain = (events: readonly { hash: string }[], from = chainStart): ChainVerdict => {
  let head = from
  for (const [index, event] of events.entries()) {
    if (event.hash !== eventHash(head, event)) return { ok: false, index }
    head = event.hash
  }
  return { ok: true, head }
}

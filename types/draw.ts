import { hmacSha256, sha256Hex, toHex } from './sha256'

/** Published before the draw: nobody can change seed or list afterwards without being found out. */
export type DrawCommitment = {
  /** SHA-256 of the seed's UTF-8, hex. */
  seedHash: string
  /** SHA-256 of the entries, sorted and joined by line feeds, hex. */
  listHash: string
}
export type DrawInput = {
  seed: string
  /** Distinct, in any order, without line feeds. */
  entries: readonly string[]
  /** A value nobody could know at the time of the commitment, with its source published beside it. */
  publicValue: string
  count: number
}
export type DrawVerdict = { ok: true } | { ok: false; reason: 'seed' | 'list' | 'winners' }

/** @throws TypeError when an entry stands twice, is empty or holds a line feed: the list would be ambiguous. */
const sortEntries = (entries: readonly string[]): string[] => {
  if (entries.some((entry) => entry === '' || entry.includes('\n'))) throw new TypeError('empty or broken draw entry')
  if (new Set(entries).size !== entries.length) throw new TypeError('draw entry stands twice')
  return [...entries].sort()
}

export const commitDraw = (seed: string, entries: readonly string[]): DrawCommitment => ({
  seedHash: sha256Hex(seed),
  listHash: sha256Hex(sortEntries(entries).join('\n')),
})

/** Endless 32-bit numbers: HMAC-SHA-256(key, "0"), HMAC-SHA-256(key, "1") …, read four bytes at a time, big-endian. */
export const numberStream = (key: string) => {
  let [block, position, counter] = [new DataView<ArrayBufferLike>(new ArrayBuffer(0)), 0, 0]
  return () => {
    if (position === block.byteLength) {
      const bytes = hmacSha256(key, String(counter++))
      ;[block, position] = [new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0]
    }
    position += 4
    return block.getUint32(position - 4)
  }
}

/** A number below the limit, each equally likely: what lies past the last whole multiple is thrown away. */
export const pickBelow = (limit: number, next: () => number): number => {
  const usable = 2 ** 32 - (2 ** 32 % limit)
  let value = next()
  while (value >= usable) value = next()
  return value % limit
}

/**
 * The winners in the order drawn: a Fisher–Yates shuffle of the sorted list, stopped after `count` (all entries when
 * `count` is larger), fed by numbers keyed with HMAC-SHA-256(seed, "<listHash>\n<publicValue>") in hex.
 */
export const drawWinners = ({ seed, entries, publicValue, count }: DrawInput): string[] => {
  const list = sortEntries(entries)
  const { listHash } = commitDraw(seed, list)
  const next = numberStream(toHex(hmacSha256(seed, `${listHash}\n${publicValue}`)))
  const wanted = Math.min(Math.max(0, Math.floor(count)), list.length)
  for (let index = 0; index < wanted; index++) {
    const chosen = index + pickBelow(list.length - index, next)
    ;[list[index], list[chosen]] = [list[chosen] as string, list[index] as string]
  }
  return list.slice(0, wanted)
}

/** Replays a published draw: does seed and list match the commitment, and do the winners follow from them? */
export const verifyDraw = (input: DrawInput, commitment: DrawCommitment, winners: readonly string[]): DrawVerdict => {
  const replayed = commitDraw(input.seed, input.entries)
  if (replayed.seedHash !== commitment.seedHash) return { ok: false, reason: 'seed' }
  if (replayed.listHash !== commitment.listHash) return { ok: false, reason: 'list' }
  const expected = drawWinners(input)
  const same = expected.length === winners.length && expected.every((winner, index) => winner === winners[index])
  return same ? { ok: true } : { ok: false, reason: 'winners' }
}

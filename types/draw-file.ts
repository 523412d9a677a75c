import { drawFromList, listHashOf } from './draw-list'
import { sha256Hex } from './sha256'
import * as z from './zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The file published once a draw is done: everything it takes to draw it again. */
export const DrawFile = z.strictObject({
  format: z.literal('ankang-draw-1'),
  id: z.string(),
  title: z.string(),
  kind: z.enum(['chances', 'ties']),
  /** Published before the value was known. */
  commitment: z.strictObject({ seedHash: hash, listHash: hash, committedAt: z.string() }),
  /** What was announced to be used, and what it turned out to be. */
  value: z.strictObject({
    name: z.string(),
    where: z.string(),
    at: z.string(),
    text: z.string(),
    enteredAt: z.string(),
  }),
  seed: hash,
  prizes: z.array(z.strictObject({ title: z.string(), count: z.int().min(1) })),
  /** Lines of the published list. */
  list: z.array(z.string()),
  /** In the order drawn; `prize` is a position in `prizes`. */
  winners: z.array(z.strictObject({ mark: z.string(), prize: z.int().min(0) })),
})
export type DrawFile = z.output<typeof DrawFile>
export type DrawCommitted = Pick<DrawFile['commitment'], 'seedHash' | 'listHash'>

type Drawn = Pick<DrawFile, 'kind' | 'seed' | 'list' | 'prizes'> & { text: string }

/** The winners with their prizes: the places of the first prize are drawn first. */
export const winnersOf = ({ kind, seed, list, prizes, text }: Drawn): DrawFile['winners'] => {
  const places = prizes.flatMap(({ count }, prize) => Array.from({ length: count }, () => prize))
  const marks = drawFromList({ kind, seed, list: list.join('\n'), publicValue: text, count: places.length })
  return marks.map((mark, index) => ({ mark, prize: places[index] as number }))
}

export type Replay =
  | { ok: true; winners: number; entries: number }
  /** `commitment`: the file speaks of another commitment than the one shown. `detail`: what it should have been, what it is. */
  | { ok: false; reason: 'format' | 'commitment' | 'seed' | 'list' | 'winners'; expected: string; found: string }

const differs = (reason: 'commitment' | 'seed' | 'list' | 'winners', expected: string, found: string): Replay => ({
  ...{ ok: false, reason, expected, found },
})

const wordsOf = (prizes: DrawFile['prizes'], winner: DrawFile['winners'][number] | undefined) =>
  winner ? `${winner.mark} ${prizes[winner.prize]?.title ?? `#${winner.prize}`}` : '—'

const compareWinners = (file: DrawFile): Replay | null => {
  const expected = winnersOf({ ...file, text: file.value.text })
  const length = Math.max(expected.length, file.winners.length)
  for (let place = 0; place < length; place++) {
    const [should, is] = [wordsOf(file.prizes, expected[place]), wordsOf(file.prizes, file.winners[place])]
    if (should !== is) return differs('winners', `${place + 1}. ${should}`, `${place + 1}. ${is}`)
  }
  return null
}

const replay = (file: DrawFile, committed: DrawCommitted): Replay => {
  for (const part of ['seedHash', 'listHash'] as const)
    if (file.commitment[part] !== committed[part]) return differs('commitment', committed[part], file.commitment[part])
  const { seedHash, listHash } = committed
  if (sha256Hex(file.seed) !== seedHash) return differs('seed', seedHash, sha256Hex(file.seed))
  const found = listHashOf(file.list.join('\n'))
  if (found !== listHash) return differs('list', listHash, found)
  return compareWinners(file) ?? { ok: true, winners: file.winners.length, entries: file.list.length }
}

/**
 * Draws a published draw again. Never throws: a file that is none says so.
 * @param text of the file
 * @param committed what was published before the draw, where it is known from elsewhere than the file itself
 */
export const replayDraw = (text: string, committed?: DrawCommitted): Replay => {
  try {
    const file = DrawFile.parse(JSON.parse(text))
    return replay(file, committed ?? file.commitment)
  } catch (failure) {
    return {
      ok: false,
      reason: 'format',
      expected: 'ankang-draw-1',
      found: failure instanceof Error ? failure.name : '',
    }
  }
}

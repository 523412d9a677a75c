import { createHmac } from 'node:crypto'
import type { DrawPart } from 'types/quiz-rules'
import type { PaperItem, QuestionDoc } from '../documents'

type Dice = (below: number) => number

/**
 * Dice nobody can foresee without the secret: the same subject throws the same, another one says nothing about it.
 * Unbiased: numbers beyond the largest multiple are skipped.
 */
export const keyedDice = (secret: string, ...subject: string[]): Dice => {
  const words = JSON.stringify(subject)
  let block = 0
  let bytes = Buffer.alloc(0)
  const next = () => {
    if (bytes.length === 0) bytes = createHmac('sha256', secret).update(`${words}:${block++}`).digest()
    const value = bytes.readUInt32BE(0)
    bytes = bytes.subarray(4)
    return value
  }
  return (below) => {
    const limit = 2 ** 32 - (2 ** 32 % below)
    let value = next()
    while (value >= limit) value = next()
    return value % below
  }
}

/** `count` different ones (all, when there are fewer), in the order drawn, each as likely as any other. */
export const drawSome = <T>(list: readonly T[], count: number, dice: Dice): T[] => {
  const copy = [...list]
  const wanted = Math.min(count, copy.length)
  for (let at = 0; at < wanted; at++) {
    const other = at + dice(copy.length - at)
    const drawn = copy[other] as T
    copy[other] = copy[at] as T
    copy[at] = drawn
  }
  return copy.slice(0, wanted)
}

const toItem = ({ _id, kind, options }: QuestionDoc, dice: Dice): PaperItem => {
  const positions = options.map((_, index) => index)
  // 正确 stands before 错误 on every paper; shuffling two words would only confuse.
  const order = kind === 'judge' ? positions : drawSome(positions, positions.length, dice)
  return { q: _id, order: order.join('') }
}

/**
 * Draws each part's questions, none twice, and shuffles them and their options; what is drawn never depends on the key.
 * @param pool a list of candidates for each part
 */
export const drawPaper = (
  pool: readonly (readonly QuestionDoc[])[],
  parts: readonly DrawPart[],
  dice: Dice,
): PaperItem[] => {
  const drawn = new Map<string, QuestionDoc>()
  for (const [index, { questions }] of parts.entries()) {
    const fresh = (pool[index] ?? []).filter(({ _id }) => !drawn.has(_id))
    for (const question of drawSome(fresh, questions, dice)) drawn.set(question._id, question)
  }
  const all = [...drawn.values()]
  return (parts.length > 1 ? drawSome(all, all.length, dice) : all).map((question) => toItem(question, dice))
}

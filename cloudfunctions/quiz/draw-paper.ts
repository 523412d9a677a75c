import { createHmac } from 'node:crypto'
import type { PaperItem, QuestionDoc } from './documents'

type Dice = (below: number) => number

/**
 * Dice no phone can foresee: it chooses the paper's id, but not the secret. Deterministic per paper, so that a retry
 * meets the same paper. Unbiased: bytes beyond the largest multiple are skipped.
 */
export const paperDice = (secret: string, paperId: string): Dice => {
  let block = 0
  let bytes: number[] = []
  const next = () => {
    if (bytes.length < 2) bytes = [...createHmac('sha256', secret).update(`${paperId}:${block++}`).digest()]
    return (bytes.pop() ?? 0) * 256 + (bytes.pop() ?? 0)
  }
  return (below) => {
    const limit = 65536 - (65536 % below)
    let value = next()
    while (value >= limit) value = next()
    return value % below
  }
}

const shuffled = <T>(list: readonly T[], dice: Dice): T[] => {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = dice(last + 1)
    const kept = copy[last] as T
    copy[last] = copy[other] as T
    copy[other] = kept
  }
  return copy
}

const toItem = (question: QuestionDoc, dice: Dice): PaperItem => {
  const positions = question.options.map((_, index) => index)
  // 正确 stands before 错误 on every paper; shuffling two words would only confuse.
  const order = question.kind === 'judge' ? positions : shuffled(positions, dice)
  const { _id, kind, stem, explain, law, lawVersion, article, phrase } = question
  return {
    ...{ q: _id, kind, stem, explain, law, lawVersion, article, phrase },
    options: order.map((index) => question.options[index] ?? ''),
    key: question.answer.map((index) => order.indexOf(index)).sort((a, b) => a - b),
  }
}

/** Draws `count` different questions and shuffles their options; what is drawn never depends on the key. */
export const drawPaper = (pool: readonly QuestionDoc[], count: number, dice: Dice): PaperItem[] =>
  shuffled(pool, dice)
    .slice(0, count)
    .map((question) => toItem(question, dice))

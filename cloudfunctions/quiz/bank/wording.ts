import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { SheetQuestion } from 'types/bank'
import type { Edits } from 'types/quiz-questions'
import type { BankedDoc, Wording } from './bank-documents'

const keepEarlier = 20

export const wordingOf = ({ answer, explain, lawVersion, article, phrase }: Wording): Wording => ({
  ...{ answer, explain, lawVersion, article, phrase },
})

const fieldOf: Partial<Record<PropertyKey, string>> = { answer: 'key', article: 'article', explain: 'explain' }

/** @throws AppError INVALID_INPUT with a sentence at the field under `edits` */
const check = ({ kind, stem, options, category }: BankedDoc, { answer, explain, article }: Wording) => {
  const parsed = SheetQuestion.safeParse({ kind, stem, options, answer, explain, category, article })
  const issue = parsed.error?.issues[0]
  if (!issue) return
  const field = fieldOf[issue.path[0] ?? ''] ?? 'key'
  throw new AppError('INVALID_INPUT', { fields: { [`edits.${field}`]: issue.message } })
}

/**
 * How a question reads once an officer has put it right, and what of it changed.
 * @param lawVersion text of the law it is now confirmed under
 * @throws AppError INVALID_INPUT where key and options no longer fit together
 */
export const reword = (question: BankedDoc, edits: Edits = {}, lawVersion = question.lawVersion) => {
  const { article, key, explain, phrase } = edits
  const before = wordingOf(question)
  const after: Wording = {
    answer: key ? [...new Set(key)].sort((a, b) => a - b) : before.answer,
    explain: explain ?? before.explain,
    article: article ?? before.article,
    phrase: phrase ?? before.phrase,
    lawVersion,
  }
  check(question, after)
  const changed = (Object.keys(after) as (keyof Wording)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  )
  return { before, after, changed }
}

/** The fields of a question that reads differently from now on; how it read before is kept. */
export const rewritten = (question: BankedDoc, { before, after, changed }: ReturnType<typeof reword>, at: Date) => ({
  ...after,
  ...(changed.length > 0 && { earlier: [{ ...before, at }, ...question.earlier].slice(0, keepEarlier) }),
})

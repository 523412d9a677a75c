import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { questionMachine } from 'types/quiz-bank'
import { findMove } from 'types/state-machine'
import { record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { QuestionDoc } from '../documents'
import { findImport, imports } from './import-store'
import type { NodeDoc } from '../node-store'
import { pageFlagged, settle, type Settlement } from './question-store'

type Wanted = Parameters<Handler<typeof quizContract.settleQuestion, QuestionDoc>>[0]

export const flagged: Handler<typeof quizContract.flagged, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageFlagged(node._id, page, size)
  return { items: items.map(({ _id, answer, ...question }) => ({ ...question, id: _id, key: answer })), more }
}

/** A call that was carried out but not heard: the question stands where it was to go. */
const isDone = ({ state, article }: QuestionDoc, wanted: Wanted) =>
  questionMachine.moves.some(({ act, to }) => act === wanted.act && to === state) &&
  (wanted.act === 'retire' || article === wanted.article)

/**
 * Lets a question into the bank with its article, or puts it away. The sheet it came with keeps the record; the
 * question follows at once, and through the outbox should this call die in between.
 */
export const settleQuestion: Handler<typeof quizContract.settleQuestion, QuestionDoc> = async (
  input,
  { subject: question, now, acting },
) => {
  const { id, act, article = 0 } = input
  if (isDone(question, input)) return { id, state: question.state }
  const row = findMove(questionMachine, question.state, act, 'officer')
  const sheet = row && (await findImport(question.source))
  if (!sheet) throw new AppError('NOT_ALLOWED_NOW')
  if (row.requires?.includes('article') && article === 0)
    throw new AppError('INVALID_INPUT', { fields: { article: '请填写依据第几条' } })
  const settled: Settlement = { id, from: question.state, state: row.to, article }
  const push = [{ to: 'local', kind: 'question', payload: settled }]
  await record(imports, sheet, acting('officer'), act, { at: now, data: { question: id, article }, push })
  await settle(settled)
  return { id, state: row.to }
}

import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { QuestionState } from 'types/quiz-bank'
import type { QuestionDoc } from '../documents'

const questions = collection<QuestionDoc>('questions')

/** What a draw needs to know of a question before it is drawn. */
export type Candidate = Pick<QuestionDoc, '_id' | 'key' | 'nodeId' | 'category' | 'difficulty'>

const pageSize = 1000

/** Every live question of these categories that one of these unions owns, without its words: a thousand a trip. */
export const listCandidates = async (
  owners: readonly string[],
  categories: readonly string[],
): Promise<Candidate[]> => {
  const found: Candidate[] = []
  const fields = ['key', 'nodeId', 'category', 'difficulty']
  const filter = { state: 'live', nodeId: command.in(owners), category: command.in(categories) }
  for (;;) {
    const after = { _id: command.gt(found.at(-1)?._id ?? '') }
    const page = await questions.list({ ...filter, ...after }, { sort: [['_id', 'asc']], limit: pageSize, fields })
    found.push(...page)
    if (page.length < pageSize) return found
  }
}

const perTrip = 100

const inPortions = async <T>(all: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = []
  for (let start = 0; start < all.length; start += perTrip)
    found.push(...(await read(all.slice(start, start + perTrip))))
  return found
}

export const findQuestions = (ids: readonly string[]): Promise<QuestionDoc[]> =>
  inPortions(ids, (some) => questions.list({ _id: command.in(some) }))

/** Questions of these keys that one of these unions owns already. */
export const findKnown = (keys: readonly string[], owners: readonly string[]) =>
  inPortions(keys, (some) =>
    questions.list({ key: command.in(some), nodeId: command.in(owners) }, { fields: ['key', 'state', 'source'] }),
  )

export const saveQuestions = async (docs: readonly QuestionDoc[]) => {
  for (let start = 0; start < docs.length; start += perTrip) await questions.putNew(docs.slice(start, start + perTrip))
}

export const findQuestion = (id: string) => questions.find(id)
export const pageFlagged = (nodeId: string, page: number, size: number) =>
  questions.page({ under: nodeId, state: 'flagged' }, { sort: [['_id', 'asc']], page, size })

export type Settlement = { id: string; from: QuestionState; state: QuestionState; article: number }

/** Moves a question on; one that has moved already stays where it is. */
export const settle = ({ id, from, state, article }: Settlement) =>
  questions.update({ _id: id, state: from }, { state, article })

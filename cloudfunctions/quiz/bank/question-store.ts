import type { QuestionState } from 'types/quiz-questions'
import { command } from '../../kit/cloud'
import { collection, type Filter } from '../../kit/collection'
import type { QuestionDoc } from '../documents'
import type { BankedDoc } from './bank-documents'

export const questions = collection<BankedDoc>('questions')

/** What a draw needs to know of a question before it is drawn. */
export type Candidate = Pick<QuestionDoc, '_id' | 'key' | 'nodeId' | 'category' | 'difficulty'>

const pageSize = 1000

const pageThrough = async (filter: Filter, fields: readonly string[], limit: number): Promise<BankedDoc[]> => {
  const found: BankedDoc[] = []
  for (;;) {
    const after = { _id: command.gt(found.at(-1)?._id ?? '') }
    const page = await questions.list({ ...filter, ...after }, { sort: [['_id', 'asc']], limit, fields })
    found.push(...page)
    if (page.length < limit) return found
  }
}

/** Every live question of these categories that one of these unions owns, without its words: a thousand a trip. */
export const listCandidates = (owners: readonly string[], categories: readonly string[]): Promise<Candidate[]> => {
  const filter = { state: 'live', nodeId: command.in(owners), category: command.in(categories) }
  return pageThrough(filter, ['key', 'nodeId', 'category', 'difficulty'], pageSize)
}

export type Stem = Pick<QuestionDoc, '_id' | 'stem' | 'source'>

// The longest stems fill an answer of a megabyte at eight hundred.
const stemsPerTrip = 800

/** Stems of everything these unions own, whatever its state. */
export const listStems = async (owners: readonly string[]): Promise<Stem[]> => {
  const found: Stem[] = []
  for (const nodeId of owners) found.push(...(await pageThrough({ nodeId }, ['stem', 'source'], stemsPerTrip)))
  return found
}

const perTrip = 100

const inPortions = async <T>(all: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = []
  for (let start = 0; start < all.length; start += perTrip)
    found.push(...(await read(all.slice(start, start + perTrip))))
  return found
}

const contentFields: readonly (keyof QuestionDoc)[] = [
  ...(['key', 'nodeId', 'under', 'kind', 'stem', 'options', 'answer', 'explain'] as const),
  ...(['law', 'lawVersion', 'article', 'phrase', 'category', 'difficulty', 'state', 'source'] as const),
]

/** What a paper needs of these questions: without their history. */
export const findQuestions = (ids: readonly string[]): Promise<QuestionDoc[]> =>
  inPortions(ids, (some) => questions.list({ _id: command.in(some) }, { fields: contentFields }))

/** Questions of these keys that one of these unions owns already. */
export const findKnown = (keys: readonly string[], owners: readonly string[]) =>
  inPortions(keys, (some) =>
    questions.list(
      { key: command.in(some), nodeId: command.in(owners) },
      { fields: ['key', 'state', 'source', 'seq'] },
    ),
  )

/** Whole questions of these keys that this very union owns. */
export const findOwned = (keys: readonly string[], nodeId: string): Promise<BankedDoc[]> =>
  inPortions(keys, (some) => questions.list({ key: command.in(some), nodeId }))

/** Whether there is nothing to draw in contests of these unions. */
export const isBankEmpty = async (owners: readonly string[]): Promise<boolean> =>
  (await questions.list({ state: 'live', nodeId: command.in(owners) }, { limit: 1, fields: ['key'] })).length === 0

export const saveQuestions = async (docs: readonly BankedDoc[]) => {
  for (let start = 0; start < docs.length; start += perTrip) await questions.putNew(docs.slice(start, start + perTrip))
}

export const findQuestion = (id: string) => questions.find(id)

export type Wanted = { state?: QuestionState; law?: string; article?: number; terms: readonly string[] }

const rowFields = [...['kind', 'stem', 'law', 'lawVersion', 'article', 'category', 'state', 'flag', 'version']] as const

/** What a union and those below it own, by law and article. */
export const pageQuestions = (nodeId: string, wanted: Wanted, page: number, size: number) => {
  const { state, law, article, terms } = wanted
  const plain: Filter = { under: nodeId, ...(state && { state }), ...(law && { law }), ...(article && { article }) }
  const filter = terms.length > 0 ? command.and(...terms.map((term) => ({ terms: term })), plain) : plain
  const sort = [
    ['law', 'asc'],
    ['article', 'asc'],
    ['_id', 'asc'],
  ] as const
  return questions.page(filter as Filter, { sort, page, size, fields: rowFields })
}

/** Live questions of a law that cite another text of it than this. */
export const listOutdated = (law: string, current: string, limit: number) =>
  questions.list({ law, state: 'live', lawVersion: command.neq(current) }, { sort: [['_id', 'asc']], limit })

import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { QuestionDoc } from './documents'

const questions = collection<QuestionDoc>('questions')

/** Live questions of these categories, by id: at most 1000. */
export const findLive = (categories: readonly string[]) =>
  questions.list({ state: 'live', category: command.in(categories) }, { sort: [['_id', 'asc']] })

export const findKnown = async (ids: readonly string[]): Promise<Set<string>> => {
  const known = new Set<string>()
  for (let start = 0; start < ids.length; start += 500) {
    const found = await questions.list({ _id: command.in(ids.slice(start, start + 500)) }, { fields: ['_id'] })
    for (const question of found) known.add(question._id)
  }
  return known
}

export const saveQuestions = async (docs: readonly QuestionDoc[]) => {
  for (let start = 0; start < docs.length; start += 200) await questions.putNew(docs.slice(start, start + 200))
}

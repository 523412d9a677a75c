import type { Edits } from 'types/quiz-questions'
import type { Question } from './bank-api'

/** An officer's edits as a form keeps them: options by their place, as text. */
export type EditValues = { article: number | undefined; key: string[]; explain: string; phrase: string }
export type WithEdits = { edits: EditValues }

export const editsOf = ({ article, key, explain, phrase }: Question): EditValues => ({
  ...{ article: article > 0 ? article : undefined, key: key.map(String), explain, phrase },
})

const places = (key: readonly string[]) => key.map(Number).sort((a, b) => a - b)

/** Only what reads differently from the question as it stands. */
export const changedIn = (question: Question, { article, key, explain, phrase }: EditValues): Edits => ({
  ...(article !== question.article && { article }),
  ...(places(key).join() !== question.key.join() && { key: places(key) }),
  ...(explain.trim() !== question.explain && { explain: explain.trim() }),
  ...(phrase.trim() !== question.phrase && { phrase: phrase.trim() }),
})

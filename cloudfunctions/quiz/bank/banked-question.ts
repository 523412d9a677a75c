import { deriveId } from 'types/ids'
import { clip } from 'types/text'
import { searchTerms } from 'types/text-similarity'
import type { QuestionDoc } from '../documents'
import type { BankedDoc } from './bank-documents'
import type { ImportDoc } from './import-store'
import { unmoved } from './unmoved'

type Content = Pick<
  QuestionDoc,
  'key' | 'kind' | 'stem' | 'options' | 'answer' | 'explain' | 'category' | 'article' | 'phrase' | 'difficulty'
>

/** `lawVersion`: the text the questions cite; `current`: the one in force, where the register has the law. */
type Source = {
  law: string
  lawVersion: string
  current: string | undefined
  import: Pick<ImportDoc, '_id' | 'nodeId' | 'under'>
  at: Date
}

/** Imported questions wait for a person where no article is named, or one of a text that is not in force any more. */
const flagOf = (article: number, { lawVersion, current, at }: Source): BankedDoc['flag'] => {
  if (article === 0) return { reason: 'article', words: null, at }
  if (current === undefined || current === lawVersion) return null
  return { reason: 'law', words: `法规已有 ${current} 版`, at }
}

/** A question as it enters the bank; of one union and stem there is one. */
export const bankedFrom = (content: Content, from: Source): BankedDoc => {
  const { key, kind, stem, options, answer, explain, category, article, phrase, difficulty } = content
  const { law, lawVersion, at } = from
  const { _id: source, nodeId, under } = from.import
  const flag = flagOf(article, from)
  return {
    ...{ _id: deriveId('question', nodeId, key), key, nodeId, under, source, law, lawVersion },
    ...{ kind, stem, options, answer, explain, category, article, phrase, difficulty },
    ...{ state: flag ? 'flagged' : 'live', flag, terms: searchTerms(stem), earlier: [] },
    ...unmoved(`题目「${clip(stem, 20)}」`, at),
  }
}

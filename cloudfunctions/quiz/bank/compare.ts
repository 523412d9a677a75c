import { sameStem } from 'types/quiz-imports'
import { similarTexts } from 'types/similar-texts'
import type { ImportDoc, SimilarRow } from './import-store'
import type { Parsed } from './import-rows'
import { nodeNames } from '../node-store'
import { findKnown, findQuestions, listStems, type Stem } from './question-store'

type Known = Awaited<ReturnType<typeof findKnown>>
const keysOf = (known: Known) => new Set(known.map(({ key }) => key))

/**
 * `fresh`: what the bank has from nobody else; one that came without its article and nobody has touched since may come
 * again with it. `missing`: the fresh ones a call that broke off has not saved.
 */
export const compare = async <P extends Parsed>(
  { questions }: { questions: readonly P[] },
  owners: readonly string[],
  importId: string,
) => {
  const found = await findKnown(
    questions.map(({ key }) => key),
    owners,
  )
  const others = found.filter(({ source }) => source !== importId)
  const [all, settled] = [keysOf(others), keysOf(others.filter(({ state, seq }) => state !== 'flagged' || seq > 0))]
  const own = keysOf(found.filter(({ source }) => source === importId))
  const fresh = questions.filter(({ key, article }) => !(article > 0 ? settled : all).has(key))
  return { fresh, known: all, missing: (rows: readonly P[]) => rows.filter(({ key }) => !own.has(key)) }
}

/** Similar rows a screen can show, and an officer can choose from. */
const shownSimilar = 200

type Alike = { row: Parsed; other: Stem; similarity: number }

const describe = async (alike: readonly Alike[], owners: readonly string[]): Promise<SimilarRow[]> => {
  const shown = alike.slice(0, shownSimilar)
  if (shown.length === 0) return []
  const found = await findQuestions([...new Set(shown.map(({ other }) => other._id))])
  const [others, names] = [new Map(found.map((question) => [question._id, question])), await nodeNames(owners)]
  return shown.map(({ row, other: { _id, stem }, similarity }) => {
    const { law = '', article = 0, nodeId = '' } = others.get(_id) ?? {}
    return { row: row.row, stem: row.stem, similarity, other: { stem, law, article, owner: names.get(nodeId) ?? '' } }
  })
}

/**
 * Fresh rows whose stem is nearly one these unions own already. The stems are read once and compared in memory; what
 * this very sheet has saved before does not count.
 */
export const findAlike = async (
  fresh: readonly Parsed[],
  known: ReadonlySet<string>,
  owners: readonly string[],
  importId: string,
): Promise<Pick<ImportDoc, 'alike' | 'similar'>> => {
  const candidates = fresh.filter(({ key }) => !known.has(key))
  if (candidates.length === 0) return { alike: [], similar: [] }
  const stems = (await listStems(owners)).filter(({ source }) => source !== importId)
  const index = similarTexts(stems, ({ stem }) => stem, sameStem)
  const alike = candidates.flatMap((row) => {
    const found = index.nearest(row.stem)
    return found ? [{ row, other: found.entry, similarity: found.similarity }] : []
  })
  return { alike: alike.map(({ row }) => row.row), similar: await describe(alike, owners) }
}

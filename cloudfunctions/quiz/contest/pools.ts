import type { LevelRule, QuestionDoc } from '../documents'
import { drawSome, keyedDice } from '../play/draw-paper'
import { findQuestions, listCandidates, type Candidate } from '../bank/question-store'
import { drawSecret } from '../secrets'

const mostQuestions = 200
/** A pool and its head are read in one answer of the platform, which holds a megabyte. */
const mostBytes = 600_000

/** Of a question two unions own the one nearer to the root counts. */
const withoutTwins = (candidates: readonly Candidate[], owners: readonly string[]): Candidate[] => {
  const rank = ({ nodeId }: Candidate) => owners.indexOf(nodeId)
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const twin = best.get(candidate.key)
    if (!twin || rank(candidate) < rank(twin)) best.set(candidate.key, candidate)
  }
  return [...best.values()]
}

const fitting = (questions: readonly QuestionDoc[]): QuestionDoc[] => {
  let bytes = 0
  return questions.filter((question) => (bytes += Buffer.byteLength(JSON.stringify(question))) <= mostBytes)
}

/**
 * What campaigns of a union may draw from: its own questions and those of the unions above it.
 * @param owners node ids from the root down to the campaign's own
 */
export const openBank = async (owners: readonly string[], categories: readonly string[]) => {
  const candidates = withoutTwins(await listCandidates(owners, categories), owners)
  const matching = (wanted: readonly string[]) => candidates.filter(({ category }) => wanted.includes(category))

  /** A pool a level, each question as likely in it as any other; the same again for the same campaign. */
  const drawPools = async (campaignId: string, rules: readonly LevelRule[]): Promise<QuestionDoc[][]> => {
    const drawn = rules.map((rule, index) => {
      const dice = keyedDice(drawSecret(), 'pool', campaignId, String(index + 1))
      return drawSome(matching(rule.categories), mostQuestions, dice).map(({ _id }) => _id)
    })
    const found = await findQuestions([...new Set(drawn.flat())])
    const byId = new Map(found.map((question) => [question._id, question]))
    return drawn.map((ids) => fitting(ids.flatMap((id) => byId.get(id) ?? [])))
  }
  return { matching, drawPools }
}
export type Bank = Awaited<ReturnType<typeof openBank>>

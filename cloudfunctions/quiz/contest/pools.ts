import type { DrawPart, LevelRule } from 'types/quiz-rules'
import type { QuestionDoc } from '../documents'
import { drawSome, keyedDice } from '../play/draw-paper'
import { findQuestions, listCandidates, type Candidate } from '../bank/question-store'
import { drawSecret } from '../secrets'

const mostQuestions = 200
/** Two pools of a level, the one of now and the one before, are read in one answer of the platform, which holds a megabyte. */
const mostBytes = 450_000

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

const fitting = (parts: readonly QuestionDoc[][]): QuestionDoc[][] => {
  const most = mostBytes / Math.max(1, parts.length)
  return parts.map((questions) => {
    let bytes = 0
    return questions.filter((question) => (bytes += Buffer.byteLength(JSON.stringify(question))) <= most)
  })
}

export const categoriesOf = (levels: readonly LevelRule[]): string[] => [
  ...new Set(levels.flatMap(({ draw }) => draw.flatMap(({ categories }) => categories))),
]

/** How a level's pool is shared out among the parts of its draw: as the parts' questions are. */
const shareOf = ({ draw, pool }: LevelRule, part: DrawPart): number => {
  const all = draw.reduce((sum, { questions }) => sum + questions, 0)
  return Math.max(part.questions, Math.floor(((pool || mostQuestions) * part.questions) / all))
}

/**
 * What campaigns of a union may draw from: its own questions and those of the unions above it.
 * @param owners node ids from the root down to the campaign's own
 */
export const openBank = async (owners: readonly string[], categories: readonly string[]) => {
  const candidates = withoutTwins(await listCandidates(owners, categories), owners)
  const matching = (part: DrawPart) =>
    candidates.filter(
      ({ category, difficulty }) => part.categories.includes(category) && part.difficulties.includes(difficulty),
    )

  /** Questions of the first part the bank is too small for; null where it has enough for every part, none twice. */
  const shortOf = ({ draw }: LevelRule): number | null => {
    const taken = new Set<string>()
    for (const part of draw) {
      const free = matching(part).filter(({ _id }) => !taken.has(_id))
      if (free.length < part.questions) return free.length
      for (const { _id } of free.slice(0, part.questions)) taken.add(_id)
    }
    return null
  }

  /** Ids for each part, none in two: what the papers need first, then as many more as the part's share. */
  const drawParts = (campaignId: string, rule: LevelRule, level: number): string[][] => {
    const taken = new Set<string>()
    const dice = keyedDice(drawSecret(), 'pool', campaignId, String(level))
    const take = (part: DrawPart, count: number) => {
      const free = matching(part).filter(({ _id }) => !taken.has(_id))
      const ids = drawSome(free, count, dice).map(({ _id }) => _id)
      for (const id of ids) taken.add(id)
      return ids
    }
    const needed = rule.draw.map((part) => take(part, part.questions))
    return rule.draw.map((part, at) => [...(needed[at] ?? []), ...take(part, shareOf(rule, part) - part.questions)])
  }

  /** A pool a level and part, each question as likely in it as any other; the same again for the same campaign. */
  const drawPools = async (campaignId: string, levels: readonly LevelRule[]): Promise<QuestionDoc[][][]> => {
    const drawn = levels.map((rule, index) => drawParts(campaignId, rule, index + 1))
    const found = await findQuestions([...new Set(drawn.flat(2))])
    const byId = new Map(found.map((question) => [question._id, question]))
    return drawn.map((parts) => fitting(parts.map((ids) => ids.flatMap((id) => byId.get(id) ?? []))))
  }
  return { matching, shortOf, drawPools }
}
export type Bank = Awaited<ReturnType<typeof openBank>>

import { canonicalJson } from 'types/chain'
import { deriveId } from 'types/ids'
import { findQuestions } from '../bank/question-store'
import type { PoolDoc, QuestionDoc, ShortLevel } from '../documents'
import { drawSome, keyedDice } from '../play/draw-paper'
import { drawSecret } from '../secrets'
import { openBank } from './pools'
import { listShort, noteShort } from './short-store'
import { findPoolsOf, followPool, readLevel, replacePool } from './revision-store'

type Place = { campaignId: string; level: number }
type Left = NonNullable<PoolDoc['left']>

/** What stays of each part, as it reads in the bank now, with what comes back; and what left and may come back later. */
const sift = (pool: PoolDoc, bank: ReadonlyMap<string, QuestionDoc>) => {
  const everything: Left = [
    ...pool.pool.flatMap((questions, part) => questions.map(({ _id }) => ({ part, id: _id }))),
    ...(pool.left ?? []),
  ]
  const parts: QuestionDoc[][] = pool.pool.map(() => [])
  const left: Left = []
  for (const place of everything) {
    const question = bank.get(place.id)
    if (question?.state === 'live') parts[place.part]?.push(question)
    else if (question?.state === 'flagged') left.push(place)
  }
  return { parts, left }
}

/** As many as a part lacks for one paper, out of the bank of the contest's own union and those above it. */
const refill = async (pool: PoolDoc, under: readonly string[], parts: QuestionDoc[][]): Promise<QuestionDoc[][]> => {
  const filled: QuestionDoc[][] = []
  const taken = new Set(parts.flat().map(({ key }) => key))
  for (const [index, questions] of parts.entries()) {
    const rule = pool.rule.draw[index]
    const lacks = (rule?.questions ?? 0) - questions.length
    if (!rule || lacks <= 0) {
      filled.push(questions)
      continue
    }
    const bank = await openBank(under, rule.categories)
    const free = bank.matching(rule).filter(({ key }) => !taken.has(key))
    const dice = keyedDice(drawSecret(), 'refill', pool._id, pool.revision, String(index))
    const drawn = drawSome(free, lacks, dice)
    for (const { key } of drawn) taken.add(key)
    filled.push([...questions, ...(await findQuestions(drawn.map(({ _id }) => _id)))])
  }
  return filled
}

const revisionOf = ({ pooledFor, level }: PoolDoc, parts: readonly QuestionDoc[][]) =>
  deriveId('pool', pooledFor, String(level), canonicalJson(parts))

/** @returns what the level lacks for one whole paper, or null */
const lackOf = ({ rule, level }: PoolDoc, parts: readonly QuestionDoc[][]): ShortLevel | null => {
  const needs = rule.draw.reduce((sum, { questions }) => sum + questions, 0)
  const has = rule.draw.reduce((sum, { questions }, index) => sum + Math.min(questions, parts[index]?.length ?? 0), 0)
  return has < needs ? { level, has, needs } : null
}

const reviseLevel = async ({ campaignId, level }: Place, now: Date) => {
  const found = await readLevel(campaignId, level)
  if (!found || found.head.state === 'closed') return
  const { head, pool } = found
  const ids = [...pool.pool.flat().map(({ _id }) => _id), ...(pool.left ?? []).map(({ id }) => id)]
  const bank = new Map((await findQuestions([...new Set(ids)])).map((question) => [question._id, question]))
  const { parts: kept, left } = sift(pool, bank)
  const parts = await refill(pool, head.under, kept)
  const revision = revisionOf(pool, parts)
  const next = { ...pool, pool: parts, left, revision }
  next.questions = [...new Set([...parts.flat().map(({ _id }) => _id), ...left.map(({ id }) => id)])]
  if (revision !== pool.revision) await replacePool(pool, next)
  await followPool(next)
  await noteShort(campaignId, level, lackOf(pool, parts), now)
}

const placeOf = ({ pooledFor, level }: Pick<PoolDoc, 'pooledFor' | 'level'>): Place => ({
  campaignId: pooledFor,
  level,
})

/** Levels that lack questions, of contests that may draw from one of these unions. */
const shortUnder = async (owners: readonly string[]): Promise<Place[]> => {
  const short = (await listShort()).filter(({ under }) => owners.some((nodeId) => under.includes(nodeId)))
  return short.flatMap(({ _id, short: levels }) => (levels ?? []).map(({ level }) => ({ campaignId: _id, level })))
}

/**
 * Lets the pools of drafted and running contests follow the bank: what waits or was withdrawn leaves them, what was
 * confirmed comes back to its part, what reads differently is replaced, and a part with less than a paper draws is
 * filled up. Papers laid before keep their revision. The drainer alone calls it, so pools have one writer; it may come
 * again at any point.
 * @param owners unions whose bank has grown: levels that were short of questions are looked at again
 */
export const revisePools = async (questionIds: readonly string[], owners: readonly string[], now: Date) => {
  const touched = [
    ...(await findPoolsOf(questionIds)).map(placeOf),
    ...(owners.length > 0 ? await shortUnder(owners) : []),
  ]
  const places = new Map(touched.map((place) => [`${place.campaignId}.${place.level}`, place]))
  for (const place of places.values()) await reviseLevel(place, now)
}

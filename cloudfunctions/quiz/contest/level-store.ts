import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { setUntil } from '../play/play-store'
import type { CampaignDoc, Level, LevelHead, PoolDoc, QuestionDoc } from '../documents'

export const levels = collection<LevelHead | PoolDoc>('quiz_levels')

export const levelId = (campaignId: string, level: number) => `${campaignId}.${level}`
export const poolId = (campaignId: string, level: number) => `${levelId(campaignId, level)}.pool`
export const oldPoolId = (campaignId: string, level: number, revision: string) =>
  `${poolId(campaignId, level)}.${revision}`

// A pool is hundreds of kilobytes and frozen per revision: an instance reads it once, and then only the small head.
const pools = new Map<string, PoolDoc>()
const keepPools = 64

const remember = (pool: PoolDoc): PoolDoc => {
  if (pools.size >= keepPools) pools.clear()
  pools.set(oldPoolId(pool.pooledFor, pool.level, pool.revision), pool)
  pools.set(poolId(pool.pooledFor, pool.level), pool)
  return pool
}

const isPool = (doc: LevelHead | PoolDoc): doc is PoolDoc => 'pool' in doc
const isHead = (doc: LevelHead | PoolDoc): doc is LevelHead => 'opensAt' in doc

const readBoth = async (campaignId: string, level: number): Promise<Level | null> => {
  const found = await levels.list(
    { _id: command.in([levelId(campaignId, level), poolId(campaignId, level)]) },
    { limit: 2 },
  )
  const [head, pool] = [found.find(isHead), found.find(isPool)]
  return head && pool ? { head, pool: remember(pool) } : null
}

/** The head that was just read with its pool: no trip where this instance keeps it, else one. */
export const levelWith = async (head: LevelHead): Promise<Level | null> => {
  const kept = pools.get(poolId(head.campaignId, head.level))
  return kept?.revision === head.revision ? { head, pool: kept } : readBoth(head.campaignId, head.level)
}

/** The level with its pool in one trip (two when its pool has just changed). */
export const findLevel = async (campaignId: string, level: number): Promise<Level | null> => {
  const kept = pools.get(poolId(campaignId, level))
  if (!kept) return readBoth(campaignId, level)
  const head = (await levels.find(levelId(campaignId, level))) as LevelHead | null
  return head && levelWith(head)
}

/** The pool a paper was laid from: kept, or one trip, whether it is the current one still or not. */
export const findPool = async (campaignId: string, level: number, revision: string): Promise<PoolDoc | null> => {
  const old = oldPoolId(campaignId, level, revision)
  const kept = pools.get(old)
  if (kept) return kept
  const found = await levels.list({ _id: command.in([poolId(campaignId, level), old]) }, { limit: 2 })
  const pool = found.filter(isPool).find((one) => one.revision === revision)
  if (pool) pools.set(old, pool)
  return pool ?? null
}

export const createLevels = (docs: readonly (LevelHead | PoolDoc)[]) => levels.putNew(docs)
/** State, days and rules stand on each level too, so that `start` reads nothing else. Papers keep the rules of their pool. */
export const followCampaign = async ({ _id, state, opensAt, closesAt, rules, updatedAt }: CampaignDoc) => {
  await levels.update({ campaignId: _id }, { state, opensAt, closesAt, rules })
  await setUntil(_id, state === 'closed' && updatedAt < closesAt ? updatedAt : closesAt)
}

const wordsOf = new WeakMap<PoolDoc, Map<string, QuestionDoc>>()

/** A question of the pool by its id. */
export const questionIn = (pool: PoolDoc, q: string): QuestionDoc | undefined => {
  const known = wordsOf.get(pool) ?? new Map(pool.pool.flat().map((question) => [question._id, question]))
  wordsOf.set(pool, known)
  return known.get(q)
}

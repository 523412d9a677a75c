import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { LevelHead, PoolDoc } from '../documents'
import { levelId, oldPoolId, poolId } from './level-store'

const levels = collection<LevelHead | PoolDoc>('quiz_levels')

const perTrip = 100

/** Current pools that hold one of these questions, or that it left and may come back to. */
export const findPoolsOf = async (questionIds: readonly string[]): Promise<Pick<PoolDoc, 'pooledFor' | 'level'>[]> => {
  const found = new Map<string, Pick<PoolDoc, 'pooledFor' | 'level'>>()
  for (let start = 0; start < questionIds.length; start += perTrip) {
    const filter = { questions: command.in(questionIds.slice(start, start + perTrip)) }
    const page = (await levels.list(filter, { fields: ['pooledFor', 'level'] })) as PoolDoc[]
    for (const pool of page) found.set(pool._id, pool)
  }
  return [...found.values()]
}

/** Head and pool as they stand, never from an instance's memory. */
export const readLevel = async (campaignId: string, level: number) => {
  const [head, pool] = [await levels.find(levelId(campaignId, level)), await levels.find(poolId(campaignId, level))]
  return head && pool ? { head: head as LevelHead, pool: pool as PoolDoc } : null
}

/**
 * Puts a new revision in the place of the current one: the old is laid beside it first, and the head follows last, so
 * that at no moment a paper names a pool that cannot be read.
 */
export const replacePool = async (old: PoolDoc, next: PoolDoc) => {
  await levels.put({ ...old, _id: oldPoolId(old.pooledFor, old.level, old.revision), questions: [], left: [] })
  await levels.put(next)
}

export const followPool = ({ pooledFor, level, revision }: PoolDoc) =>
  levels.update({ _id: levelId(pooledFor, level), revision: command.neq(revision) }, { revision })

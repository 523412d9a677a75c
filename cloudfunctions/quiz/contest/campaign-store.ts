import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { CampaignDoc, Level, LevelHead, PoolDoc, UnitRankDoc } from '../documents'

export const campaigns = collection<CampaignDoc>('campaigns')
const levels = collection<LevelHead | PoolDoc>('quiz_levels')
const unitRanks = collection<UnitRankDoc>('quiz_units')

export const levelId = (campaignId: string, level: number) => `${campaignId}.${level}`
export const poolId = (campaignId: string, level: number) => `${levelId(campaignId, level)}.pool`

// A pool is hundreds of kilobytes and frozen per revision: an instance reads it once, and then only the small head.
const pools = new Map<string, PoolDoc>()
const keepPools = 64

const remember = (pool: PoolDoc) => {
  if (pools.size >= keepPools) pools.clear()
  pools.set(pool._id, pool)
}

const readBoth = async (campaignId: string, level: number): Promise<Level | null> => {
  const ids = [levelId(campaignId, level), poolId(campaignId, level)]
  const found = await levels.list({ _id: command.in(ids) }, { limit: 2 })
  const head = found.find((doc): doc is LevelHead => 'rule' in doc)
  const pool = found.find((doc): doc is PoolDoc => 'pool' in doc)
  if (!head || !pool) return null
  remember(pool)
  return { ...head, pool: pool.pool }
}

/** The level with its pool in one trip (two when its pool has just changed). */
export const findLevel = async (campaignId: string, level: number): Promise<Level | null> => {
  const kept = pools.get(poolId(campaignId, level))
  if (!kept) return readBoth(campaignId, level)
  const head = (await levels.find(levelId(campaignId, level))) as LevelHead | null
  if (!head) return null
  return head.revision === kept.revision ? { ...head, pool: kept.pool } : readBoth(campaignId, level)
}

export const findCampaign = (id: string) => campaigns.find(id)
export const createCampaign = (campaign: CampaignDoc) => campaigns.insert(campaign)
export const pageCampaigns = (nodeId: string, page: number, size: number) =>
  campaigns.page({ under: nodeId }, { sort: [['opensAt', 'desc']], page, size })
export const findDueCampaigns = (now: Date) =>
  campaigns.list({ state: 'open', closesAt: command.lte(now) }, { limit: 50 })
export const setTotals = (id: string, totals: { players: number; papers: number; passed: number }) =>
  campaigns.update({ _id: id }, totals)

export const createLevels = (docs: readonly (LevelHead | PoolDoc)[]) => levels.putNew(docs)
export const setLevelState = (campaignId: string, state: CampaignDoc['state']) =>
  levels.update({ campaignId }, { state })

export const putUnitRank = (rank: UnitRankDoc) => unitRanks.put(rank)
export const pageUnitRanks = (campaignId: string, page: number, size: number) =>
  unitRanks.page(
    { campaignId },
    {
      sort: [
        ['strength', 'desc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )
export const findUnitRank = (campaignId: string, unitId: string) => unitRanks.find(`${campaignId}.${unitId}`)
export const listStronger = (campaignId: string, strength: number) =>
  unitRanks.list({ campaignId, strength: command.gt(strength) }, { fields: ['_id'] })

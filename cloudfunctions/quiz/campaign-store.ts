import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { CampaignDoc, LevelDoc, LevelHead, UnitRankDoc } from './documents'

export const campaigns = collection<CampaignDoc>('campaigns')
const levels = collection<LevelDoc>('quiz_levels')
const unitRanks = collection<UnitRankDoc>('quiz_units')

const headFields = [
  'campaignId',
  'level',
  'under',
  'state',
  'opensAt',
  'closesAt',
  'attemptsPerDay',
  'rule',
  'revision',
] as const

export const levelId = (campaignId: string, level: number) => `${campaignId}.${level}`

// A pool is tens of kilobytes and frozen per revision: an instance reads it once and then only the small head.
const pools = new Map<string, LevelDoc>()
const keepPools = 64

const remember = (level: LevelDoc) => {
  if (pools.size >= keepPools) pools.clear()
  pools.set(level._id, level)
  return level
}

const readLevel = async (id: string) => {
  const level = await levels.find(id)
  return level && remember(level)
}

/** The level with its pool in one trip (two when its pool has just changed). */
export const findLevel = async (campaignId: string, level: number): Promise<LevelDoc | null> => {
  const id = levelId(campaignId, level)
  const kept = pools.get(id)
  if (!kept) return readLevel(id)
  const [head] = (await levels.list({ _id: id }, { limit: 1, fields: headFields })) as LevelHead[]
  if (!head) return null
  return head.revision === kept.revision ? { ...head, pool: kept.pool } : readLevel(id)
}

export const findCampaign = (id: string) => campaigns.find(id)
export const createCampaign = (campaign: CampaignDoc) => campaigns.insert(campaign)
export const pageCampaigns = (nodeId: string, page: number, size: number) =>
  campaigns.page({ under: nodeId }, { sort: [['opensAt', 'desc']], page, size })
export const findDueCampaigns = (now: Date) =>
  campaigns.list({ state: 'open', closesAt: command.lte(now) }, { limit: 50 })
export const setTotals = (id: string, totals: { players: number; papers: number; passed: number }) =>
  campaigns.update({ _id: id }, totals)

export const createLevels = (docs: readonly LevelDoc[]) => levels.putNew(docs)
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

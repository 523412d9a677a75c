import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { UnitRankDoc } from '../documents'

const unitRanks = collection<UnitRankDoc>('quiz_units')

export const rankId = (campaignId: string, unitId: string) => `${campaignId}.${unitId}`

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
export const findUnitRank = (campaignId: string, unitId: string) => unitRanks.find(rankId(campaignId, unitId))
export const listStronger = (campaignId: string, strength: number) =>
  unitRanks.list({ campaignId, strength: command.gt(strength) }, { fields: ['_id'] })

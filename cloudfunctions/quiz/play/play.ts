import { freshProgress } from 'types/quiz-engine'
import { countFrom, type VisitSource } from 'types/visit-source'
import type { OutboxItem } from '../../kit/aggregate'
import type { LevelHead, PlayDoc } from '../documents'
import { playId } from './play-store'

/** `source`: what of where he came from is proven. */
type Arrival = { boothId?: string | undefined; source: VisitSource }

/** Somebody's first step in a campaign: counted as a player, and looked up for the unit and name he has told before. */
export const newPlay = (
  { campaignId, under, closesAt: until }: Pick<LevelHead, 'campaignId' | 'under' | 'closesAt'>,
  openid: string,
  { boothId, source }: Arrival,
  now: Date,
): PlayDoc => {
  const _id = playId(campaignId, openid)
  const add = [{ key: `campaign.${campaignId}`, field: 'players', by: 1 }, ...countFrom(source, 'players', now)]
  const outbox: OutboxItem[] = [
    { id: `${_id}.player`, to: 'counters', kind: 'count', payload: { add } },
    { id: `${_id}.totals`, to: 'local', kind: 'totals', payload: { campaignId, unit: null } },
  ]
  return {
    ...freshProgress(),
    ...{
      _id,
      campaignId,
      openid,
      under,
      state: 'idle',
      version: 0,
      name: null,
      booth: boothId ?? null,
      unit: null,
      until,
      unitChanges: 0,
    },
    ...{ rankScore: 0, chances: 0, spent: 0, excluded: null, wrong: [], paper: null, last: null, asked: [] },
    ...{ outbox, outboxAt: now, createdAt: now, updatedAt: now },
  }
}

import { joinScanned, type Scanned } from '../../kit/came-by'
import { findJoined } from '../../kit/joined'
import { levelId, levelWith } from '../contest/level-store'
import type { Level, LevelHead, PlayDoc } from '../documents'
import { playId } from './play-store'

type Joined = LevelHead & { play: PlayDoc[]; scanned: Scanned[] }
/** All a first paper looks at. `play`: null for who has not played yet. */
export type Start = { level: Level; play: PlayDoc | null; scanned: Scanned | undefined }

const joins = [{ from: 'plays', localField: 'playId', foreignField: '_id', as: 'play' }, joinScanned]

/** Level, play and what the player scanned: one trip, one more where this instance does not know the pool yet. */
export const findStart = async (campaignId: string, level: number, openid: string): Promise<Start | null> => {
  const beside = { playId: playId(campaignId, openid), caller: openid }
  const joined = await findJoined<Joined>('quiz_levels', { _id: levelId(campaignId, level) }, beside, joins)
  if (!joined) return null
  const { play, scanned, ...head } = joined
  const whole = await levelWith(head)
  return whole && { level: whole, play: play[0] ?? null, scanned: scanned[0] }
}

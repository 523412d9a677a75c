import { command } from '../../kit/cloud'
import type { PlayDoc } from '../documents'
import { plays } from '../play/play-store'

const fields = ['name', 'unit', 'rankScore', 'reachedAt'] as const
export type RankedPlay = Pick<PlayDoc, '_id' | (typeof fields)[number]>

const bestFirst = [
  ['rankScore', 'desc'],
  ['reachedAt', 'asc'],
  ['_id', 'asc'],
] as const

/** Players who take part in the ranking, best first; of equals who got there first. */
export const pagePersons = (
  campaignId: string,
  page: number,
  size: number,
): Promise<{ items: RankedPlay[]; more: boolean }> =>
  plays.page({ campaignId, rankScore: command.gt(0) }, { sort: bestFirst, page, size, fields })

const exportFields = [...fields, 'openid', 'points', 'perfect', 'levels', 'excluded'] as const
/** Every player of a contest, those who take no part in the ranking last. */
export const pageExport = (campaignId: string, page: number, size: number) =>
  plays.page({ campaignId }, { sort: bestFirst, page, size, fields: exportFields })

/** Players of one score who got there within one day, before a moment; 1000 at most. */
export const countEarlier = async (campaignId: string, score: number, from: Date, until: Date): Promise<number> => {
  const within = command.lt(until).and(command.gte(from))
  return (await plays.list({ campaignId, rankScore: score, reachedAt: within }, { fields: ['_id'] })).length
}

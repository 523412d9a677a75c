import type { BoothCore, NodeCore } from 'types/documents'
import type { Aggregate } from '../../kit/aggregate'
import { command, database } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { countTrip } from '../../kit/current-call'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import type { ReportDay } from '../report/day-store'
import type { Pipeline } from '../report/route-store'
import type { Joiner } from './joiner'

/** A join as it came in: the audit of who saw what when; the drainer hands it to the hazard. */
export type JoinDoc = Aggregate<'joined'> & Joiner & { hazardId: string; wordsCheck: 'pass' | 'review' }

export const joins = collection<JoinDoc>('hazard_joins')
const booths = collection<BoothCore>('booths')

type Beside = { hazardId: string; joinId: string; dayId: string }
/** The hazard with the nodes it lies under, the join where it came in before, and the day's count of its sender. */
export type JoinStart = HazardDoc & { line: NodeCore[]; present: JoinDoc[]; day: ReportDay[] }

/** All a join looks at, in one trip. */
export const findJoinStart = async ({ hazardId, joinId, dayId }: Beside): Promise<JoinStart | null> => {
  countTrip()
  const all = database.collection('hazards') as unknown as { aggregate(): Pipeline }
  const found = await all
    .aggregate()
    .match({ _id: hazardId })
    .limit(1)
    .addFields({ joinId, dayId })
    .lookup({ from: 'nodes', localField: 'under', foreignField: '_id', as: 'line' })
    .lookup({ from: 'hazard_joins', localField: 'joinId', foreignField: '_id', as: 'present' })
    .lookup({ from: 'report_days', localField: 'dayId', foreignField: '_id', as: 'day' })
    .end()
  return (found.list[0] as JoinStart | undefined) ?? null
}

const similarFields = [
  ...['code', 'serial', 'state', 'kind', 'place', 'words', 'enterprise', 'owner', 'followers', 'joins'],
  ...['createdAt', 'under'],
]
const mostCompared = 200

/** Open hazards of these spots since a day, newest first. */
export const listNear = (spots: readonly string[], since: Date) =>
  hazards.list(
    { spots: spots.length === 1 ? spots[0] : command.in(spots), createdAt: command.gte(since) },
    { sort: [['createdAt', 'desc']], limit: mostCompared, fields: similarFields },
  )

export const findBooth = (id: string) => booths.find(id)

/** Puts somebody among those who reported a hazard; once, however often it is asked. */
export const addJoiner = (hazardId: string, joiner: Joiner) =>
  hazards.update(
    {
      _id: hazardId,
      'joiners._id': command.neq(joiner._id),
      ...(joiner.owner && { followers: command.neq(joiner.owner) }),
    },
    {
      joiners: command.push([joiner]),
      joins: command.inc(1),
      ...(joiner.owner && { followers: command.push([joiner.owner]) }),
    },
  )

/** Takes who erased himself out of one place among the joiners. */
export const forgetJoiner = (hazardId: string, at: number, joinId: string, openid: string) =>
  hazards.update(
    { _id: hazardId, [`joiners.${at}._id`]: joinId },
    {
      [`joiners.${at}.owner`]: null,
      [`joiners.${at}.identity`]: 'anonymous',
      followers: command.pull(openid),
    },
  )

/** Joins of who erased himself; what was not handed on yet goes without him. */
export const forgetJoins = (openid: string) =>
  joins.update(
    { owner: openid },
    { owner: null, identity: 'anonymous', outbox: command.pull({ 'payload.joiner.owner': openid }) },
  )

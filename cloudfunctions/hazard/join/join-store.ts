import type { BoothCore, NodeCore } from 'types/documents'
import type { Aggregate } from '../../kit/aggregate'
import { command, database } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { countTrip } from '../../kit/current-call'
import type { Pipeline } from '../../kit/joined'
import { isTransactionConflict } from '../../kit/platform-error'
import { transaction } from '../../kit/transaction'
import { isOver, type ReporterIdentity } from 'types/hazard'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import type { ReportDay } from '../report/day-store'
import { inOrder } from '../report/route-store'
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
  const start = (found.list[0] as JoinStart | undefined) ?? null
  return start && { ...start, line: inOrder(start.line, start.under) }
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

/** Who a person becomes who erased himself: what a hidden one wrote stays as hidden as it was. */
export const forgottenAs = (identity: ReporterIdentity): ReporterIdentity =>
  identity === 'hidden' ? 'hidden' : 'anonymous'

/** Takes who erased himself out of one place among the joiners. */
export const forgetJoiner = (hazardId: string, at: number, { _id, identity }: Joiner, openid: string) =>
  hazards.update(
    { _id: hazardId, [`joiners.${at}._id`]: _id },
    {
      [`joiners.${at}.owner`]: null,
      [`joiners.${at}.identity`]: forgottenAs(identity),
      followers: command.pull(openid),
    },
  )

/** Takes a name a team leader wrote down out of one place among the joiners. */
export const forgetSpokenJoiner = (hazardId: string, at: number, { _id, identity }: Joiner) =>
  hazards.update(
    { _id: hazardId, [`joiners.${at}._id`]: _id },
    { [`joiners.${at}.spoken`]: null, [`joiners.${at}.identity`]: forgottenAs(identity) },
  )

/** Joins of who erased himself; what was not handed on yet goes without him. */
export const forgetJoins = (openid: string) =>
  joins.update(
    { owner: openid },
    { owner: null, identity: 'anonymous', outbox: command.pull({ 'payload.joiner.owner': openid }) },
  )

/**
 * The hazards for a merge: what is written to the one is written only while the other is open, and the other is touched
 * too. Of two that are merged into each other at one moment one goes through, and nothing is merged into what is over.
 */
export const hazardsMergingInto = (intoId: string): typeof hazards => ({
  ...hazards,
  update: async (filter, patch) => {
    const { _id, state, version, under } = filter as Pick<HazardDoc, '_id' | 'state' | 'version' | 'under'>
    try {
      return await transaction(async (open) => {
        const [one, into] = [open.collection('hazards').doc(_id), open.collection('hazards').doc(intoId)]
        const from = (await one.get()).data as HazardDoc | null | undefined
        const target = (await into.get()).data as HazardDoc | null | undefined
        if (from?.state !== state || from.version !== version || from.under.join() !== under.join()) return 0
        if (!target || isOver(target.state)) return 0
        await one.update({ data: patch })
        await into.update({ data: { merges: command.inc(1) } })
        return 1
      })
    } catch (thrown) {
      if (isTransactionConflict(thrown)) return 0
      throw thrown
    }
  },
})

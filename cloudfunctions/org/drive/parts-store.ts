import type { BoothCore, CampaignCore, EnterpriseCore } from 'types/documents'
import { command } from '../../kit/cloud'
import { collection, type Filter } from '../../kit/collection'

/** What this room reads of others' records. */
export type ContestDoc = CampaignCore
export type ActivityDoc = {
  _id: string
  title: string
  state: 'draft' | 'open' | 'running' | 'done' | 'cancelled'
  node: { id: string; name: string }
  under: string[]
  startsAt: Date
  endsAt: Date
  place: string
}
type RankRow = { _id: string; campaignId: string; unitId: string; players: number; workers: number }

const campaigns = collection<ContestDoc>('campaigns')
const activities = collection<ActivityDoc>('activities')
const booths = collection<BoothCore>('booths')
const ranks = collection<RankRow>('quiz_units')
const enterprises = collection<EnterpriseCore & { state: string }>('enterprises')

const mostContests = 60
const mostActivities = 300

/** Made for the drive, or taken in by hand. */
type Asked = { driveId: string; ids: readonly string[] }
const partOf = ({ driveId, ids }: Asked): Filter =>
  ids.length === 0 ? { driveId } : (command.or({ driveId }, { _id: command.in(ids) }) as Filter)

const contestFields = ['title', 'nodeId', 'under', 'state', 'opensAt', 'closesAt', 'players']
const activityFields = ['title', 'state', 'node', 'under', 'startsAt', 'endsAt', 'place']

/** Contests of a drive but the deleted ones. */
export const listContests = async (asked: Asked): Promise<ContestDoc[]> => {
  const found = await campaigns.list(partOf(asked), { limit: mostContests, fields: contestFields })
  return found.filter(({ state }) => state !== 'dropped').sort((a, b) => +a.opensAt - +b.opensAt)
}

/** Activities of a drive but the cancelled ones. */
export const listActivities = async (asked: Asked): Promise<ActivityDoc[]> => {
  const found = await activities.list(partOf(asked), { limit: mostActivities, fields: activityFields })
  return found.filter(({ state }) => state !== 'cancelled').sort((a, b) => +a.startsAt - +b.startsAt)
}

export const findContests = (ids: readonly string[]): Promise<ContestDoc[]> =>
  campaigns.list({ _id: command.in(ids) }, { fields: contestFields })
export const findActivities = (ids: readonly string[]): Promise<ActivityDoc[]> =>
  activities.list({ _id: command.in(ids) }, { fields: activityFields })

const boothFields = ['name', 'place', 'nodeName', 'under', 'state', 'campaignId']
export const findBooths = (ids: readonly string[]) => booths.list({ _id: command.in(ids) }, { fields: boothFields })
/** Booths below a union that show one of these contests. */
const listShowing = (nodeId: string, contestIds: readonly string[], limit = 100) =>
  booths.list({ under: nodeId, campaignId: command.in(contestIds) }, { limit, fields: boothFields })

type Hung = { nodeId: string; booths: readonly string[] }

/** Booths of a drive, each once: those taken in by hand, and at most `limit` that show one of its contests. */
export const listBoothsOf = async (
  { nodeId, booths: chosen }: Hung,
  contests: readonly ContestDoc[],
  limit?: number,
): Promise<BoothCore[]> => {
  const ids = contests.map(({ _id }) => _id)
  const found = await Promise.all([
    chosen.length > 0 ? findBooths(chosen) : [],
    ids.length > 0 ? listShowing(nodeId, ids, limit) : [],
  ])
  return [...new Map(found.flat().map((booth) => [booth._id, booth])).values()]
}

/** Rows of a contest's regions: the unions right below its own, with their workers and players. */
export const listRegions = (contestIds: readonly string[]): Promise<RankRow[]> =>
  ranks.list(
    { campaignId: command.in(contestIds), kind: 'region' },
    { fields: ['campaignId', 'unitId', 'players', 'workers'] },
  )
export const listBoards = (contestIds: readonly string[]): Promise<RankRow[]> =>
  ranks.list({ campaignId: command.in(contestIds), kind: 'board' }, { fields: ['campaignId', 'workers'] })

const pageSize = 900
const mostPages = 30

/** Enterprises below the contest's union that have a player in it. */
export const listTaking = async (campaignId: string): Promise<string[]> => {
  const found: string[] = []
  for (let page = 1; page <= mostPages; page++) {
    const sort = [['name', 'asc'] as const, ['_id', 'asc'] as const]
    const asked = { sort, page, size: pageSize, fields: ['unitId', 'below'] }
    const { items, more } = await ranks.page({ campaignId, kind: 'unit' }, asked)
    found.push(...(items as (RankRow & { below?: boolean })[]).flatMap((one) => (one.below ? one.unitId : [])))
    if (!more) break
  }
  return found
}

export const countEnterprises = (nodeId: string) => enterprises.count({ under: nodeId, state: 'active' })

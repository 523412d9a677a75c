import { dateOf, startOfDay } from 'types/calendar'
import type { CampaignCore, EnterpriseCore } from 'types/documents'
import { isOpenlyReported, type Marks } from 'types/hazard-found'
import { deriveId } from 'types/ids'
import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

type Play = Document & { openid: string; until: Date | null }
type Attendance = Document & { openid: string | null }
type Activity = Document & { title: string; under: string[]; startsAt: Date }
type Reported = Document & Marks & { createdAt: Date }

const enterprises = collection<EnterpriseCore>('enterprises')
const campaigns = collection<CampaignCore>('campaigns')
const plays = collection<Play>('plays')
const activities = collection<Activity>('activities')
const attendances = collection<Attendance>('attendances')
const hazards = collection<Reported>('hazards')

/** Of these enterprises those of the industry, by id; at most 1000. */
export const listOfIndustry = async (ids: readonly string[], industry: string): Promise<Set<string>> => {
  const found = await enterprises.list({ _id: command.in(ids), industry }, { fields: ['_id'] })
  return new Set(found.map(({ _id }) => _id))
}

/** Who of these, at most 1000, was dealt a paper of the contest. */
export const listPlayed = async (openids: readonly string[], contest: string): Promise<Set<string>> => {
  const ids = openids.map((openid) => deriveId('play', contest, openid))
  const found = await plays.list({ _id: command.in(ids) }, { fields: ['openid', 'until'] })
  return new Set(found.filter(({ until }) => until !== null).map(({ openid }) => openid))
}

const taking = ['joined', 'waiting', 'present', 'served']

/** Who takes part in the activity, or waits for a place; at most 1000. */
export const listJoined = async (activityId: string): Promise<Set<string>> => {
  const found = await attendances.list({ activityId, state: command.in(taking) }, { fields: ['openid'] })
  return new Set(found.flatMap(({ openid }) => openid ?? []))
}

const atOnce = 200

const mostRead = 1000

const reportFields = [
  ...['owner', 'identity', 'state', 'above', 'hiddenFrom', 'createdAt'],
  ...['joiners.owner', 'joiners.identity', 'joiners.hiddenFrom'],
]

/** What these reported, or said that they saw too: the latest first, however many there are. */
const listReportedOf = async (openids: readonly string[], since: Date): Promise<Reported[]> => {
  const all = new Map<string, Reported>()
  for (let until: Date | null = null; ;) {
    const span = until ? command.and(command.gte(since), command.lte(until)) : command.gte(since)
    const found: Reported[] = await hazards.list(
      { followers: command.in(openids), createdAt: span },
      { sort: [['createdAt', 'desc']], limit: mostRead, fields: reportFields },
    )
    const before = all.size
    for (const doc of found) all.set(doc._id, doc)
    until = found.at(-1)?.createdAt ?? null
    if (found.length < mostRead || all.size === before) return [...all.values()]
  }
}

const startOfMonth = (at: Date) => startOfDay(`${dateOf(at).slice(0, 8)}01`)

/**
 * Who of these reported something this month under his own name and past nobody. Hidden and anonymous reports, and those
 * led past somebody, do not count: a list of who has reported, or has not, would give their names away.
 */
export const listReported = async (openids: readonly string[], at: Date): Promise<Set<string>> => {
  const lots = Array.from({ length: Math.ceil(openids.length / atOnce) }, (_, lot) =>
    openids.slice(lot * atOnce, (lot + 1) * atOnce),
  )
  const found = (await Promise.all(lots.map((lot) => listReportedOf(lot, startOfMonth(at))))).flat()
  const named = (doc: Reported) => [doc, ...(doc.joiners ?? [])].flatMap(({ owner }) => owner ?? [])
  return new Set(found.flatMap((doc) => named(doc).filter((openid) => isOpenlyReported(doc, openid))))
}

export const listCampaigns = (ids: readonly string[]) =>
  campaigns.list({ _id: command.in(ids) }, { fields: ['title', 'under', 'state'] })
export const listActivities = (ids: readonly string[]) =>
  activities.list({ _id: command.in(ids) }, { fields: ['title', 'under'] })

/** Contests people of the node may take part in, and those of the unions below it, the latest first. */
export const listContestsFor = async (nodeId: string, under: readonly string[]) => {
  const fields = ['title', 'opensAt', 'state']
  const [above, below] = await Promise.all([
    campaigns.list({ nodeId: command.in(under), state: command.in(['open', 'closed']) }, { limit: 100, fields }),
    campaigns.list({ under: nodeId }, { sort: [['opensAt', 'desc']], limit: 20, fields }),
  ])
  const found = new Map([...above, ...below].map((campaign) => [campaign._id, campaign]))
  return [...found.values()]
    .filter(({ state }) => state === 'open' || state === 'closed')
    .sort((one, other) => other.opensAt.getTime() - one.opensAt.getTime())
    .slice(0, 20)
}
export const listActivitiesOf = (nodeId: string) =>
  activities.list({ under: nodeId }, { sort: [['startsAt', 'desc']], limit: 20, fields: ['title', 'startsAt'] })

/** Industries of a thousand enterprises of the subtree, the most frequent first. */
export const listIndustries = async (nodeId: string): Promise<string[]> => {
  const found = await enterprises.list({ under: nodeId }, { limit: 1000, fields: ['industry'] })
  const times = new Map<string, number>()
  for (const { industry } of found) if (industry) times.set(industry, (times.get(industry) ?? 0) + 1)
  return [...times].sort(([, one], [, other]) => other - one).map(([industry]) => industry)
}

import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { activities } from '../activity/activity-store'

type Named = { id: string; name: string }

/** That somebody left an office, what of the volunteers' work was open there then, and who goes on with it. */
export type HandoverDoc = Aggregate<'handed'> & {
  node: Named
  /** Name of who left. */
  left: string
  waiting: number
  teams: Named[]
  activities: (Named & { startsAt: Date })[]
  to: (Named & { people: string[] }) | null
}

export const handovers = collection<HandoverDoc>('volunteer_handovers')

/** Handovers within a node, the latest first. */
export const pageOfHandovers = (nodeId: string, page: { page: number; size: number }) =>
  handovers.page(
    { under: nodeId },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )

/** What somebody has arranged that is still to come, the soonest first. */
export const listArrangedBy = (personId: string, now: Date) =>
  activities.list(
    { organiser: personId, startsAt: command.gte(now) },
    { sort: [['startsAt', 'asc']], limit: 50, fields: ['title', 'startsAt', 'state', 'under'] },
  )

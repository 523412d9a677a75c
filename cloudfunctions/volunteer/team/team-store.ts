import type { TeamState } from 'types/volunteer-team-machine'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { PersonCore, StoredGrant } from '../../kit/identity'
import { applications } from '../application-store'
import type { Side } from 'types/volunteer-team'
import { roleOf, type TeamDoc } from './team'

export const teams = collection<TeamDoc>('teams')
const people = collection<PersonCore>('people')

type Page = { page: number; size: number }

export const findTeam = (id: string) => teams.find(id)
/** false where the id or the name stands already. */
export const createTeam = (doc: TeamDoc) => teams.insert(doc)

/** Teams of a subtree, the newest first. */
export const pageOfTeams = (nodeId: string, state: TeamState | undefined, page: Page) =>
  teams.page(
    { under: nodeId, ...(state ? { state } : {}) },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )

export const listTeamsLedBy = (personId: string) => teams.list({ adminIds: personId }, { limit: 100 })
export const listTeamsToRemind = (now: Date, limit: number) =>
  teams.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit })

/** Notes on a team what was merged into it; twice is once. */
export const noteAbsorbed = async (id: string, ids: readonly string[]): Promise<void> => {
  for (const one of ids) await teams.update({ _id: id }, { absorbed: command.addToSet(one) })
}

const sorted = [
  ['enrolledAt', 'asc'],
  ['_id', 'asc'],
] as const

export const pageOfMembers = (teamId: string, page: Page) =>
  applications.page({ 'team.id': teamId, state: 'enrolled' }, { sort: sorted, ...page })
export const listMembers = (teamId: string, limit: number) => applications.list({ 'team.id': teamId }, { limit })
/** Volunteers of a subtree who stand on the roster and are in no team. */
export const pageOfTeamless = (nodeId: string, page: Page) =>
  applications.page(
    { under: nodeId, state: 'enrolled', 'team.id': null, 'rostered.no': command.gte(1) },
    { sort: sorted, ...page },
  )
export const listVolunteers = (ids: readonly string[]) => applications.list({ _id: command.in(ids) })

/** Somebody who holds an office, by the id others know him by. */
export const findOfficeHolder = async (personId: string) =>
  (await people.list({ personId }, { limit: 1, fields: ['personId', 'name', 'grants'] }))[0] ?? null

export type OfficeHolder = PersonCore & { seat: StoredGrant }

/** Who sits on the line of one authority (root first), the nearest to the team first. One trip. */
export const listOfficeHolders = async (under: readonly string[], side: Side): Promise<OfficeHolder[]> => {
  const found = await people.list(
    { 'grants.nodeId': command.in(under) },
    { limit: 200, fields: ['personId', 'name', 'grants'] },
  )
  const rank = (nodeId: string) => under.indexOf(nodeId)
  return found
    .flatMap((person) => {
      const seats = person.grants.filter((grant) => grant.role === roleOf(side) && under.includes(grant.nodeId))
      const [seat] = seats.sort((left, right) => rank(right.nodeId) - rank(left.nodeId))
      return seat ? [{ ...person, seat }] : []
    })
    .sort((left, right) => rank(right.seat.nodeId) - rank(left.seat.nodeId) || (left._id < right._id ? -1 : 1))
}

import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { ApplicationDoc } from '../documents'

const applications = collection<ApplicationDoc>('applications')

const fields = [
  ...['openid', 'state', 'personal', 'specialties', 'enrolledAt', 'under', 'unionUnder', 'node', 'team'],
  ...['version', 'seq', 'head'],
]

export const listApplicationsById = (ids: readonly string[]) => applications.list({ _id: command.in(ids) }, { fields })

/** Who is in a team now. */
export const listIdsOfTeam = async (teamId: string): Promise<string[]> =>
  (await applications.list({ 'team.id': teamId, state: 'enrolled' }, { fields: ['state'] })).map(({ _id }) => _id)

/** Enrolled volunteers in the order of their ids, so that a walk goes on where it stopped. */
export const listEnrolledAfter = (after: string, limit: number) =>
  applications.list(
    { state: 'enrolled', _id: command.gt(after) },
    { sort: [['_id', 'asc']], limit, fields: ['state', 'enrolledAt', 'under', 'personal.name'] },
  )

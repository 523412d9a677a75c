import { AppError } from 'types/app-error'
import type { teamEntries } from 'types/volunteer-team'
import { isReplay } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import { workingTeam } from './reach'
import { moveTeam } from './seats'
import { roleOf, sides, type TeamDoc } from './team'

type Entries = typeof teamEntries

const over = (team: TeamDoc) => ({ nameKey: `closed.${team._id}`, clockAt: null, captain: null })

const toMembers = (team: TeamDoc, into: { id: string; name: string } | null) => ({
  ...{ to: 'local', kind: 'team-over' },
  payload: { teamId: team._id, into },
})

/** Its members go over to the other team, its service stays in that one's totals. */
export const mergeTeam: Handler<Entries['mergeTeam'], TeamDoc> = async (
  { intoId, reason, version },
  { subject: team, caller, now, acting },
) => {
  const officer = acting('officer')
  const said = { act: 'merge', version, now, data: { intoId, reason } } as const
  if (isReplay(team, officer, 'merge', version)) return moveTeam(team, officer, said)
  if (intoId === team._id) throw new AppError('INVALID_INPUT', { fields: { intoId: '请选择另一支队伍' } })
  const target = await workingTeam(intoId, caller)
  const into = { id: target._id, name: target.name }
  return moveTeam(team, officer, said, { ...over(team), mergedInto: into }, [toMembers(team, into)])
}

/** Its members stay on the roster without a team; what they did stays counted. */
export const disbandTeam: Handler<Entries['disbandTeam'], TeamDoc> = async (
  { reason, version },
  { subject: team, now, acting },
) => {
  const said = { act: 'disband', version, now, data: { reason } } as const
  return moveTeam(team, acting('officer'), said, over(team), [toMembers(team, null)])
}

/** A captain is a member; any officer or inspector of the team may name him. */
export const setCaptain: Handler<Entries['setCaptain'], TeamDoc> = async (
  { volunteer, version },
  { subject: team, caller, now, acting },
) => {
  const side = sides.find((one) => caller.grants.some(({ role }) => role === roleOf(one))) ?? 'union'
  const said = { act: 'captain', version, now, data: { volunteer } } as const
  const member = await findApplication(volunteer)
  if (member?.team?.id !== team._id)
    throw new AppError('INVALID_INPUT', { fields: { volunteer: '队长要从本队队员里选' } })
  return moveTeam(team, acting(roleOf(side)), said, { captain: volunteer })
}

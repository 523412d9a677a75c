import { AppError } from 'types/app-error'
import type { Side } from 'types/volunteer-team'
import type { Caller, StoredGrant } from '../../kit/identity'
import { roleOf, type TeamDoc } from './team'
import { findTeam } from './team-store'

type Placed = { under: readonly string[] }

/** A grant of the caller that reaches all of these. */
export const reachOf = (caller: Caller, role: StoredGrant['role'], ...docs: readonly Placed[]) =>
  caller.grants.find((grant) => grant.role === role && docs.every(({ under }) => under.includes(grant.nodeId)))

/**
 * The caller's own office on one side of the team.
 * @throws AppError NOT_ALLOWED_NOW where he has none there
 */
export const officeOn = (caller: Caller, side: Side, team: TeamDoc): StoredGrant => {
  const grant = reachOf(caller, roleOf(side), { under: side === 'union' ? team.unionUnder : team.regulator.under })
  if (grant) return grant
  const who = side === 'union' ? '工会干部' : '监管人员'
  throw new AppError('NOT_ALLOWED_NOW', { message: `这个席位由${who}办理，您可以请对方单位办。` })
}

/**
 * Another team the caller acts on, besides the one named first.
 * @throws AppError NOT_FOUND where there is none within his reach, NOT_ALLOWED_NOW where it takes nobody
 */
export const workingTeam = async (id: string, caller: Caller): Promise<TeamDoc> => {
  const team = await findTeam(id)
  if (!team || !reachOf(caller, 'officer', team)) throw new AppError('NOT_FOUND')
  checkWorking(team)
  return team
}

/** @throws AppError NOT_ALLOWED_NOW unless the team works */
export const checkWorking = ({ state }: TeamDoc) => {
  if (state === 'working') return
  const message =
    state === 'forming'
      ? '队伍还在组建：工会和监管两方的管理员都接受之后，才能编入队员。'
      : '这支队伍已经结束，请换一支队伍。'
  throw new AppError('NOT_ALLOWED_NOW', { message })
}

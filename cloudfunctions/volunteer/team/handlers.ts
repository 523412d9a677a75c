import { createTeam } from './create'
import { disbandTeam, mergeTeam, setCaptain } from './ending'
import { addMembers, leaveTeam, moveMember, removeMember } from './members'
import { myTeam, team, teamless, teamMembers, teamsOf } from './queries'
import { acceptSeat, nameAdmin, resignSeat, seatCandidates } from './seats'
import { findTeam } from './team-store'
import type { TeamDoc } from './team'

/** Everything the function answers about teams. */
export const teamHandlers = {
  ...{ teams: teamsOf, team, teamMembers, teamless, seatCandidates, myTeam },
  ...{ createTeam, nameAdmin, acceptSeat, resignSeat, setCaptain, mergeTeam, disbandTeam },
  ...{ addMembers, moveMember, removeMember, leaveTeam },
}

export const teamSubject = {
  load: (input: { id: string }) => findTeam(input.id),
  under: (doc: TeamDoc) => doc.under,
}

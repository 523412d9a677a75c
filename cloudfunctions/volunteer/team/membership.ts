import type { OutboxItem } from '../../kit/aggregate'
import type { ApplicationDoc } from '../documents'
import type { TeamStay } from './team'

type Push = Omit<OutboxItem, 'id'>
type Change = { set: Partial<Pick<ApplicationDoc, 'team' | 'teamHistory'>>; push: Push[] }

export const teamKey = (id: string) => `team.${id}`
const keepStays = 20

const count = (id: string, by: 1 | -1): Push => ({
  ...{ to: 'counters', kind: 'count' },
  payload: { add: [{ key: teamKey(id), field: 'members', by }] },
})

/** Whether a volunteer may be in a team: enrolled, and on a roster both authorities hold. */
export const isOnRoster = ({ state, rostered }: ApplicationDoc) => state === 'enrolled' && Boolean(rostered)

const closed = (history: readonly TeamStay[], why: string, now: Date) =>
  history.map((stay) => (stay.to === null ? { ...stay, to: now, why } : stay))

/**
 * What changes where a volunteer leaves his team, whatever the reason (moved, quit, removed, erased): to be merged into
 * the very write of that move. Nothing for who is in none.
 */
export const leavingTeam = (doc: ApplicationDoc, why: string, now: Date): Change => {
  const { team, teamHistory = [] } = doc
  if (!team) return { set: {}, push: [] }
  return {
    set: { team: null, teamHistory: closed(teamHistory, why, now) },
    push: [
      count(team.id, -1),
      { to: 'local', kind: 'team-left', payload: { teamId: team.id, applicationId: doc._id } },
    ],
  }
}

/** What changes where he joins one; out of the team before in the same write. */
export const joiningTeam = (
  doc: ApplicationDoc,
  team: { id: string; name: string },
  why: string,
  now: Date,
): Change => {
  const left = leavingTeam(doc, why, now)
  const stay: TeamStay = { ...team, from: now, to: null, why: null }
  return {
    set: { team, teamHistory: [...(left.set.teamHistory ?? doc.teamHistory ?? []), stay].slice(-keepStays) },
    push: [...left.push, count(team.id, 1)],
  }
}

import { dueAfterDays } from 'types/calendar'
import { successorDays, teamMachine } from 'types/volunteer-team-machine'
import type { TeamView, teamEntries } from 'types/volunteer-team'
import type * as z from 'types/zod'
import type { StoredEvent } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { findApplication, listApplicationsOf } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { teamKey } from './membership'
import { reachOf } from './reach'
import { lineOf } from './seats'
import { otherSide, roleOf, sides, type TeamDoc } from './team'
import { findTeam, pageOfMembers, pageOfTeamless, pageOfTeams } from './team-store'

type Entries = typeof teamEntries
type Counts = Map<string, Record<string, number>>

const countsOf = (docs: readonly TeamDoc[]): Promise<Counts> =>
  readCounters('volunteer', docs.flatMap(({ _id, absorbed }) => [_id, ...absorbed]).map(teamKey))

/** Members of now; service of everybody who was ever in it or in a team merged into it. */
const totalsOf = ({ _id, absorbed }: TeamDoc, counts: Counts) => {
  const sum = (field: string) =>
    [_id, ...absorbed].reduce((total, id) => total + (counts.get(teamKey(id))?.[field] ?? 0), 0)
  return { members: counts.get(teamKey(_id))?.members ?? 0, times: sum('times'), minutes: sum('minutes') }
}

const toRow = (doc: TeamDoc, counts: Counts) => {
  const { _id: id, name, node, state, version } = doc
  const isOver = state === 'merged' || state === 'disbanded'
  const vacant = isOver ? [] : sides.filter((side) => doc.vacant[side])
  return { id, name, nodeName: node.name, state, version, vacant, ...totalsOf(doc, counts) }
}

export const teamsOf: Handler<Entries['teams'], NodeDoc> = async ({ state, page, size }, { subject: node }) => {
  const { items, more } = await pageOfTeams(node._id, state, { page, size })
  const counts = await countsOf(items)
  return { items: items.map((doc) => toRow(doc, counts)), more }
}

const titles: Record<string, string> = { create: '组建队伍', 'captain-left': '队长离队', remind: '提醒指定管理员' }

const toLine = ({ act, at, name, data }: StoredEvent) => ({
  ...{ at, tone: 'done' as const },
  title: titles[act] ?? teamMachine.moves.find((one) => one.act === act)?.label ?? act,
  detail:
    [data.office ?? name, data.reason].filter((part) => typeof part === 'string' && part).join(' · ') || undefined,
})

type Act = z.input<typeof TeamView>['acts'][number]

const seatActs = (team: TeamDoc, { personId, grants }: Caller): Act[] =>
  sides.flatMap((side): Act[] => {
    const line = lineOf(team, side)
    if (!grants.some((grant) => grant.role === roleOf(side) && line.includes(grant.nodeId))) return []
    const seat = team.admins[side]
    const isMine = seat?.personId === personId
    const holdsOther = team.admins[otherSide(side)]?.personId === personId
    if (isMine && seat && !seat.acceptedAt) return [`accept-${side}`, `name-${side}`]
    if (isMine) return [`resign-${side}`]
    return seat?.acceptedAt || holdsOther ? [] : [`name-${side}`]
  })

const actsOf = (team: TeamDoc, caller: Caller): Act[] => {
  if (team.state !== 'forming' && team.state !== 'working') return []
  const isOfficer = reachOf(caller, 'officer', team) !== undefined
  const working: Act[] = isOfficer ? ['captain', 'members', 'merge', 'disband'] : ['captain']
  const forming: Act[] = isOfficer ? ['disband'] : []
  return [...seatActs(team, caller), ...(team.state === 'working' ? working : forming)]
}

const seatView = (team: TeamDoc, side: (typeof sides)[number], personId: string) => {
  const seat = team.admins[side]
  if (!seat) return null
  return { name: seat.name, office: seat.nodeName, acceptedAt: seat.acceptedAt, isMe: seat.personId === personId }
}

const captainOf = async ({ captain }: TeamDoc) => {
  const doc = captain ? await findApplication(captain) : null
  return doc?.personal ? { id: doc._id, name: doc.personal.name } : null
}

export const team: Handler<Entries['team'], TeamDoc> = async (_input, { subject: doc, caller }) => {
  const [counts, captain] = await Promise.all([countsOf([doc]), captainOf(doc)])
  const since = sides.flatMap((side) => doc.vacant[side] ?? []).sort((left, right) => left.getTime() - right.getTime())
  return {
    ...toRow(doc, counts),
    admins: {
      union: seatView(doc, 'union', caller.personId),
      regulator: seatView(doc, 'regulator', caller.personId),
    },
    captain,
    successorDue: since[0] && doc.clockAt ? dueAfterDays(since[0], successorDays) : null,
    ...{ mergedInto: doc.mergedInto?.name ?? null, absorbed: doc.absorbed.length },
    timeline: doc.events.map(toLine),
    acts: actsOf(doc, caller),
  }
}

const sinceOf = ({ teamHistory = [], enrolledAt, updatedAt }: ApplicationDoc) =>
  teamHistory.at(-1)?.from ?? enrolledAt ?? updatedAt

const toMember = (doc: ApplicationDoc) => ({
  ...{ id: doc._id, version: doc.version, name: doc.personal?.name ?? '（已注销）', unit: doc.personal?.unit ?? '' },
  ...{ phone: doc.personal?.phone.mask ?? '', specialties: doc.specialties, since: sinceOf(doc) },
})

export const teamMembers: Handler<Entries['teamMembers'], TeamDoc> = async ({ page, size }, { subject }) => {
  const { items, more } = await pageOfMembers(subject._id, { page, size })
  return { items: items.map(toMember), more }
}

export const teamless: Handler<Entries['teamless'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageOfTeamless(node._id, { page, size })
  return { items: items.map(toMember), more }
}

const seenByMembers = async (doc: TeamDoc) => {
  const [counts, { items }] = await Promise.all([countsOf([doc]), pageOfMembers(doc._id, { page: 1, size: 50 })])
  const names = items.flatMap(({ _id: id, personal }) => (personal ? [{ id, name: personal.name }] : []))
  const { state, node, admins, captain } = doc
  return {
    ...{ id: doc._id, name: doc.name, nodeName: node.name, state, ...totalsOf(doc, counts), names },
    captain: names.find(({ id }) => id === captain)?.name ?? null,
    admins: sides.flatMap((side) => {
      const seat = admins[side]
      return seat?.acceptedAt ? [{ name: seat.name, office: seat.nodeName }] : []
    }),
  }
}

/** My team, its people by name, and the teams I was in. Mine, the team, its people and totals: four trips. */
export const myTeam: Handler<Entries['myTeam']> = async (_input, { caller: { openid } }) => {
  const [latest] = openid ? await listApplicationsOf(openid, 1) : []
  const mine = latest?.state === 'enrolled' ? latest : null
  const doc = mine?.team ? await findTeam(mine.team.id) : null
  const former = (latest?.teamHistory ?? []).flatMap(({ name, from, to, why }) =>
    to ? [{ name, from, to, why: why ?? '' }] : [],
  )
  return {
    volunteer: mine && { id: mine._id, version: mine.version },
    team: doc && (await seenByMembers(doc)),
    former,
  }
}

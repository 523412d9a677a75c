import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import { sideLabels, type Side, type teamEntries } from 'types/volunteer-team'
import { successorDays, teamMachine, type TeamAct } from 'types/volunteer-team-machine'
import { isReplay, move, type Acting } from '../../kit/aggregate'
import type { StoredGrant } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { officeOn } from './reach'
import { otherSide, roleOf, sides, type Seat, type TeamDoc } from './team'
import { findOfficeHolder, listOfficeHolders, teams } from './team-store'
import { tellAuthorities, tellNamed } from './told'

type Entries = typeof teamEntries

export const lineOf = ({ unionUnder, regulator }: TeamDoc, side: Side) =>
  side === 'union' ? unionUnder : regulator.under

/** Fields that follow from who sits where. */
export const seated = (team: TeamDoc, side: Side, seat: Seat | null, now: Date) => {
  const admins = { ...team.admins, [side]: seat }
  const since = seat?.acceptedAt ? null : (team.vacant[side] ?? now)
  const vacant = { ...team.vacant, [side]: since }
  const oldest = sides.flatMap((one) => vacant[one] ?? []).sort((left, right) => left.getTime() - right.getTime())[0]
  return {
    ...{ admins, vacant, adminIds: sides.flatMap((one) => admins[one]?.personId ?? []) },
    clockAt: oldest ? dueAfterDays(oldest, successorDays) : null,
  }
}

export const toSeat = (personId: string, name: string | null, { nodeId, nodeName }: StoredGrant, at: Date | null) => ({
  ...{ personId, name: name ?? '', nodeId, nodeName, acceptedAt: at },
})

/** Who may be named: on the same authority's line, whoever sits nearest to the team first. */
export const seatCandidates: Handler<Entries['seatCandidates'], TeamDoc> = async ({ side }, { subject, caller }) => {
  officeOn(caller, side, subject)
  const found = await listOfficeHolders(lineOf(subject, side), side)
  const taken = subject.admins[otherSide(side)]?.personId
  return {
    items: found
      .filter(({ personId }) => personId !== taken)
      .slice(0, 50)
      .map(({ personId, name, seat }) => ({ personId, name: name ?? '（未填姓名）', office: seat.nodeName })),
  }
}

type Said = { act: TeamAct; version: number; now: Date; data: Record<string, unknown> }

const sameAs = (team: TeamDoc, data: Said['data']) =>
  Object.entries(data).every(([key, value]) => isDeepStrictEqual(team.events.at(-1)?.data[key], value))

/** One move of a team; a retry must say the same. */
export const moveTeam = (
  team: TeamDoc,
  acting: Acting,
  { act, version, now, data }: Said,
  set: Partial<TeamDoc> = {},
  push: Awaited<ReturnType<typeof tellAuthorities>> = [],
) => move(teams, teamMachine, team, acting, act, version, { at: now, data, same: sameAs(team, data), set, push })

const person = async (personId: string, team: TeamDoc, side: Side) => {
  const found = await findOfficeHolder(personId)
  const line = lineOf(team, side)
  const grant = found?.grants.find((one) => one.role === roleOf(side) && line.includes(one.nodeId))
  if (found && grant) return { ...found, grant }
  throw new AppError('INVALID_INPUT', { fields: { personId: `请从名单里选一位${sideLabels[side]}的人员` } })
}

/** Names who is to lead for one's own authority; he has to accept. */
export const nameAdmin: Handler<Entries['nameAdmin'], TeamDoc> = async (
  input,
  { subject: team, caller, now, acting },
) => {
  const { side, personId, version } = input
  officeOn(caller, side, team)
  const who = acting(roleOf(side))
  const said = { act: 'name', version, now, data: { side, personId } } as const
  if (isReplay(team, who, 'name', version)) return moveTeam(team, who, said)
  const held = team.admins[side]
  if (held?.acceptedAt && held.personId !== caller.personId)
    throw new AppError('NOT_ALLOWED_NOW', { message: `${held.name}正在担任，要等他卸任或离任后再指定别人。` })
  if (team.admins[otherSide(side)]?.personId === personId)
    throw new AppError('SAME_PERSON', { message: '两方的管理员要由两个人担任。' })
  const named = await person(personId, team, side)
  const seat = toSeat(personId, named.name, named.grant, null)
  const word = { title: '请接受担任队伍管理员', by: dueAfterDays(now, successorDays), note: '打开后点“接受”' }
  return moveTeam(team, who, said, seated(team, side, seat, now), [tellNamed(named._id, team, word)])
}

/** Whoever was named takes the seat; with the second one the team works. */
export const acceptSeat: Handler<Entries['acceptSeat'], TeamDoc> = async (
  { side, version },
  { subject: team, caller, now, acting },
) => {
  officeOn(caller, side, team)
  const who = acting(roleOf(side))
  const seat = team.admins[side]
  const starts = team.state === 'forming' && team.admins[otherSide(side)]?.acceptedAt
  const act = starts ? ('start' as const) : ('accept' as const)
  const data = { side, office: seat?.nodeName ?? '' }
  for (const done of ['start', 'accept'] as const)
    if (isReplay(team, who, done, version)) return moveTeam(team, who, { act: done, version, now, data: { side } })
  if (seat?.personId !== caller.personId) throw new AppError('NOT_ALLOWED_NOW', { message: '要由被指定的人本人接受。' })
  if (seat.acceptedAt) throw new AppError('NOT_ALLOWED_NOW', { message: '您已经接受了。' })
  const set = seated(team, side, { ...seat, acceptedAt: now }, now)
  const word = { title: '队伍已成立，可以编入队员', by: now, note: '两方管理员都已接受' }
  return moveTeam(team, who, { act, version, now, data }, set, starts ? await tellAuthorities(team, word) : [])
}

/** Word of an empty seat to both authorities. */
export const tellVacant = (team: TeamDoc, side: Side, now: Date) =>
  tellAuthorities(team, {
    title: `${sideLabels[side]}管理员已卸任`,
    by: dueAfterDays(now, successorDays),
    note: `请${sideLabels[side]}指定接任人，队伍照常活动`,
  })

export const resignSeat: Handler<Entries['resignSeat'], TeamDoc> = async (
  { side, reason, version },
  { subject: team, caller, now, acting },
) => {
  const who = acting(roleOf(side))
  const said = { act: 'resign', version, now, data: { side, reason } } as const
  if (isReplay(team, who, 'resign', version)) return moveTeam(team, who, said)
  if (team.admins[side]?.personId !== caller.personId)
    throw new AppError('NOT_ALLOWED_NOW', { message: '只有管理员本人可以卸任；换届请由上级撤销职务。' })
  return moveTeam(team, who, said, seated(team, side, null, now), await tellVacant(team, side, now))
}

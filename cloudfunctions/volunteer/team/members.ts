import { AppError } from 'types/app-error'
import type { teamEntries } from 'types/volunteer-team'
import { record, type Acting } from '../../kit/aggregate'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { applicant } from '../apply/apply'
import { applications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { tellApplicant } from '../messages'
import { isOnRoster, joiningTeam, leavingTeam } from './membership'
import { checkWorking, reachOf, workingTeam } from './reach'
import type { TeamDoc } from './team'
import { listVolunteers } from './team-store'

type Entries = typeof teamEntries
type Named = { id: string; name: string }

const doneOf = ({ _id, state, version }: ApplicationDoc) => ({ id: _id, state, version })

type Joining = { acting: Acting; now: Date; why: string }

const join = (doc: ApplicationDoc, team: Named, { acting, now, why }: Joining) => {
  const { set, push } = joiningTeam(doc, { id: team.id, name: team.name }, why, now)
  const word = { matter: '志愿服务队', result: '已编入', words: team.name, at: now }
  const data = { team: team.name, ...(doc.team ? { from: doc.team.name, reason: why } : {}) }
  return record(applications, doc, acting, 'join-team', {
    at: now,
    set,
    data,
    push: [...push, ...tellApplicant(doc, word)],
  })
}

/** Why this volunteer cannot join, or null where he may. */
const whyNot = (doc: ApplicationDoc, team: TeamDoc, caller: Caller): string | null => {
  if (!reachOf(caller, 'officer', doc)) return '不在您的范围内'
  if (!isOnRoster(doc)) return '不在已确认的名册里'
  if (doc.team && doc.team.id !== team._id) return `已在${doc.team.name}，请用“调整队伍”`
  return null
}

type One = { doc: ApplicationDoc | undefined; team: TeamDoc; caller: Caller; joining: Joining }

const addOne = async ({ doc, team, caller, joining }: One) => {
  // Who is out of reach is answered as who is not there.
  if (!doc || !reachOf(caller, 'officer', doc)) return { name: '', why: '没有找到这位志愿者' }
  const name = doc.personal?.name ?? ''
  const why = whyNot(doc, team, caller)
  if (why || doc.team?.id === team._id) return why ? { name, why } : null
  try {
    await join(doc, { id: team._id, name: team.name }, joining)
    return null
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'CONFLICT') return { name, why: '刚被别人改动，请再选一次' }
    throw thrown
  }
}

/** Each by himself: who cannot join is said with the reason, the others are in. */
export const addMembers: Handler<Entries['addMembers'], TeamDoc> = async (
  { volunteers },
  { subject: team, caller, now, acting },
) => {
  checkWorking(team)
  const found = new Map((await listVolunteers(volunteers)).map((doc) => [doc._id, doc]))
  const joining = { acting: acting('officer'), now, why: '编入' }
  const refused = []
  for (const id of volunteers) {
    const fault = await addOne({ doc: found.get(id), team, caller, joining })
    if (fault) refused.push(fault)
  }
  return { added: volunteers.length - refused.length, refused }
}

const checkVersion = (doc: ApplicationDoc, version: number) => {
  if (doc.version !== version) throw new AppError('CONFLICT')
}

/** From one team to another, or into his first, in one write: he is never in two. */
export const moveMember: Handler<Entries['moveMember'], ApplicationDoc> = async (
  { version, teamId, reason },
  { subject: doc, caller, now, acting },
) => {
  const team = await workingTeam(teamId, caller)
  if (doc.team?.id === teamId) return doneOf(doc)
  if (!isOnRoster(doc)) throw new AppError('NOT_ALLOWED_NOW', { message: '他不在已确认的名册里，不能编入队伍。' })
  checkVersion(doc, version)
  return join(doc, { id: team._id, name: team.name }, { acting: acting('officer'), now, why: reason })
}

const leave = (doc: ApplicationDoc, acting: Acting, reason: string, now: Date, told: boolean) => {
  const { set, push } = leavingTeam(doc, reason, now)
  const word = { matter: '志愿服务队', result: '已离队', words: reason, at: now }
  const data = { team: doc.team?.name ?? '', reason }
  const all = [...push, ...(told ? tellApplicant(doc, word) : [])]
  return record(applications, doc, acting, 'leave-team', { at: now, set, data, push: all })
}

export const removeMember: Handler<Entries['removeMember'], ApplicationDoc> = async (
  { version, reason },
  { subject: doc, now, acting },
) => {
  if (!doc.team) return doneOf(doc)
  checkVersion(doc, version)
  return leave(doc, acting('officer'), reason, now, true)
}

/** A volunteer leaves his team and stays on the roster. */
export const leaveTeam: Handler<Entries['leaveTeam'], ApplicationDoc> = async (
  { version, reason },
  { subject: doc, now, acting },
) => {
  if (!doc.team) return doneOf(doc)
  checkVersion(doc, version)
  return leave(doc, acting('applicant', applicant), reason, now, false)
}

export const systemLeave = (doc: ApplicationDoc, reason: string, now: Date, into: Named | null) => {
  const acting: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: reason }
  return into ? join(doc, into, { acting, now, why: reason }) : leave(doc, acting, reason, now, true)
}

import { randomBytes } from 'node:crypto'
import { AppError } from 'types/app-error'
import { formatDateTime } from 'types/calendar'
import { activityProblems, type ActivityForm } from 'types/volunteer-activity-form'
import { activityDictionary, isSpecial } from 'types/volunteer-activity-kinds'
import { activityMachine, type ActivityAct } from 'types/volunteer-activity-machine'
import { checklistProblems } from 'types/volunteer-activity-checklist'
import type { activityOfficeEntries } from 'types/volunteer-activity-office'
import { born, isReplay, move, type Acting, type OutboxItem } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { findNode, type NodeDoc } from '../node-store'
import { findTeam } from '../team/team-store'
import type { ActivityDoc, Notice } from './activity'
import { activities, createActivity, findActivity, listAttendeesIn } from './activity-store'
import { checkDrive } from './drive-store'
import { firstStep } from './schedule'

type Entries = typeof activityOfficeEntries
type Push = Omit<OutboxItem, 'id'>

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
export const followed = (activityId: string): Push => ({ to: 'local', kind: 'line', payload: { activityId } })

/** @throws AppError INVALID_INPUT with the sentence at its field */
const checkTimes = (form: ActivityForm, now: Date) => {
  const problems = Object.entries(activityProblems(form, now.getTime()))
  if (problems.length === 0) return
  const fields = Object.fromEntries(problems.map(([field, words]) => [`form.${field}`, words]))
  throw new AppError('INVALID_INPUT', { fields })
}

const nobody = (field: string, words: string) =>
  new AppError('INVALID_INPUT', { fields: { [`form.audience.${field}`]: words } })

/** Who may join: volunteers of the organising union or of one below it, or of a team of theirs. */
const audienceOf = async ({ audience }: ActivityForm, under: readonly string[]): Promise<ActivityDoc['audience']> => {
  const { nodeId, teamId, specialties } = audience
  const [node, team] = await Promise.all([findNode(nodeId), teamId ? findTeam(teamId) : null])
  const home = under.at(-1) ?? ''
  if (!node?.under.includes(home)) throw nobody('nodeId', '只能面向本工会和下级工会的志愿者')
  if (teamId && !team?.under.includes(home)) throw nobody('teamId', '没有找到这支队伍，请重新选择')
  return { nodeId, nodeName: node.name, teamId, teamName: team?.name ?? null, specialties }
}

const written = (form: ActivityForm, audience: ActivityDoc['audience']) => {
  const { title, kind, campaign, focus, place, meeting, contact, quota, bar, spot } = form
  return {
    ...{ title, kind, campaign, focus, place, meeting, contact, quota, bar, spot, audience },
    ...{ bring: form.bring || null, special: isSpecial(kind, campaign) },
    ...{ startsAt: new Date(form.startsAt), endsAt: new Date(form.endsAt), joinFrom: new Date(form.joinFrom) },
    ...{ joinUntil: new Date(form.joinUntil), leaveUntil: new Date(form.leaveUntil) },
  }
}
type Content = ReturnType<typeof written>
const said: readonly (keyof Content)[] = [
  ...([
    'title',
    'kind',
    'campaign',
    'focus',
    'place',
    'meeting',
    'contact',
    'quota',
    'bar',
    'spot',
    'audience',
  ] as const),
  ...(['bring', 'startsAt', 'endsAt', 'joinFrom', 'joinUntil', 'leaveUntil'] as const),
]

const done = ({ _id: id, state, version }: ActivityDoc) => ({ id, state, version })

export const createActivityOf: Handler<Entries['createActivity'], NodeDoc> = async (
  { _id, form, driveId },
  { subject: node, caller, now, acting },
) => {
  const before = await findActivity(_id)
  if (!before) {
    checkTimes(form, now)
    await checkDrive(driveId, node.under)
  }
  const content = written(form, await audienceOf(form, node.under))
  const doc: ActivityDoc = {
    ...born(acting('officer'), { _id, state: 'draft', under: node.under, subject: `志愿活动 ${form.title}`, at: now }),
    ...content,
    ...{ node: { id: node._id, name: node.name }, board: null, dictionary: activityDictionary, checklist: null },
    ...{
      organiser: caller.personId,
      line: [],
      secret: randomBytes(24).toString('base64url'),
      notices: [],
      reason: null,
    },
    ...{ clockStep: null, clockAt: null, driveId: driveId ?? null },
  }
  if (!before && (await createActivity(doc))) return done(doc)
  const stands = before ?? (await findActivity(_id))
  if (!stands || !isSameAuthor(stands, doc) || !isSame(stands, doc, said)) throw new AppError('ALREADY_EXISTS')
  return done(stands)
}

const keptNotices = 5

/** The notices with one more. */
export const noted = ({ notices }: ActivityDoc, kind: Notice['kind'], words: string, at: Date): Notice[] =>
  [...notices, { no: (notices.at(-1)?.no ?? 0) + 1, kind, words, at }].slice(-keptNotices)

/** What of a change those who joined have to know, in words a message can hold; null where nothing. */
const changeWord = (doc: ActivityDoc, content: Content): string | null => {
  if (+doc.startsAt !== +content.startsAt) return `改到${formatDateTime(content.startsAt).slice(5)}，请留意`
  if (+doc.endsAt !== +content.endsAt) return `结束时间改为${formatDateTime(content.endsAt).slice(5)}`
  if (doc.place !== content.place) return '活动地点有变化，请看详情'
  return doc.meeting !== content.meeting ? '集合地点有变化，请看详情' : null
}

const checkQuota = (doc: ActivityDoc, quota: number) => {
  const placed = Math.min(doc.line.length, doc.quota)
  if (quota < placed)
    throw new AppError('INVALID_INPUT', { fields: { 'form.quota': `已有 ${placed} 人报上名，名额不能再少` } })
}

type Step = Parameters<typeof move>[6]
const step = async (doc: ActivityDoc, acting: Acting, act: ActivityAct, version: number, what: Step) => {
  const { id, state, version: next } = await move(activities, activityMachine, doc, acting, act, version, what)
  return { id, state, version: next }
}

export const reviseActivity: Handler<Entries['reviseActivity'], ActivityDoc> = async (
  { version, form },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const isAgain = isReplay(doc, officer, 'revise', version)
  if (!isAgain) checkTimes(form, now)
  if (!isAgain && doc.state === 'open') checkQuota(doc, form.quota)
  const content = written(form, await audienceOf(form, doc.under))
  const same = isSame({ ...doc, ...content }, doc, said)
  if (doc.state !== 'open') return step(doc, officer, 'revise', version, { at: now, set: content, same })
  const words = changeWord(doc, content)
  const set = {
    ...{ ...content, ...firstStep(content, now), board: content.audience.nodeId },
    ...(words && { notices: noted(doc, 'changed', words, now) }),
  }
  const data = words ? { changed: words } : {}
  return step(doc, officer, 'revise', version, { at: now, set, same, data, push: [followed(doc._id)] })
}

export const checkActivity: Handler<Entries['checkActivity'], ActivityDoc> = (
  { version, checklist },
  { subject: doc, now, acting },
) => {
  const problems = checklistProblems(checklist)
  // A published activity never falls back behind what it was published with.
  if (doc.state === 'open' && Object.keys(problems).length > 0)
    throw new AppError('INVALID_INPUT', { fields: problems, message: Object.values(problems)[0] })
  const same = isSame({ ...doc, checklist }, doc, ['checklist'])
  const data = { missing: Object.keys(problems).length }
  return step(doc, acting('officer'), 'check', version, { at: now, set: { checklist }, data, same })
}

/** What keeps it from being published, in sentences. */
export const missingOf = ({ checklist }: ActivityDoc): string[] =>
  checklist ? Object.values(checklistProblems(checklist)) : ['还没有核对安全准备']

export const publishActivity: Handler<Entries['publishActivity'], ActivityDoc> = (
  { version },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  if (!isReplay(doc, officer, 'publish', version)) {
    const [missing] = missingOf(doc)
    if (missing) throw refuse(`安全准备没有核对完，不能发布：${missing}。`)
    if (doc.startsAt <= now || doc.joinUntil <= now) throw refuse('报名截止时间或开始时间已过，请先修改时间。')
  }
  const set = { board: doc.audience.nodeId, ...firstStep(doc, now) }
  return step(doc, officer, 'publish', version, { at: now, set })
}

const over = { board: null, clockStep: null, clockAt: null }

export const cancelActivity: Handler<Entries['cancelActivity'], ActivityDoc> = (
  { version, reason },
  { subject: doc, now, acting },
) =>
  step(doc, acting('officer'), 'cancel', version, {
    ...{ at: now, set: { ...over, reason }, data: { reason }, same: doc.reason === reason },
    push: [followed(doc._id)],
  })

const checkSettled = async (doc: ActivityDoc, now: Date) => {
  if (now < doc.endsAt) throw refuse('还没到结束时间，到时再确认。')
  const left = await listAttendeesIn(doc._id, ['present', 'joined'])
  const present = left.filter(({ state }) => state === 'present').length
  if (present > 0) throw refuse(`还有 ${present} 人没有签退，请先登记离开的时间和原因。`)
  const late = left.filter(({ claims }) => claims.length > 0).length
  if (late > 0) throw refuse(`还有 ${late} 人断网补交的签到没有核对。`)
}

/** Says that it is over: who joined and never came is noted as absent. */
export const finishActivity: Handler<Entries['finishActivity'], ActivityDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  if (doc.state === 'running' && !isReplay(doc, officer, 'finish', version)) await checkSettled(doc, now)
  return step(doc, officer, 'finish', version, { at: now, set: over, push: [followed(doc._id)] })
}

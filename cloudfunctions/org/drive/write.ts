import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import { driveProblems, type DriveForm } from 'types/drive-form'
import { driveMachine } from 'types/drive-machine'
import type { driveEntries } from 'types/org-drive'
import { born, move, type Acting } from '../../kit/aggregate'
import { eachAlone } from '../../kit/each-alone'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { formOf, type DriveDoc } from './drive'
import { createDrive as insertDrive, drives as allDrives, findDrive, listOver } from './drive-store'
import { findActivities, findBooths, findContests } from './parts-store'

type Entries = typeof driveEntries

const refuse = (field: string, sentence: string) => new AppError('INVALID_INPUT', { fields: { [field]: sentence } })

/** @throws AppError INVALID_INPUT with the sentence at its field */
const checkForm = (form: DriveForm) => {
  const problems = Object.entries(driveProblems(form))
  if (problems.length === 0) return
  const fields = Object.fromEntries(problems.map(([field, words]) => [`form.${field}`, words]))
  throw new AppError('INVALID_INPUT', { fields })
}

const written = (form: DriveForm) => ({ ...form, slogan: form.slogan ?? '', kinds: [...new Set(form.kinds)] })
const subjectOf = ({ theme }: Pick<DriveForm, 'theme'>) => `主题活动「${theme}」`
const doneOf = ({ _id: id, state, version }: DriveDoc) => ({ id, state, version })

const facts = [
  ...(['nodeId', 'theme', 'slogan', 'cover', 'pattern', 'from', 'to'] as const),
  ...(['monthly', 'open', 'stages', 'goals', 'kinds'] as const),
]

export const createDrive: Handler<Entries['createDrive'], NodeDoc> = async (
  { _id, form },
  { subject: node, acting, now },
) => {
  if (node.authority !== 'union') throw refuse('nodeId', '主题活动由工会举办')
  checkForm(form)
  const birth = { _id, state: 'draft' as const, under: node.under, subject: subjectOf(form), at: now }
  const doc: DriveDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, nodeName: node.name, ...written(form) },
    ...{ contests: [], activities: [], booths: [], reason: null },
  }
  if (await insertDrive(doc)) return doneOf(doc)
  const before = await findDrive(_id)
  if (!before || !isSameAuthor(before, doc)) throw new AppError('ALREADY_EXISTS')
  // Revised since: the first answer still holds.
  if (before.version === 0 && !isSame(before, doc, facts)) throw new AppError('ALREADY_EXISTS')
  return doneOf(before)
}

const changedIn = (doc: DriveDoc, form: DriveForm) => {
  const before = formOf(doc)
  const after = written(form)
  return (Object.keys(after) as (keyof DriveForm)[]).filter((key) => !isDeepStrictEqual(before[key], after[key]))
}

export const reviseDrive: Handler<Entries['reviseDrive'], DriveDoc> = (
  { version, form },
  { subject: doc, acting, now },
) => {
  checkForm(form)
  const changed = changedIn(doc, form)
  const set = { ...written(form), subject: subjectOf(form) }
  const step = { at: now, set, data: { changed }, same: changed.length === 0 }
  return move(allDrives, driveMachine, doc, acting('officer'), 'revise', version, step)
}

type Found = { _id: string; under: readonly string[] }

/** Everything chosen must be there, at the drive's own union or below it. */
const checkChosen = (doc: DriveDoc, field: string, ids: readonly string[], found: readonly Found[]) => {
  const known = found.filter(({ under }) => under.includes(doc.nodeId)).map(({ _id }) => _id)
  if (ids.some((id) => !known.includes(id))) throw refuse(field, '选中的内容有的已经没有了，请重新选择')
}

export const fillDrive: Handler<Entries['fillDrive'], DriveDoc> = async (
  { version, ...asked },
  { subject: doc, acting, now },
) => {
  const [contests, activities, booths] = [asked.contests, asked.activities, asked.booths].map((ids) => [
    ...new Set(ids),
  ]) as [string[], string[], string[]]
  const [ofQuiz, ofVolunteers, stands] = await Promise.all([
    contests.length > 0 ? findContests(contests) : [],
    activities.length > 0 ? findActivities(activities) : [],
    booths.length > 0 ? findBooths(booths) : [],
  ])
  const living = ofQuiz.filter(({ state }) => state !== 'dropped')
  checkChosen(doc, 'contests', contests, living)
  checkChosen(
    doc,
    'activities',
    activities,
    ofVolunteers.filter(({ state }) => state !== 'cancelled'),
  )
  checkChosen(doc, 'booths', booths, stands)
  const set = { contests, activities, booths }
  const same = isDeepStrictEqual(set, { contests: doc.contests, activities: doc.activities, booths: doc.booths })
  return move(allDrives, driveMachine, doc, acting('officer'), 'fill', version, { at: now, set, data: set, same })
}

export const moveDrive: Handler<Entries['moveDrive'], DriveDoc> = (
  { version, act, reason },
  { subject: doc, acting, now },
) => {
  if (act === 'publish' && doc.state === 'draft' && doc.to < dateOf(now))
    throw new AppError('NOT_ALLOWED_NOW', { message: '日期已经过去了，请先改日期再发布。' })
  const words = act === 'withdraw' ? (reason ?? '') : null
  const step = { at: now, set: { reason: words }, data: { reason: words }, same: doc.reason === words }
  return move(allDrives, driveMachine, doc, acting('officer'), act, version, step)
}

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '主题活动到期结束' }

/** Ends what is over. @returns how many */
export const endDrives = async (now: Date): Promise<number> => {
  const over = await listOver(dateOf(now))
  await eachAlone(over, (doc) => move(allDrives, driveMachine, doc, clock, 'end', doc.version, { at: now }))
  return over.length
}

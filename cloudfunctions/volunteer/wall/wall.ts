import { AppError } from 'types/app-error'
import { wallKeepMonths } from 'types/volunteer-keep'
import { hiddenDays, photosEach, photoMachine, type wallEntries } from 'types/volunteer-wall'
import { born, move, type Acting } from '../../kit/aggregate'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import type { ActivityDoc, AttendanceDoc } from '../activity/activity'
import { findActivity, findAttendance, attendanceId, findEnrolled } from '../activity/activity-store'
import { applicant } from '../apply/apply'
import { removeFiles } from '../apply/papers'
import type { Work } from '../local-work'
import { forgottenIn } from '../privacy/forgotten'
import { takePhoto } from './take-photo'
import {
  createPhoto,
  findPhoto,
  listOwnPhotos,
  listPhotosToRemove,
  pageOfWall,
  wallPhotos,
  type WallPhotoDoc,
} from './wall-store'

type Entries = typeof wallEntries

const dayMs = 86_400_000
const tookPart: readonly AttendanceDoc['state'][] = ['joined', 'present', 'served']

// The same words whatever the id: who guesses one learns nothing.
const notThere = () => new AppError('NOT_ALLOWED_NOW', { message: '只有参加了这次活动的志愿者能看到照片。' })

/** The caller's part in the activity. @throws AppError NOT_ALLOWED_NOW where he has none: walls are for who was there */
const participantOf = async (activityId: string, openid: string) => {
  const application = await findEnrolled(openid)
  const attendance = application && (await findAttendance(attendanceId(activityId, application._id)))
  if (!application || !attendance || !tookPart.includes(attendance.state)) throw notThere()
  return application._id
}

const toViews = async (docs: readonly WallPhotoDoc[], own: string | null) => {
  const urls = await tempUrls(docs.flatMap(({ fileId }) => fileId ?? []))
  return docs.map(({ _id: id, version, state, fileId, applicationId, createdAt: at }) => ({
    ...{ id, version, state, url: urls.get(fileId ?? '') ?? '', mine: own !== null && applicationId === own, at },
  }))
}

const hasBegun = ({ state, startsAt }: ActivityDoc, now: Date) =>
  (state === 'open' || state === 'running' || state === 'done') && startsAt <= now

/** What is shown, and on the first page one's own that still waits. */
export const wall: Handler<Entries['wall']> = async ({ id, page, size }, { caller: { openid }, now }) => {
  const [own, activity] = await Promise.all([participantOf(id, openid), findActivity(id)])
  if (!activity) throw notThere()
  const [{ items, more }, mine] = await Promise.all([
    pageOfWall(id, ['shown'], { page, size }),
    page === 1 ? listOwnPhotos(own, id) : [],
  ])
  const waiting = mine.filter(({ state }) => state === 'waiting')
  const mayPost = hasBegun(activity, now)
  return { title: activity.title, items: await toViews([...waiting, ...items], own), more, mayPost }
}

/** Everything but what is gone, for the organiser. */
export const officeWall: Handler<Entries['officeWall'], ActivityDoc> = async (
  { page, size },
  { subject: activity, now },
) => {
  const { items, more } = await pageOfWall(activity._id, ['waiting', 'shown', 'hidden'], { page, size })
  const mayPost = hasBegun(activity, now)
  return { title: activity.title, items: await toViews(items, null), more, mayPost }
}

const doneOf = ({ _id, state, version }: WallPhotoDoc) => ({ id: _id, state, version })

type Hanging = { _id: string; fileId: string; activity: ActivityDoc; own: string | null; acting: Acting; now: Date }

const hang = async ({ _id, fileId, activity, own, acting, now }: Hanging) => {
  const before = await findPhoto(_id)
  if (before) {
    if (before.activityId !== activity._id || before.applicationId !== own) throw new AppError('ALREADY_EXISTS')
    return doneOf(before)
  }
  if (!hasBegun(activity, now)) throw new AppError('NOT_ALLOWED_NOW', { message: '活动开始之后才能传照片。' })
  const copy = await takePhoto(activity._id, _id, fileId)
  const removeAt = new Date(now)
  removeAt.setMonth(removeAt.getMonth() + wallKeepMonths)
  const birth = { _id, under: activity.under, subject: `活动照片 ${activity.title}`, at: now }
  const doc: WallPhotoDoc = {
    // The organiser has looked at what he hangs himself.
    ...born(acting, { ...birth, state: own === null ? 'shown' : 'waiting' }),
    ...{ activityId: activity._id, applicationId: own, fileId: copy, removeAt },
  }
  if (await createPhoto(doc)) return doneOf(doc)
  const stands = await findPhoto(_id)
  if (!stands) throw new AppError('SERVICE_BUSY')
  return doneOf(stands)
}

export const postPhoto: Handler<Entries['postPhoto']> = async (
  { _id, id, fileId },
  { caller: { openid }, now, acting },
) => {
  const [own, activity] = await Promise.all([participantOf(id, openid), findActivity(id)])
  if (!activity) throw notThere()
  const mine = (await listOwnPhotos(own, id)).filter((one) => one._id !== _id && one.state !== 'removed')
  if (mine.length >= photosEach)
    throw new AppError('NOT_ALLOWED_NOW', { message: `一次活动每人最多传 ${photosEach} 张，可以先撤下几张。` })
  return hang({ _id, fileId, activity, own, acting: acting('applicant', applicant), now })
}

export const hangPhoto: Handler<Entries['hangPhoto'], ActivityDoc> = (
  { _id, fileId },
  { subject: activity, now, acting },
) => hang({ _id, fileId, activity, own: null, acting: acting('officer'), now })

/** Whoever was there may have a picture hidden at once, without a reason. */
export const hidePhoto: Handler<Entries['hidePhoto']> = async ({ id }, { caller: { openid }, now, acting }) => {
  const doc = await findPhoto(id)
  if (!doc) throw notThere()
  await participantOf(doc.activityId, openid)
  if (doc.state === 'hidden' || doc.state === 'removed') return doneOf(doc)
  const set = { removeAt: new Date(now.getTime() + hiddenDays * dayMs) }
  return move(wallPhotos, photoMachine, doc, acting('applicant', applicant), 'hide', doc.version, { at: now, set })
}

const gone = { fileId: null, removeAt: null }
const dropFile = ({ fileId }: WallPhotoDoc) => removeFiles(fileId ? [fileId] : [])

export const settlePhoto: Handler<Entries['settlePhoto'], WallPhotoDoc> = async (
  { version, act, reason },
  { subject: doc, now, acting },
) => {
  const step = { at: now, data: { reason: reason ?? '' }, set: act === 'remove' ? gone : {} }
  const done = await move(wallPhotos, photoMachine, doc, acting('officer'), act, version, step)
  if (act === 'remove') await dropFile(doc)
  return done
}

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const expire = async (doc: WallPhotoDoc, verb: string, now: Date, more: Partial<WallPhotoDoc> = {}) => {
  await dropFile(doc)
  const step = { at: now, set: { ...gone, ...more } }
  await move(wallPhotos, photoMachine, doc, clock(verb), 'expire', doc.version, step)
}

/** Pictures whose time is over. @returns how many */
export const dropOldPhotos = async (now: Date): Promise<number> => {
  const due = await listPhotosToRemove(now)
  for (const doc of due) await expire(doc, '到期删除活动照片', now)
  return due.length
}

/** Who erased himself takes his pictures with him. */
export const forgetPhotos: Work = async ({ payload }, at) => {
  for (const doc of await listOwnPhotos(forgottenIn(payload)))
    if (doc.state === 'removed') await wallPhotos.update({ _id: doc._id }, { applicationId: null })
    else await expire(doc, '注销，撤下照片', at, { applicationId: null })
}

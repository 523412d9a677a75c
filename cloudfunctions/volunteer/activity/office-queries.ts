import { AppError } from 'types/app-error'
import { formatDateTime } from 'types/calendar'
import { signWindow } from 'types/volunteer-activity-hours'
import { toScene } from 'types/ids'
import type { activityOfficeEntries } from 'types/volunteer-activity-office'
import { qrPicture } from '../../kit/qr-picture'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import type { ActivityDoc } from './activity'
import { listAttendees, listAttendeesIn, listNames, pageActivities, pageAppeals } from './activity-store'
import { codeOf, digitsOf, slotAt, slotStart } from './code'
import { countsOf, nameOf, toOfficeActivity, toRow } from './views'

type Entries = typeof activityOfficeEntries

export const officeActivities: Handler<Entries['officeActivities'], NodeDoc> = async (input, { subject: node }) => {
  const { items, more } = await pageActivities(node._id, input.state, input)
  return { items: items.map((doc) => ({ ...toRow(doc, null), version: doc.version, present: 0 })), more }
}

const namesOf = async (applicationIds: readonly string[]) =>
  new Map((applicationIds.length > 0 ? await listNames(applicationIds) : []).map((one) => [one._id, one]))

export const officeActivity: Handler<Entries['officeActivity'], ActivityDoc> = async (
  _input,
  { subject: doc, caller, now },
) => {
  const people = await listAttendees(doc._id)
  const names = await namesOf(people.map(({ applicationId }) => applicationId))
  return toOfficeActivity(doc, { people, names, personId: caller.personId, now })
}

const ahead = 6

/** What the QR code holds: an address that opens the mini program where one is set, else the scene alone. */
const textOf = (code: string) => `${process.env.SCAN_LINK ?? ''}${toScene({ kind: 'attend', id: code })}`

/** Codes of the next two minutes. They are worked out, never stored. */
export const activityCodes: Handler<Entries['activityCodes'], ActivityDoc> = async ({ way }, { subject: doc, now }) => {
  const { from, to } = signWindow(doc, way)
  if (doc.state === 'draft' || doc.state === 'cancelled' || doc.state === 'done')
    throw new AppError('NOT_ALLOWED_NOW', { message: '这次活动现在不能签到。' })
  if (now < from || now >= to)
    throw new AppError('NOT_ALLOWED_NOW', {
      message: `${way === 'in' ? '签到' : '签退'}时间是 ${formatDateTime(from).slice(5)} 到 ${formatDateTime(to).slice(5)}。`,
    })
  const signed = await listAttendeesIn(doc._id, way === 'in' ? ['present', 'served'] : ['served'])
  const current = slotAt(now)
  const slots = Array.from({ length: ahead }, (_, index) => current + index).filter((slot) => slotStart(slot) < to)
  return {
    ...{ now, until: to, signed: signed.length, joined: countsOf(doc).joined },
    items: slots.map((slot) => {
      const text = textOf(codeOf(doc, way, slot))
      const times = { from: slotStart(slot), to: slotStart(slot + 1) }
      return { ...times, digits: digitsOf(doc, way, slot), text, qr: qrPicture(text) }
    }),
  }
}

export const absenceAppeals: Handler<Entries['absenceAppeals'], NodeDoc> = async (input, { subject: node, caller }) => {
  const { items, more } = await pageAppeals(node._id, input)
  const names = await namesOf(items.map(({ applicationId }) => applicationId))
  const rows = items.map((doc) => ({
    ...{ id: doc._id, version: doc.version, activityId: doc.activityId, title: doc.title, startsAt: doc.startsAt },
    ...{ name: nameOf(names, doc.applicationId), words: doc.appeal?.words ?? '（已删除）' },
    ...{ at: doc.appeal?.at ?? doc.updatedAt, byMe: doc.organiser === caller.personId },
  }))
  return { items: rows, more }
}

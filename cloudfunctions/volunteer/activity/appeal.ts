import { AppError } from 'types/app-error'
import { addDays, dateOf, endOfDay } from 'types/calendar'
import { activityRules } from 'types/volunteer-activity-kinds'
import type { activityEntries } from 'types/volunteer-activity'
import { attendanceMachine } from 'types/volunteer-activity-machine'
import type { activityOfficeEntries } from 'types/volunteer-activity-office'
import { isReplay, move } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { AttendanceDoc, StoredAppeal } from './activity'
import { attendances } from './activity-store'
import { countAnew, tellAnswer } from './messages'

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** The end of the last day on which a no-show may be explained. */
export const appealUntil = ({ endsAt }: AttendanceDoc) => endOfDay(addDays(dateOf(endsAt), activityRules.appealDays))

/** Whether a no-show may still be explained: once, and in time. */
export const mayAppeal = (doc: AttendanceDoc, now: Date) =>
  doc.state === 'absent' && doc.appeal === null && now <= appealUntil(doc)

/** The volunteer's own words about a no-show, once. */
export const appealAbsence: Handler<(typeof activityEntries)['appealAbsence'], AttendanceDoc> = async (
  { version, words },
  { subject: doc, caller: { openid }, now, acting },
) => {
  const who = acting('applicant', { by: 'volunteer', name: '志愿者' })
  if (!isReplay(doc, who, 'appeal', version)) {
    if (doc.appeal) throw refuse('您已经说明过了，请等答复。')
    if (doc.state === 'absent' && now > appealUntil(doc))
      throw refuse(`活动结束 ${activityRules.appealDays} 天内可以说明，现在已经过期。`)
  }
  const check = doc.appeal ? doc.appeal.check : await checkText(openid, words, 'log')
  const appeal: StoredAppeal = { words, at: now, check, answer: null }
  const step = { at: now, set: { appeal, appealOpen: true }, same: doc.appeal?.words === words }
  const { id, state, version: next } = await move(attendances, attendanceMachine, doc, who, 'appeal', version, step)
  return { id, state, version: next }
}

/** Decided by somebody who did not organise the activity. */
export const answerAbsence: Handler<(typeof activityOfficeEntries)['answerAbsence'], AttendanceDoc> = async (
  { version, upheld, words },
  { subject: doc, caller, now, acting },
) => {
  const officer = acting('officer')
  const act = upheld ? 'excuse' : 'refuse'
  if (!isReplay(doc, officer, act, version)) {
    if (caller.personId === doc.organiser)
      throw new AppError('SAME_PERSON', { message: '这次活动是您组织的，请由另一位工会干部答复。' })
    if (!doc.appeal || doc.appeal.answer) throw refuse('没有等着答复的说明，请刷新后再看。')
  }
  const answer = { words, upheld, by: officer.name, at: now }
  const set = { appeal: doc.appeal && { ...doc.appeal, answer }, appealOpen: false }
  const push = [
    ...tellAnswer(doc.openid, upheld, words, now),
    ...(upheld ? countAnew(doc.applicationId, doc.year) : []),
  ]
  const step = { at: now, set, push, data: { upheld, words }, same: doc.appeal?.answer?.words === words }
  const { id, state, version: next } = await move(attendances, attendanceMachine, doc, officer, act, version, step)
  return { id, state, version: next }
}

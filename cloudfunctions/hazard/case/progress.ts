import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import { isListed } from 'types/hazard'
import { mostNotes, progressDays } from 'types/hazard-five'
import type { planEntries } from 'types/hazard-plan'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { checkUploaded, knownPhotos, takePhotos } from '../report/photo-ids'
import { advance, isRetry } from './step'

/** By when the enterprise next says how far it is: the end of that day. */
export const nextProgress = (doc: Pick<HazardDoc, 'grade' | 'state' | 'listing'>, now: Date): Date =>
  dueAfterDays(now, doc.grade === 'major' || isListed(doc) ? progressDays.watched : progressDays.usual)

const full = () => new AppError('NOT_ALLOWED_NOW', { message: `进展最多记 ${mostNotes} 条，请直接回复整改情况。` })

const takeNote = async (doc: HazardDoc, words: string, fileIds: readonly string[], openid: string, now: Date) => {
  if (doc.notes.length >= mostNotes) throw full()
  const photos = takePhotos(doc._id, fileIds, knownPhotos(doc), now)
  await Promise.all([checkText(openid, words, 'log'), checkUploaded(photos)])
  return photos
}

/** How far the enterprise is; the next note is due a period later. */
export const progress: Handler<(typeof planEntries)['progress'], HazardDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  const fixer = acting('fixer')
  const isNew = doc.state === 'fixing' && !isRetry(doc, fixer, 'progress', input.version)
  const photos = isNew ? await takeNote(doc, input.words, input.photos, caller.openid, now) : []
  const last = doc.notes.at(-1)
  const note = { words: input.words, photos, at: now, by: caller.personId }
  return advance(doc, fixer, 'progress', input.version, {
    at: now,
    same: last?.words === input.words && last.photos.length === input.photos.length,
    data: { words: input.words },
    set: { notes: [...doc.notes, note], progressDueAt: nextProgress(doc, now), ...(photos[0] && { clockAt: now }) },
  })
}

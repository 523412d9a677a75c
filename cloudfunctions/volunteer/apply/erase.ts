import { AppError } from 'types/app-error'
import { isReplay, record, type Acting, type OutboxItem } from '../../kit/aggregate'
import { applications, closedKey, listApplicationsOf, listDueForErasure, moveApplication } from '../application-store'
import { countMove } from '../counting'
import type { ApplicationDoc } from '../documents'
import { offDesk } from '../review/standing'
import { leavingTeam } from '../team/membership'
import { forgottenItem } from '../privacy/forgotten-item'
import { forgetRosterRows } from '../roster/roster-store'
import { personalFilesOf, removeFiles } from './papers'

type Push = Omit<OutboxItem, 'id'>

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const impersonal = ({ _id }: ApplicationDoc) => ({
  ...{ personal: null, liveKey: closedKey(_id), idMark: closedKey(_id), eraseAt: null },
  ...{ prints: [], printsDropAt: null, ...offDesk, correction: null, correctionAt: null, openid: null },
})

// Opinions are words about a person.
const withoutWords = ({ firstOpinion, unionOpinion, regulatorOpinion, leaving }: ApplicationDoc) => ({
  firstOpinion: firstOpinion && { ...firstOpinion, words: '' },
  leaving: leaving && { ...leaving, reason: '', appeal: null },
  unionOpinion: unionOpinion && { ...unionOpinion, words: '' },
  regulatorOpinion: regulatorOpinion && { ...regulatorOpinion, words: '' },
})

const verb = '注销并删除个人信息'

/**
 * Whatever state it stands in, the application is closed and holds nobody any more: pictures and roster rows at once,
 * the rest of the rooms by the work `forgotten`. Numbers others are added up to stay.
 * @param version what the person saw
 */
export const eraseApplication = async (doc: ApplicationDoc, version: number, now: Date, more: Push[] = []) => {
  const acting = clock(verb)
  if (isReplay(doc, acting, 'erase', version)) return { id: doc._id, state: doc.state, version: doc.version }
  if (doc.version !== version) throw new AppError('CONFLICT')
  await removeFiles(personalFilesOf(doc))
  await forgetRosterRows(doc._id)
  const left = leavingTeam(doc, '注销', now)
  const set = { ...impersonal(doc), ...withoutWords(doc), ...left.set }
  const counted = countMove(doc, { ...doc, deskId: null, state: 'withdrawn' })
  const push = [...counted, ...left.push, ...more, forgottenItem(doc._id)]
  return moveApplication(doc, acting, 'erase', version, { at: now, set, push })
}

/** A person erased himself everywhere; org, who sent this, takes the roster from the person itself. */
export const eraseApplicationsOf = async (openid: string, now: Date): Promise<void> => {
  for (const doc of await listApplicationsOf(openid, 100)) await eraseApplication(doc, doc.version, now)
}

/** Closed applications whose time is over lose what is personal. @returns how many */
export const eraseDue = async (now: Date): Promise<number> => {
  const due = await listDueForErasure(now)
  for (const doc of due) {
    await removeFiles(personalFilesOf(doc))
    await forgetRosterRows(doc._id)
    const left = leavingTeam(doc, '到期删除', now)
    const set = { ...impersonal(doc), ...withoutWords(doc), ...left.set }
    const push = [...left.push, forgottenItem(doc._id)]
    await record(applications, doc, clock('到期删除个人信息'), 'expire', { at: now, set, push })
  }
  return due.length
}

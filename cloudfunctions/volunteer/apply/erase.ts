import type { Acting } from '../../kit/aggregate'
import { record } from '../../kit/aggregate'
import { applications, closedKey, listApplicationsOf, listDueForErasure, moveApplication } from '../application-store'
import { countMove } from '../counting'
import type { ApplicationDoc } from '../documents'
import { personalFilesOf, removeFiles } from './papers'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const impersonal = ({ _id }: ApplicationDoc) => ({
  ...{ personal: null, liveKey: closedKey(_id), idMark: closedKey(_id), eraseAt: null },
  ...{ prints: [], printsDropAt: null },
})

// Opinions are words about a person.
const withoutWords = ({ unionOpinion, regulatorOpinion }: ApplicationDoc) => ({
  unionOpinion: unionOpinion && { ...unionOpinion, words: '' },
  regulatorOpinion: regulatorOpinion && { ...regulatorOpinion, words: '' },
})

/** A person erased himself: whatever state it stood in, the application is closed and holds nobody any more. */
export const eraseApplicationsOf = async (openid: string, now: Date): Promise<void> => {
  for (const doc of await listApplicationsOf(openid, 100)) {
    await removeFiles(personalFilesOf(doc))
    const set = { ...impersonal(doc), ...withoutWords(doc), openid: null }
    // org, who sent this, takes the roster from the person itself.
    const push = countMove(doc, { ...doc, state: 'withdrawn' })
    await moveApplication(doc, clock('注销并删除个人信息'), 'erase', doc.version, { at: now, set, push })
  }
}

/** Closed applications whose time is over lose what is personal. @returns how many */
export const eraseDue = async (now: Date): Promise<number> => {
  const due = await listDueForErasure(now)
  for (const doc of due) {
    await removeFiles(personalFilesOf(doc))
    const set = { ...impersonal(doc), ...withoutWords(doc) }
    await record(applications, doc, clock('到期删除个人信息'), 'expire', { at: now, set })
  }
  return due.length
}

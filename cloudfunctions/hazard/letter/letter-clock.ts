import { formatMonthDay, isOverdue } from 'types/calendar'
import { command } from '../../kit/cloud'
import { messageTo } from '../../kit/message'
import { listOfficersNear } from '../../kit/officers-near'
import type { LetterDoc } from './letter'
import { listToRemind, patchLetter } from './letter-store'

const batch = 50

const reminder = ({ _id, to, under: line }: LetterDoc, openid: string, title: string, by: Date, note: string) => {
  const values = { thing1: title, thing2: to, time3: by, thing4: note }
  const page = `packages/office/letter?id=${_id}`
  return messageTo({ openid, template: 'work-to-do', values, page, trigger: 'letter', line })
}

const remindOne = async (doc: LetterDoc, now: Date) => {
  const due = doc.replyDueAt ?? now
  const late = isOverdue(due, now)
  const line = doc.under.slice(0, doc.under.indexOf(doc.issuer.id) + 1)
  const [title, note] = late
    ? ['建议函到期没有答复', '可提请监管部门和上级工会']
    : ['建议函快到答复期限', `${formatMonthDay(due)}前应有答复`]
  const items = (await listOfficersNear(line)).map(({ _id: openid, personId }) => ({
    ...reminder(doc, openid, title, due, note),
    id: `${doc._id}.${late ? 'late' : 'soon'}.${personId}`,
  }))
  // A mark and its messages in one write: once each, whenever the clock dies. No version: nobody's decision is disturbed.
  const next = late ? null : new Date(due.getTime() + 1)
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: new Date() } : {}
  await patchLetter(doc._id, { state: 'sent', clockAt: doc.clockAt }, { clockAt: next, ...waiting })
}

/** Reminds the officers of the union that sent a letter: once before the answer is due, once when it did not come. */
export const remindOfLetters = async (now: Date): Promise<number> => {
  const due = await listToRemind(now, batch)
  for (const doc of due) await remindOne(doc, now)
  return due.length
}

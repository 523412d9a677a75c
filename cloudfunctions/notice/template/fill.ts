import { formatDate } from 'types/calendar'
import { checkFields, fillFields } from 'types/check-fields'
import type { LongRule } from 'types/fit-wording'
import { personalIn, placeholders, type Known } from 'types/placeholders'
import type { TemplateKey, Wording } from 'types/template-keys'
import type { Recipient } from '../audience/audience-store'
import type { MessageDoc, PushDoc } from '../documents'

/** What a message says, and in whose name and on which day (null: whichever takes the most room): as a push keeps it. */
export type Worded = {
  template: TemplateKey
  wording: Wording
  longRule?: LongRule | null
  union?: string
  day: Date | null
}

const common = ({ union, day }: Worded): Known => ({
  union,
  day: day ? formatDate(day) : placeholders.day.longest,
})
const knownOf = (said: Worded, { name, unit }: Recipient): Known => ({ ...common(said), name, unit })

export const wordedOf = ({ template, wording, longRule, union, dueAt, createdAt }: PushDoc): Worded => ({
  ...{ template, wording, longRule, union, day: dueAt ?? createdAt },
})

/** The fields of the message to one recipient; `problem` where WeChat would not take one. */
export const fieldsFor = (said: Worded, to: Recipient) =>
  fillFields(said.template, said.wording, knownOf(said, to), said.longRule)

/** What was written, and what is wrong with it whoever gets it. */
export const checkWorded = (said: Worded) => checkFields(said.template, said.wording, common(said))

/** Likewise for a push that may begin on another day than this: a field has to have room for any. */
export const checkAnyDay = (said: Worded) => {
  const longest = checkWorded({ ...said, day: null })
  return checkWorded(said).map((field, index) => {
    const later = longest[index]?.problem
    return { ...field, problem: field.problem ?? (later ? `${later}（按最长的日期算）` : null) }
  })
}

/** Whether it reads differently from one recipient to the next. */
export const isPersonal = ({ wording }: Pick<Worded, 'wording'>) =>
  Object.values(wording).some((text) => personalIn(text).length > 0)

/** A message nobody can send, with its reason from the start: it is read in the app, in full. */
export const failedAtOnce = (message: MessageDoc, reason: string): MessageDoc => {
  const payload = { add: [{ key: `push.${message.pushId}`, field: 'failed', by: 1 }] }
  const item = { id: `${message.pushId}.failed`, to: 'counters', kind: 'count', payload }
  return { ...message, state: 'failed', reason, settledAt: message.at, outbox: [item], outboxAt: message.at }
}

import { reminderDue, yearOf, yearRuleOf } from 'types/volunteer-year-rules'
import { command } from '../../kit/cloud'
import { listAttendedBy, type Attended } from './attended-store'
import { remindShort } from './messages'
import { knownBy } from './names'
import { readYearRules } from './rules-store'
import type { YearDoc } from './year-doc'
import { listToRemind, patchYear } from './year-store'

const batch = 50

/** Special activities he has already joined and that are yet to come. */
const plannedOf = (doc: YearDoc, attended: readonly Attended[], now: Date) =>
  attended.filter(
    ({ applicationId, special, state, startsAt }) =>
      applicationId === doc.applicationId && special && state === 'joined' && startsAt > now,
  ).length

const remindOne = async (doc: YearDoc, reminder: string, openid: string | null, planned: number, now: Date) => {
  // Who has already joined enough is left in peace.
  const isDue = openid !== null && doc.times + planned < doc.need
  const item = { ...remindShort(doc, openid ?? ''), id: `${doc._id}.remind.${reminder}` }
  const waiting = isDue ? { outbox: command.push([item]), outboxAt: now } : {}
  // The mark and the message in one write: whenever the clock dies, nobody is told twice.
  await patchYear(doc._id, { told: doc.told, short: true }, { told: reminder, ...waiting })
}

/** Reminds who is short of special activities, once a reminder of the rule. @returns how many were looked at */
export const remindShortOnes = async (now: Date): Promise<number> => {
  const reminder = reminderDue(now, yearRuleOf(yearOf(now), await readYearRules()))
  if (!reminder) return 0
  const year = yearOf(now)
  const due = await listToRemind(year, reminder, batch)
  if (due.length === 0) return 0
  const ids = due.map(({ applicationId }) => applicationId)
  const [people, attended] = await Promise.all([knownBy(ids), listAttendedBy(ids, year)])
  for (const doc of due) {
    const person = people.get(doc.applicationId)
    await remindOne(doc, reminder, person?.openid ?? null, plannedOf(doc, attended, now), now)
  }
  return due.length
}

import { isQuiet } from 'types/notice-rules'
import type { PushDoc } from '../documents'
import { rulesByRoot } from '../rules/rules-store'
import { listUnderWay } from './push-store'

/** A push whose messages may be sent. `perPerson`: reminders a person gets a day; null for a trial, which is not counted. */
export type OpenPush = { _id: string; perPerson: number | null; withdrawn: string | null }

const rootOf = ({ under }: PushDoc) => under[0] ?? ''

const openAmong = async (underWay: readonly PushDoc[], now: Date): Promise<OpenPush[]> => {
  const rules = await rulesByRoot([...new Set(underWay.map(rootOf))])
  return underWay.flatMap((push): OpenPush[] => {
    const { withdrawn = null } = push
    if (push.testers) return [{ _id: push._id, perPerson: null, withdrawn }]
    const { perPerson, ...quiet } = rules(rootOf(push))
    return isQuiet(now, quiet) ? [] : [{ _id: push._id, perPerson, withdrawn }]
  })
}

/** Whose messages may be sent now, trials and small ones first: begun, not paused, and not in their tree's quiet hours; a trial at any. */
export const findOpen = async (now: Date): Promise<OpenPush[]> => openAmong(await listUnderWay(), now)

/** How many pushes are being laid out or sent; those that wait for the morning are not among them. */
export const countAtWork = async (now: Date): Promise<number> => {
  const underWay = await listUnderWay()
  const laidOut = underWay.filter(({ state }) => state === 'preparing')
  return laidOut.length + (await openAmong(underWay, now)).length
}

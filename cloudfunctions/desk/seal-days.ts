import { addDays, dateOf, endOfDay, formatDate, startOfDay, type CalendarDate } from 'types/calendar'
import { firstHead, foldEvent, openDay } from 'types/day-head'
import type { OutboxItem } from '../kit/aggregate'
import { command } from '../kit/cloud'
import { messageTo } from '../kit/message'
import type { HeadDoc } from './documents'
import { firstEventAt, listToSeal } from './event-store'
import { advanceHead, findLatestHead, openHead } from './head-store'
import { findRoot, listManagers } from './node-store'

/** A day waits this long for events whose archiving was held up. */
const graceMs = 3 * 3_600_000
const witnesses = 2
/** 80 bits of the head: what the longest field of the message holds. */
const shownDigits = 20

const isOver = (day: CalendarDate, now: Date) => now.getTime() > endOfDay(day).getTime() + graceMs

const newHead = (day: CalendarDate, previous: string): HeadDoc => ({
  ...{ _id: day, state: 'open', previous, head: openDay(previous, day), events: 0, at: null, after: '' },
  ...{ under: [], subject: `操作留痕 ${day}`, outbox: [], outboxAt: null, sealedAt: null },
})

const wordTo = (openid: string, rootName: string, { _id: day, head }: HeadDoc): OutboxItem => {
  const values = { thing1: `${day} 操作留痕封存`, thing2: rootName, time3: formatDate(startOfDay(day)) }
  const fields = { ...values, thing4: head.slice(0, shownDigits) }
  const said = { openid, template: 'work-to-do', values: fields, page: null, trigger: 'day-head' } as const
  return { id: `head.${day}.${openid}`, ...messageTo(said) }
}

/** Two people outside the database get the day's head: from then on it cannot be rewritten quietly. */
const witness = async (head: HeadDoc): Promise<{ under: string[]; outbox: OutboxItem[] }> => {
  const root = await findRoot()
  const managers = root ? await listManagers(root._id) : []
  const outbox = managers.slice(0, witnesses).map((openid) => wordTo(openid, root?.name ?? '', head))
  return { under: root?.under ?? [], outbox }
}

// Heads are chained: of several days sealed in one go the last one vouches for all.
const seal = async (head: HeadDoc, now: Date): Promise<HeadDoc | null> => {
  const isLatest = !isOver(addDays(head._id, 1), now)
  const { under, outbox } = isLatest ? await witness(head) : { under: [], outbox: [] }
  const waiting = outbox.length > 0 ? { outbox: command.push(outbox), outboxAt: now } : {}
  const sealed = await advanceHead(head, { state: 'sealed', sealedAt: now, under, ...waiting })
  return sealed ? { ...head, state: 'sealed' } : null
}

/** One page of an open day, or its seal. null where another run was faster. */
const fold = async (head: HeadDoc, now: Date): Promise<HeadDoc | null> => {
  const until = new Date(endOfDay(head._id).getTime() + 1)
  const page = await listToSeal(startOfDay(head._id), until, head)
  const last = page.at(-1)
  if (!last) return seal(head, now)
  const set = {
    head: page.reduce(foldEvent, head.head),
    events: head.events + page.length,
    at: last.at,
    after: last._id,
  }
  return (await advanceHead(head, set)) ? { ...head, ...set } : null
}

const begin = async (day: CalendarDate, previous: string): Promise<HeadDoc | null> => {
  const head = newHead(day, previous)
  return (await openHead(head)) ? head : null
}

/**
 * Seals every day that is over, oldest first, in at most `budget` pages. Begins with the day of the first event; a day
 * without events is sealed too, so that none can be left out.
 * @returns pages folded and days sealed
 */
export const sealDays = async (now: Date, budget: number): Promise<number> => {
  let head = await findLatestHead()
  if (!head) {
    const first = await firstEventAt()
    if (!first || !isOver(dateOf(first), now)) return 0
    head = await begin(dateOf(first), firstHead)
  }
  for (let ran = 0; ran < budget; ran++) {
    if (!head) return ran
    if (head.state === 'open') head = await fold(head, now)
    else if (isOver(addDays(head._id, 1), now)) head = await begin(addDays(head._id, 1), head.head)
    else return ran
  }
  return budget
}

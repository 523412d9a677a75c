import { endOfDay, dateOf, startOfDay } from 'types/calendar'
import { tellCity } from '../../config/seed/tell-city'

const today = '2026-11-22'
const hour = 3_600_000
const day = 24 * hour
/** The demonstration is told in the morning, before anybody is at work. */
const now = startOfDay(today).getTime() + 7 * hour

type Instant = { $date: { $numberLong: string } }
type Event = { subjectId: string; seq: number; at: Instant; by: string; act: string; kind: string }
type Hazard = { _id: string; state: string; overdue: boolean; dueAt: Instant | null; events: Event[]; serial: string }
type Person = { personId: string; grants: unknown[] }
type Line = { c?: string; d?: unknown }

const lines = tellCity(today).lines.map((line) => JSON.parse(line) as Line)
const documentsOf = <T>(collection: string) => lines.flatMap(({ c, d }) => (c === collection ? [d as T] : []))
const timeOf = (at: Instant) => Number(at.$date.$numberLong)

const events = documentsOf<Event>('events')
const hazards = documentsOf<Hazard>('hazards')
const stepOf = (hazard: Hazard, act: string) => {
  const event = hazard.events.find((one) => one.act === act)
  return event ? timeOf(event.at) : NaN
}
const assigned = hazards.flatMap((hazard) => (hazard.dueAt ? [{ hazard, due: timeOf(hazard.dueAt) }] : []))
const idsOf = (found: readonly { hazard: Hazard }[]) => found.map(({ hazard }) => hazard._id)

test('every step comes after the one before', () => {
  const told = [...events].sort((a, b) => a.subjectId.localeCompare(b.subjectId) || a.seq - b.seq)
  const backwards = told.filter((event, index) => {
    const before = told[index - 1]
    return before?.subjectId === event.subjectId && timeOf(event.at) <= timeOf(before.at)
  })
  expect(told.length).toBeGreaterThan(600)
  expect(backwards).toEqual([])
})

test('nothing has happened yet that is still to come', () => {
  expect(events.filter(({ at }) => timeOf(at) > now)).toEqual([])
})

test('who holds an office or fixes does so between eight and six', () => {
  const holders = new Set(
    documentsOf<Person>('people').flatMap(({ personId, grants }) => (grants.length > 0 ? [personId] : [])),
  )
  const theirs = events.filter(({ by }) => holders.has(by))
  const hourOf = (time: number) => (time - startOfDay(dateOf(new Date(time))).getTime()) / hour
  expect(theirs.length).toBeGreaterThan(400)
  expect(theirs.filter(({ at }) => hourOf(timeOf(at)) < 8 || hourOf(timeOf(at)) >= 18)).toEqual([])
})

test('a deadline is the end of a day, a full day or more after the hazard was handed over', () => {
  expect(assigned).toHaveLength(139)
  expect(idsOf(assigned.filter(({ due }) => due !== endOfDay(dateOf(new Date(due))).getTime()))).toEqual([])
  expect(idsOf(assigned.filter(({ hazard, due }) => !(due - stepOf(hazard, 'assign') >= day)))).toEqual([])
})

test('overdue is what is not answered past its deadline, and the clock has said so of every late one', () => {
  const open = assigned.filter(({ hazard }) => hazard.state === 'assigned' || hazard.state === 'fixing')
  expect(idsOf(open.filter(({ hazard, due }) => hazard.overdue !== due < now))).toEqual([])
  expect(hazards.filter(({ overdue }) => overdue)).toHaveLength(15)
  const until = (hazard: Hazard) => stepOf(hazard, 'answer') || now
  const unmarked = assigned.filter(({ hazard, due }) => due < until(hazard) !== stepOf(hazard, 'overdue') > due)
  expect(idsOf(unmarked)).toEqual([])
})

test('what is closed was reported five days ago or more', () => {
  const closed = hazards.filter(({ state }) => state === 'closed')
  expect(closed.filter((hazard) => !(now - stepOf(hazard, 'create') >= 5 * day))).toEqual([])
})

test('so many stand at every state', () => {
  const counts: Record<string, number> = {}
  for (const { state } of hazards) counts[state] = (counts[state] ?? 0) + 1
  expect(counts).toEqual({
    reported: 32,
    accepted: 24,
    assigned: 15,
    fixing: 44,
    answered: 24,
    closed: 53,
    reopened: 3,
    declined: 10,
    merged: 1,
  })
})

test('serial numbers follow the order in which reports were accepted', () => {
  const numbered = hazards.filter(({ state }) => state !== 'reported' && state !== 'declined')
  const accepted = [...numbered].sort((a, b) => (a.serial < b.serial ? -1 : 1)).map((one) => stepOf(one, 'accept'))
  expect(accepted).toEqual([...accepted].sort((a, b) => a - b))
})

import { addDays, dateOf, endOfDay } from 'types/calendar'
import { isBeingFixed, type HazardState } from 'types/hazard'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import { atWork } from './working-hours'

export type Step = 'create' | 'accept' | 'decline' | 'merge' | 'assign' | 'plan' | 'answer' | 'close'
export type Times = Partial<Record<Step, Date>> & { create: Date; dueAt: Date | null }
type Range = readonly [number, number]

export const steps: Record<HazardState, readonly Step[]> = {
  reported: ['create'],
  accepted: ['create', 'accept'],
  declined: ['create', 'decline'],
  merged: ['create', 'merge'],
  assigned: ['create', 'accept', 'assign'],
  fixing: ['create', 'accept', 'assign', 'plan'],
  answered: ['create', 'accept', 'assign', 'plan', 'answer'],
  closed: ['create', 'accept', 'assign', 'plan', 'answer', 'close'],
  reopened: ['create', 'accept', 'assign', 'plan', 'answer', 'close'],
  ceased: ['create', 'accept', 'assign'],
}

/** Days since the report: enough of them for every step to have been taken by yesterday evening. */
const ages: Record<HazardState, Range> = {
  ...{ reported: [1, 2], accepted: [2, 4], declined: [2, 8], merged: [1, 3], assigned: [3, 9], fixing: [5, 10] },
  ...{ answered: [8, 15], closed: [10, 38], reopened: [15, 30], ceased: [20, 40] },
}
const slowAssigned: Range = [9, 20]

/** Hours from the step before. */
const gaps: Record<Exclude<Step, 'create'>, Range> = {
  ...{
    accept: [1, 5],
    decline: [2, 10],
    merge: [2, 10],
    assign: [4, 22],
    plan: [2, 8],
    answer: [20, 60],
    close: [6, 48],
  },
}
/** Never before the second midnight after the assignment: past the short deadline below. */
const slowAnswer: Range = [68, 90]
const shortDeadline = 2

/** Three enterprises in eleven let the deadline pass. */
const isSlow = (number: number) => number % 11 < 3

const dueDay = (today: string, state: HazardState, assigned: string, slow: boolean, days: number) => {
  if (!isBeingFixed(state)) return addDays(assigned, slow ? shortDeadline : days)
  if (slow) return addDays(today, -1 - (days % 5))
  const [promised, soon] = [addDays(assigned, days), addDays(today, days % 4)]
  return promised > soon ? promised : soon
}

/** When each step of a story was taken and by when it was to be fixed. */
export const timesOf = (city: City, state: HazardState, number: number, dice: Dice): Times => {
  const slow = isSlow(number)
  const [youngest, oldest] = isBeingFixed(state) && slow ? slowAssigned : ages[state]
  const create = city.at(-dice.between(youngest, oldest), dice.between(7, 19) + dice.below(60) / 60)
  const days = dice.between(3, 15)
  const pace = openDice(`hazard-steps/${number}`)
  const times: Times = { create, dueAt: null }
  let before = create
  for (const step of steps[state]) {
    if (step === 'create') continue
    before = atWork(before, step === 'answer' && slow ? slowAnswer : gaps[step], pace)
    times[step] = before
  }
  const { assign } = times
  return { ...times, dueAt: assign ? endOfDay(dueDay(city.today, state, dateOf(assign), slow, days)) : null }
}

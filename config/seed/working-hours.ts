import { addDays, dateOf, startOfDay } from 'types/calendar'
import type { Dice } from './dice'

const hourMs = 3_600_000
const opens = 8
const closes = 18

/** The first moment of work in Shanghai some hours (from, to) after the step before; a new morning does not start sharp. */
export const atWork = (before: Date, [from, to]: readonly [number, number], dice: Dice): Date => {
  const minutes = dice.between(from * 60, to * 60)
  const earliest = new Date(before.getTime() + minutes * 60_000)
  const day = dateOf(earliest)
  const hour = (earliest.getTime() - startOfDay(day).getTime()) / hourMs
  if (hour >= opens && hour < closes) return earliest
  const next = startOfDay(hour < opens ? day : addDays(day, 1))
  return new Date(next.getTime() + opens * hourMs + dice.below(110) * 60_000)
}

import { shelfOf, type YearNumbers } from 'types/volunteer-year-rules'
import type { Attended } from './attended-store'

/** The numbers of a year, from what was served and missed and nothing else. */
export const numbersOf = (attended: readonly Pick<Attended, 'state' | 'special' | 'minutes'>[]): YearNumbers => {
  const served = attended.filter(({ state }) => state === 'served')
  return {
    times: served.filter(({ special }) => special).length,
    all: served.length,
    minutes: served.reduce((sum, { minutes }) => sum + minutes, 0),
    absences: attended.filter(({ state }) => state === 'absent').length,
  }
}

/** Where somebody stands in the lists of his year. */
export const placeOf = (numbers: Pick<YearNumbers, 'times'>, need: number, isVolunteer: boolean) => {
  const shelf = isVolunteer ? shelfOf(numbers, need) : ('left' as const)
  return { shelf, short: shelf === 'none' || shelf === 'some' }
}

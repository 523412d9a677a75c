import type { HolidayBook } from 'types/calendar'
import { shippedDays, type LadderDays } from 'types/hazard-rules'
import { bookOf, shippedHolidays } from 'types/holidays'
import type { Aggregate } from '../../kit/aggregate'
import { findRules } from './rules-store'

/** What one union tree counts its terms by; its id is the root's. Nothing is stored until somebody changes something. */
export type RulesDoc = Aggregate<'kept'> & {
  /** Years an administrator entered, over those that come with the product. */
  years: Record<string, HolidayBook>
  /** null: as shipped. */
  days: LadderDays | null
}

export const yearsOf = (doc: RulesDoc | null): Record<string, HolidayBook> => ({ ...shippedHolidays, ...doc?.years })
export const daysOf = (doc: RulesDoc | null): LadderDays => doc?.days ?? shippedDays

/** Holidays that hold for what lies under this line of nodes, root first. One trip. */
export const holidaysFor = async ([root = '']: readonly string[]): Promise<HolidayBook> =>
  bookOf(yearsOf(await findRules(root)))

/** Waiting days of the ladder that hold under this line of nodes. One trip. */
export const ladderDaysFor = async ([root = '']: readonly string[]): Promise<LadderDays> =>
  daysOf(await findRules(root))

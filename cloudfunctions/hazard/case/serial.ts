import { dateOf } from 'types/calendar'
import { AppError } from 'types/app-error'
import { isDuplicate } from '../../kit/platform-error'
import type { HazardDoc } from '../hazard'
import { findLastNumbered } from '../hazard-store'
import { findNode } from '../report/route-store'

const attempts = 8

/** `青泽市总工会` → `青泽`. */
const shortName = (unionName: string) =>
  unionName.replace(/(特别行政区|自治州|自治区|地区|省|市|州|盟|县|区)?总?工会.*$/, '') || '隐患'

const prefixOf = async (last: Pick<HazardDoc, 'serial'> | undefined, doc: HazardDoc) => {
  if (last?.serial) return last.serial.replace(/-\d{4}-\d+$/, '')
  return shortName((await findNode(doc.under[0] ?? ''))?.name ?? '')
}

export type Numbering = Pick<HazardDoc, 'serial' | 'serialKey'> & { serial: string }

/** The number after the highest one of the year: `青泽-2027-00318`. */
const nextNumber = async (doc: HazardDoc, now: Date): Promise<Numbering> => {
  const year = dateOf(now).slice(0, 4)
  const last = await findLastNumbered(year)
  const number = last ? Number(last.serialKey.slice(5)) + 1 : 1
  const prefix = await prefixOf(last, doc)
  return {
    serial: `${prefix}-${year}-${String(number).padStart(5, '0')}`,
    serialKey: `${year}.${String(number).padStart(7, '0')}`,
  }
}

/**
 * Runs `accept` with the next free serial number. The number is taken by the very update that accepts (its unique index
 * refuses a second one), so none is given twice and none is lost: who was slower simply takes the next.
 * @throws AppError SERVICE_BUSY where others were faster every time
 */
export const withNextSerial = async <T>(
  doc: HazardDoc,
  now: Date,
  accept: (numbering: Numbering) => Promise<T>,
): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await accept(await nextNumber(doc, now))
    } catch (thrown) {
      if (!isDuplicate(thrown)) throw thrown
    }
  }
  throw new AppError('SERVICE_BUSY', { reason: 'serial numbers contended' })
}

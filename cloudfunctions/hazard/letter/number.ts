import { dateOf } from 'types/calendar'
import { AppError } from 'types/app-error'
import { isDuplicate } from '../../kit/platform-error'
import type { LetterDoc } from './letter'
import { findLastLetter } from './letter-store'

const attempts = 8

/** `东原区总工会` → `东原区工安建〔2026〕3号`. */
const spell = (union: string, year: string, count: number) =>
  `${union.replace(/总?工会.*$/, '')}工安建〔${year}〕${count}号`

const nextNumber = async ({ issuer }: LetterDoc, at: Date) => {
  const year = dateOf(at).slice(0, 4)
  const last = await findLastLetter(issuer.id, year)
  const count = last ? Number(last.numberKey.split('.')[2]) + 1 : 1
  return {
    number: spell(issuer.name, year, count),
    numberKey: `${issuer.id}.${year}.${String(count).padStart(5, '0')}`,
  }
}

/**
 * Runs `send` with the union's next free number of the year. The number is taken by the very update that sends, so none
 * is given twice and a draft that is never sent leaves no gap.
 * @throws AppError SERVICE_BUSY where others were faster every time
 */
export const withNextNumber = async <T>(
  doc: LetterDoc,
  at: Date,
  send: (numbering: { number: string; numberKey: string }) => Promise<T>,
): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await send(await nextNumber(doc, at))
    } catch (thrown) {
      if (!isDuplicate(thrown)) throw thrown
    }
  }
  throw new AppError('SERVICE_BUSY', { reason: 'letter numbers contended' })
}

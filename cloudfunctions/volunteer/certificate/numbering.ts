import { AppError } from 'types/app-error'

const attempts = 60
const digits = 6

/** The place of a key in its series: the digits after its last full stop. */
export const countOf = (key: string | null): number => (key ? Number(key.slice(key.lastIndexOf('.') + 1)) : 0)
export const keyOf = (series: string, count: number): string => `${series}.${String(count).padStart(digits, '0')}`

type Series = {
  name: string
  /** The highest key given so far. */
  last: () => Promise<string | null>
}

/**
 * Gives the next number of a series. `take` inserts a document that holds it under a unique index and says whether that
 * went well: what fails has taken no number, so there are neither gaps nor doubles, however many do so at once.
 * @returns null where `take` says that there is nothing to number (the document stands already)
 * @throws AppError SERVICE_BUSY where others were faster every time
 */
export const withNextNumber = async (
  { name, last }: Series,
  take: (count: number, key: string) => Promise<'taken' | 'busy' | 'stands'>,
): Promise<number | null> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const count = countOf(await last()) + 1
    const outcome = await take(count, keyOf(name, count))
    if (outcome === 'taken') return count
    if (outcome === 'stands') return null
  }
  throw new AppError('SERVICE_BUSY', { reason: `numbers of ${name} contended` })
}

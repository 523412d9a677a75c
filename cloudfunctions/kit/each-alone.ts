import { AppError } from 'types/app-error'

const isOvertaken = (thrown: unknown) => thrown instanceof AppError && thrown.code === 'CONFLICT'

/**
 * Does the work for one after another, though it fails for some: whom somebody overtook (CONFLICT) is left for the next
 * time.
 * @throws the first other failure, once all have had their turn
 */
export const eachAlone = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> => {
  const failures: unknown[] = []
  for (const one of all)
    try {
      await work(one)
    } catch (thrown) {
      if (!isOvertaken(thrown)) failures.push(thrown)
    }
  if (failures.length > 0) throw failures[0]
}

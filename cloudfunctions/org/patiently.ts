import { AppError } from 'types/app-error'
import { isDuplicate, isTransactionConflict } from '../kit/platform-error'

const rounds = 4

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * A transaction that lost to others four times waits a moment and tries again, three times over.
 * @throws AppError CONFLICT when it lost every time; a call that died in the middle holds its documents for 30 s
 */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let round = 1; ; round++) {
    try {
      return await work()
    } catch (thrown) {
      if (!isTransactionConflict(thrown) && !isDuplicate(thrown)) throw thrown
      if (round === rounds) throw new AppError('CONFLICT')
      await pause(20 * 2 ** round + Math.random() * 50)
    }
  }
}

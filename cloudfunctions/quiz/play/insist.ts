import { AppError } from 'types/app-error'

const rounds = 4

/**
 * Reads and writes again where another write of the same play came between: the other phone's, or the drainer's.
 * @param work gives null where its conditional update found another version
 * @throws AppError CONFLICT when it lost every time
 */
export const insist = async <T>(work: () => Promise<T | null>): Promise<T> => {
  for (let round = 0; round < rounds; round++) {
    const done = await work()
    if (done !== null) return done
  }
  throw new AppError('CONFLICT')
}

import { AppError } from 'types/app-error'

/**
 * A step of the clock's on one push. Where an officer acts on it this very moment his word holds, and the next run
 * looks at the push again: the others are not held up by it.
 * @returns false where somebody was faster
 */
export const unlessActed = async (step: Promise<unknown>): Promise<boolean> => {
  try {
    await step
    return true
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'CONFLICT') return false
    throw thrown
  }
}

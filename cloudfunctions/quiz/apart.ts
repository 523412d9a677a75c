import { AppError } from 'types/app-error'
import { logCall } from '../kit/log'
import { errorText } from '../kit/platform-error'
import { newRequestId } from '../kit/request-id'

/** Does one piece of the clock's work. One that fails is told in the log and never holds up the others. @returns what it did, if it says so */
export const apart = async (action: string, work: () => Promise<unknown>): Promise<number> => {
  const startedAt = Date.now()
  try {
    const done = await work()
    return typeof done === 'number' ? done : 0
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'INTERNAL'
    const line = { requestId: newRequestId(), action, ms: Date.now() - startedAt, trips: 0, code }
    logCall({ ...line, reason: errorText(thrown) })
    return 0
  }
}

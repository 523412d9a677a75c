import { logCall } from '../../kit/log'
import { newRequestId } from '../../kit/request-id'

/** Work that must not hold up what comes after it; false where it failed, with a line for the operator. */
export const apart = async (action: string, work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    logCall({ requestId: newRequestId(), action, ms: 0, trips: 0, code: 'INTERNAL', reason })
    return false
  }
}

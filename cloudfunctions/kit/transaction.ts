import { database } from './cloud'
import { countTrip } from './current-call'
import { isTransactionConflict } from './platform-error'
import type { Transaction } from './sdk-types'

// wx-server-sdk 4.0.2 rebuilds an error raised inside the callback without its `.code`, and retries only on that code.
const withCode = (thrown: unknown) =>
  isTransactionConflict(thrown) ? Object.assign(thrown as object, { code: 'DATABASE_TRANSACTION_CONFLICT' }) : thrown

/**
 * Runs `work` in a transaction for two aggregates that must move together; conflicts run it again (4 times in all).
 * Every operation inside is a network trip of its own: keep it to a few documents and no other calls.
 */
export const transaction = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  database.runTransaction(async (open) => {
    countTrip()
    try {
      return await work(open)
    } catch (thrown) {
      throw withCode(thrown)
    }
  })

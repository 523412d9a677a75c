import { randomUUID } from 'node:crypto'
import type { AdminReply, AdminRequest } from './admin-request'
import { cloudError, isCloudError } from './cloud-error'
import type { CollectionDeclaration } from './collection-declaration'
import { openSession, type DatabaseSession } from './database-session'
import { databaseActions, type Action } from './database-actions'
import { runUnlocked } from './lock-wait'
import type { QueryMetric } from './query-metrics'
import { createTransactionTable } from './transaction-table'
import { exportLines, importLines } from './transfer-lines'

export type Database = {
  /** Answers one request of the SDK; a promise where it waits for a lock or for the disk. Never throws. */
  handle(body: AdminRequest): AdminReply | Promise<AdminReply>
  /** Per query shape: how often, documents read and answered, index used. */
  metrics(): QueryMetric[]
  resetMetrics(): void
  /** Loads lines `{"c": collection, "d": <EJSON document>}`: all or nothing; throws naming the broken line. */
  importLines(lines: Iterable<string>): number
  exportLines(): Iterable<string>
  /** Ends the transactions whose time is over after the platform's clock was moved. */
  expire(): void
  close(): void
}

export type DatabaseOptions = {
  /** SQLite file; its folder exists. */
  file: string
  collections: CollectionDeclaration[]
  /** Platform clock in milliseconds. */
  now: () => number
  /** Milliseconds until an abandoned transaction is aborted; the cloud says 30 seconds. */
  transactionLifetimeMs?: number
  /** Milliseconds an ordinary write waits for a locked document. */
  lockWaitMs?: number
  /** Bytes of documents one reply may hold. */
  resultLimitBytes?: number
}

const failure = (error: unknown): AdminReply => {
  const known = isCloudError(error) ? error : cloudError('SYS_ERR', `[InternalError] ${String(error)}`)
  return { requestId: randomUUID(), code: known.code, message: known.message }
}

type Actions = Map<string, Action>
type Answer = AdminReply | Promise<AdminReply>

const run = (session: DatabaseSession, actions: Actions, body: AdminRequest): Answer => {
  const act = actions.get(body.action)
  if (!act) throw cloudError('INVALID_ACTION', `[InvalidParameter] invalid action: ${String(body.action)}`)
  const reply = (fields: Record<string, unknown>): AdminReply => ({ requestId: randomUUID(), ...fields })
  const answered = runUnlocked(session.locks, session.lockWaitMs, () => act(body))
  return answered instanceof Promise ? answered.then(reply) : reply(answered)
}

/** Also a refusal may rest on a write that is not on disk yet, so every answer waits for the commit. */
const answer = (session: DatabaseSession, actions: Actions, body: AdminRequest): Answer => {
  try {
    const reply = run(session, actions, body)
    if (!(reply instanceof Promise)) return session.group.settle(reply)
    return reply.catch(failure).then((settled) => session.group.settle(settled))
  } catch (error) {
    return session.group.settle(failure(error))
  }
}

const declareAll = (session: DatabaseSession, collections: CollectionDeclaration[]): void => {
  session.write(() => {
    for (const declared of collections) session.catalog.declare(declared, session.store.fill)
  })
  session.group.flush()
}

/** Opens the database of the local cloud in one SQLite file, with the declared collections and indexes. */
export const openDatabase = (options: DatabaseOptions): Database => {
  const session = openSession({
    file: options.file,
    now: options.now,
    transactionLifetimeMs: options.transactionLifetimeMs ?? 30_000,
    lockWaitMs: options.lockWaitMs ?? 5_000,
    resultLimitBytes: options.resultLimitBytes ?? 1024 * 1024,
  })
  try {
    declareAll(session, options.collections)
  } catch (error) {
    session.group.flush()
    session.sqlite.close()
    throw error
  }
  const transactions = createTransactionTable(session)
  const actions = databaseActions(session, transactions)
  return {
    handle: (body) => {
      const answered = answer(session, actions, body)
      return answered instanceof Promise ? answered.catch(failure) : answered
    },
    metrics: () => session.metrics.list(),
    resetMetrics: () => session.metrics.reset(),
    importLines: (lines) => importLines(session, lines),
    exportLines: () => exportLines(session),
    expire: transactions.expire,
    close: () => {
      session.group.flush()
      session.sqlite.close()
    },
  }
}

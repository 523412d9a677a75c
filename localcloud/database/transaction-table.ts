import { randomUUID } from 'node:crypto'
import type { Collection } from './catalog'
import { documentKey } from './change-history'
import { transactionConflict, transactionMissing } from './cloud-error'
import type { DatabaseSession } from './database-session'
import type { Doc } from './document-value'
import { parseDoc } from './ejson'
import { encodeKey } from './index-key'
import { claimUniqueKeys } from './unique-claims'

/** A document as one transaction has left it; null where it does not exist in there. */
type Draft = { collection: Collection; id: string; text: string | null }

/**
 * An open transaction: it reads the state at its first operation, keeps its writes to itself, and holds a lock on each
 * document it has written.
 */
export type Transaction = {
  id: string
  snapshot: number | null
  drafts: Map<string, Draft>
  timer: NodeJS.Timeout
  startedAt: number
}

export type TransactionTable = {
  start(): string
  /** The open transaction, its snapshot taken. Throws when it has ended or expired. */
  use(id: string): Transaction
  /** The document as the transaction sees it. */
  read(transaction: Transaction, collection: Collection, id: string): string | null
  /** Writes in the transaction. A document somebody else wrote first is a conflict. */
  put(transaction: Transaction, collection: Collection, doc: Doc, text: string | null): void
  commit(transaction: Transaction): void
  /** Ends a transaction without writing: on request, after a failed write, when its time is over. */
  abort(transaction: Transaction): void
  /** Ends those whose time is over by the platform's clock, which may have been moved. */
  expire(): void
}

/** Removals first, so that a unique key given up by one document is free for another. */
const inOrder = (drafts: Draft[]): Draft[] => [
  ...drafts.filter(({ text }) => text === null),
  ...drafts.filter(({ text }) => text !== null),
]

const applyDraft = ({ store }: DatabaseSession, { collection, id, text }: Draft): void => {
  const row = store.read(collection, id)
  if (text === null) {
    if (row) store.remove(collection, { ...row, doc: parseDoc(row.text) })
  } else if (!row) store.insert(collection, parseDoc(text), text)
  else if (row.text !== text) store.replace(collection, { ...row, doc: parseDoc(row.text) }, parseDoc(text), text)
}

export const createTransactionTable = (session: DatabaseSession): TransactionTable => {
  const { store, history, locks } = session
  const open = new Map<string, Transaction>()

  const abort = (transaction: Transaction): void => {
    if (!open.delete(transaction.id)) return
    clearTimeout(transaction.timer)
    if (transaction.snapshot !== null) history.leave()
    locks.release(transaction.id)
  }
  const changedByOthers = ({ snapshot }: Transaction, key: string): boolean => history.changedSince(snapshot ?? 0, key)

  const lock = (transaction: Transaction, name: string): void => {
    const holder = locks.holder(name)
    if (holder !== undefined && holder !== transaction.id) throw transactionConflict()
    if (holder === undefined) locks.take(name, transaction.id)
  }
  return {
    start: () => {
      const id = randomUUID()
      const expire = () => {
        const transaction = open.get(id)
        if (transaction) abort(transaction)
      }
      const timer = setTimeout(expire, session.transactionLifetimeMs)
      timer.unref()
      open.set(id, { id, snapshot: null, drafts: new Map(), timer, startedAt: session.now() })
      return id
    },
    use: (id) => {
      const transaction = open.get(id)
      if (!transaction) throw transactionMissing()
      transaction.snapshot ??= history.enter()
      return transaction
    },
    read: ({ drafts, snapshot }, collection, id) => {
      const key = documentKey(collection.id, id)
      const draft = drafts.get(key)
      if (draft) return draft.text
      return history.textAt(snapshot ?? 0, key, store.read(collection, id)?.text ?? null)
    },
    put: (transaction, collection, doc, text) => {
      const id = encodeKey(doc._id)
      const key = documentKey(collection.id, id)
      lock(transaction, key)
      if (changedByOthers(transaction, key)) throw transactionConflict()
      if (text !== null) claimUniqueKeys(session, transaction, collection, doc, (name) => lock(transaction, name))
      transaction.drafts.set(key, { collection, id, text })
    },
    commit: (transaction) => {
      try {
        const keys = [...transaction.drafts.keys()]
        if (keys.some((key) => changedByOthers(transaction, key))) throw transactionConflict()
        const drafts = inOrder([...transaction.drafts.values()])
        if (drafts.length > 0) session.write(() => drafts.forEach((draft) => applyDraft(session, draft)))
      } finally {
        abort(transaction)
      }
    },
    abort,
    expire: () => {
      const oldest = session.now() - session.transactionLifetimeMs
      for (const transaction of [...open.values()]) if (transaction.startedAt <= oldest) abort(transaction)
    },
  }
}

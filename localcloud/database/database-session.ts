import { openCatalog, type Catalog, type Collection } from './catalog'
import { createChangeHistory, documentKey, type ChangeHistory } from './change-history'
import { collectionMissing, invalidParam } from './cloud-error'
import type { Doc } from './document-value'
import { createDocumentStore, type Change, type DocumentStore } from './document-store'
import { createGroupCommit, type GroupCommit } from './group-commit'
import { encodeKey } from './index-key'
import { indexRows } from './index-rows'
import { createLockTable, type LockTable } from './lock-table'
import { createQueryMetrics, type QueryMetrics } from './query-metrics'
import { openSqlite, type Sqlite } from './sqlite'

/** Everything the actions work with. */
export type DatabaseSession = {
  sqlite: Sqlite
  catalog: Catalog
  store: DocumentStore
  history: ChangeHistory
  locks: LockTable
  metrics: QueryMetrics
  group: GroupCommit
  now: () => number
  /** Milliseconds an abandoned transaction lives. */
  transactionLifetimeMs: number
  /** Milliseconds an ordinary write waits for a transaction's lock. */
  lockWaitMs: number
  /** Bytes of documents one read may answer. */
  resultLimitBytes: number
  /** Runs a write: all of it or nothing, in the open commit group. */
  write<T>(work: () => T): T
  collection(name: unknown): Collection
}

type SessionOptions = Pick<DatabaseSession, 'now' | 'transactionLifetimeMs' | 'lockWaitMs' | 'resultLimitBytes'> & {
  file: string
}

export const openSession = (options: SessionOptions): DatabaseSession => {
  const sqlite = openSqlite(options.file)
  const catalog = openCatalog(sqlite)
  const history = createChangeHistory()
  let changes: Change[] = []
  const store = createDocumentStore(sqlite, catalog, (change) => void changes.push(change))
  const group = createGroupCommit(sqlite)
  return {
    ...options,
    sqlite,
    catalog,
    store,
    history,
    group,
    locks: createLockTable(),
    metrics: createQueryMetrics(),
    write: (work) => {
      changes = []
      const names = catalog.names()
      try {
        const result = group.write(work)
        for (const change of changes) history.record(change)
        return result
      } catch (error) {
        catalog.keepOnly(names)
        throw error
      }
    },
    collection: (name) => {
      if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is required')
      const found = catalog.find(name)
      if (!found) throw collectionMissing(name)
      return found
    },
  }
}

/** Names of the locks a document stands for: itself and each of its unique keys. */
export const lockNames = (collection: Collection, doc: Doc): string[] => [
  documentKey(collection.id, encodeKey(doc._id)),
  ...collection.indexes
    .filter(({ unique }) => unique)
    .flatMap((index) => indexRows(index, doc).rows.map((row) => `unique:${index.id}:${row.join('\u0000')}`)),
]

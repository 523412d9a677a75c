import Libsql from 'libsql'

export type SqlValue = string | number | null
type SqlRow = unknown[]

/** One SQLite file: prepared statements are kept by their text, rows come back as arrays. */
export type Sqlite = {
  exec(sql: string): void
  run(sql: string, params: SqlValue[]): { changes: number; lastInsertRowid: number }
  all(sql: string, params: SqlValue[]): SqlRow[]
  first(sql: string, params: SqlValue[]): SqlRow | undefined
  close(): void
}

type Prepared = {
  run(params: SqlValue[]): { changes: number; lastInsertRowid: number | bigint }
  all(params: SqlValue[]): unknown[]
}

const MAX_KEPT = 2000

/**
 * Opens a file in WAL mode with synchronous=FULL: when a commit has returned, it is on disk and outlives kill -9.
 * The file is held exclusively for writing by whoever commits first; waiting is limited to five seconds.
 */
export const openSqlite = (file: string): Sqlite => {
  const db = new Libsql(file, { timeout: 5 })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('PRAGMA cache_size = -131072')
  db.exec('PRAGMA mmap_size = 1073741824')
  db.exec('PRAGMA wal_autocheckpoint = 4000')
  const kept = new Map<string, Prepared>()
  const prepare = (sql: string): Prepared => {
    const found = kept.get(sql)
    if (found) return found
    if (kept.size >= MAX_KEPT) kept.clear()
    const statement = db.prepare(sql)
    const prepared = /^\s*(select|pragma)/i.test(sql) ? statement.raw(true) : statement
    kept.set(sql, prepared)
    return prepared
  }
  return {
    exec: (sql) => void db.exec(sql),
    run: (sql, params) => {
      const { changes, lastInsertRowid } = prepare(sql).run(params)
      return { changes, lastInsertRowid: Number(lastInsertRowid) }
    },
    all: (sql, params) => prepare(sql).all(params) as SqlRow[],
    first: (sql, params) => prepare(sql).all(params)[0] as SqlRow | undefined,
    close: () => {
      kept.clear()
      db.close()
    },
  }
}

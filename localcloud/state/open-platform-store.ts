import Sqlite from 'libsql'

/** The platform's own small state (inbox, quotas, clock …): JSON values under slash-separated keys, durable under kill -9. */
export type PlatformStore = {
  get: <T>(key: string) => T | undefined
  set: (key: string, value: unknown) => void
  remove: (key: string) => void
  /** Values whose key starts with the prefix, in key order. */
  list: <T>(prefix: string) => { key: string; value: T }[]
  clear: () => void
  close: () => void
}

type Row = { key: string; value: string }

export const openPlatformStore = (file: string): PlatformStore => {
  const db = new Sqlite(file)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  db.exec('CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
  const get = db.prepare('SELECT key, value FROM state WHERE key = ?')
  const set = db.prepare(
    'INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare('DELETE FROM state WHERE key = ?')
  const list = db.prepare('SELECT key, value FROM state WHERE key >= ? AND key < ? ORDER BY key')
  return {
    get: <T>(key: string) => {
      const row = get.get(key) as Row | undefined
      return row && (JSON.parse(row.value) as T)
    },
    set: (key, value) => void set.run(key, JSON.stringify(value)),
    remove: (key) => void remove.run(key),
    list: <T>(prefix: string) =>
      (list.all(prefix, `${prefix}\u{10FFFF}`) as Row[]).map((row) => ({
        key: row.key,
        value: JSON.parse(row.value) as T,
      })),
    clear: () => void db.exec('DELETE FROM state'),
    close: () => void db.close(),
  }
}

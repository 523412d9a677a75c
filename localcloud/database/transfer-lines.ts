import type { BulkFailure } from './bulk-insert'
import type { Collection } from './catalog'
import type { DatabaseSession } from './database-session'
import { isDoc, type Doc } from './document-value'
import { parseEjson, stringifyEjson } from './ejson'
import { preparedDocument } from './write-actions'

const EXPORT_CHUNK = 1000

const isMarked = (error: unknown): error is BulkFailure => error instanceof Error && 'mark' in error

const broken = (line: number, reason: string): Error => new Error(`line ${line}: ${reason}`)

const readLine = (session: DatabaseSession, text: string, line: number): { name: string; doc: Doc } => {
  let parsed: unknown
  try {
    parsed = parseEjson(text, session.now())
  } catch {
    throw broken(line, 'not EJSON')
  }
  if (!isDoc(parsed) || typeof parsed.c !== 'string' || !isDoc(parsed.d)) {
    throw broken(line, 'not {"c": collection, "d": document}')
  }
  return { name: parsed.c, doc: parsed.d }
}

const loadLines = (session: DatabaseSession, lines: Iterable<string>): number => {
  const bulk = session.store.bulk()
  let count = 0
  let line = 0
  for (const text of lines) {
    line += 1
    if (text.trim() === '') continue
    const { name, doc } = readLine(session, text, line)
    const collection = session.catalog.find(name) ?? session.catalog.add(name)
    try {
      const prepared = preparedDocument(doc)
      bulk.add(collection, prepared, stringifyEjson(prepared), line)
    } catch (error) {
      throw isMarked(error) || !(error instanceof Error) ? error : broken(line, error.message)
    }
    count += 1
  }
  bulk.finish()
  return count
}

/** Loads `{"c": collection, "d": document}` lines: all or nothing, an error names the line. Blank lines are skipped. */
export const importLines = (session: DatabaseSession, lines: Iterable<string>): number => {
  try {
    return session.write(() => loadLines(session, lines))
  } catch (error) {
    throw isMarked(error) ? broken(error.mark, error.message) : error
  } finally {
    session.group.flush()
  }
}

const collectionLines = function* (session: DatabaseSession, collection: Collection): Generator<string> {
  const name = JSON.stringify(collection.name)
  let last = 0
  for (;;) {
    const rows = session.sqlite.all(`SELECT rid, d FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT ?`, [
      last,
      EXPORT_CHUNK,
    ])
    for (const [rid, text] of rows as [number, string][]) {
      yield `{"c":${name},"d":${text}}`
      last = rid
    }
    if (rows.length < EXPORT_CHUNK) return
  }
}

/** Every document as a line `importLines` takes, collection by collection in the order they were inserted. */
export const exportLines = function* (session: DatabaseSession): Generator<string> {
  for (const name of session.catalog.names()) {
    const collection = session.catalog.find(name)
    if (collection) yield* collectionLines(session, collection)
  }
}

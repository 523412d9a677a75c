import type { Collection } from './catalog'
import type { DatabaseSession } from './database-session'
import { isDoc } from './document-value'
import { parseEjson, stringifyEjson } from './ejson'
import { preparedDocument } from './write-actions'

const EXPORT_CHUNK = 1000

const broken = (line: number, reason: string): Error => new Error(`line ${line}: ${reason}`)

const importLine = (session: DatabaseSession, text: string, line: number): void => {
  let parsed: unknown
  try {
    parsed = parseEjson(text, session.now())
  } catch {
    throw broken(line, 'not EJSON')
  }
  if (!isDoc(parsed) || typeof parsed.c !== 'string' || !isDoc(parsed.d))
    throw broken(line, 'not {"c": collection, "d": document}')
  try {
    const collection = session.catalog.find(parsed.c) ?? session.catalog.add(parsed.c)
    const doc = preparedDocument(parsed.d)
    session.store.insert(collection, doc, stringifyEjson(doc))
  } catch (error) {
    throw broken(line, error instanceof Error ? error.message : String(error))
  }
}

/** Loads `{"c": collection, "d": document}` lines: all or nothing, an error names the line. Blank lines are skipped. */
export const importLines = (session: DatabaseSession, lines: Iterable<string>): number => {
  const count = session.write(() => {
    let loaded = 0
    let at = 0
    for (const text of lines) {
      at += 1
      if (text.trim() === '') continue
      importLine(session, text, at)
      loaded += 1
    }
    return loaded
  })
  session.group.flush()
  return count
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

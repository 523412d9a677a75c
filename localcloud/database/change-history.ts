import type { Change } from './document-store'

/** What documents were before each change, kept while a transaction may still need an older state. */
export type ChangeHistory = {
  /** A point in time to read from later; the history is kept until `leave`. */
  enter(): number
  leave(): void
  record(change: Change): void
  changedSince(snapshot: number, key: string): boolean
  /** The text at the snapshot, given what the document is now. */
  textAt(snapshot: number, key: string, current: string | null): string | null
  /** Keys of all documents of a collection changed since the snapshot. */
  keysSince(snapshot: number, collectionId: number): string[]
}

/** Name of a document across collections. */
export const documentKey = (collectionId: number, id: string): string => `${collectionId}:${id}`

type Past = { seq: number; before: string | null }

export const createChangeHistory = (): ChangeHistory => {
  const past = new Map<string, Past[]>()
  let seq = 0
  let readers = 0
  const after = (snapshot: number, key: string) => past.get(key)?.find((entry) => entry.seq > snapshot)
  return {
    enter: () => {
      readers += 1
      return seq
    },
    leave: () => {
      readers -= 1
      if (readers === 0) past.clear()
    },
    record: ({ collection, id, before }) => {
      seq += 1
      if (readers === 0) return
      const key = documentKey(collection.id, id)
      const entries = past.get(key)
      if (entries) entries.push({ seq, before })
      else past.set(key, [{ seq, before }])
    },
    changedSince: (snapshot, key) => after(snapshot, key) !== undefined,
    textAt: (snapshot, key, current) => {
      const entry = after(snapshot, key)
      return entry ? entry.before : current
    },
    keysSince: (snapshot, collectionId) =>
      [...past.keys()].filter((key) => key.startsWith(`${collectionId}:`) && after(snapshot, key) !== undefined),
  }
}

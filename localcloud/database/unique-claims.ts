import type { Collection } from './catalog'
import { documentKey } from './change-history'
import { duplicateKey } from './cloud-error'
import type { DatabaseSession } from './database-session'
import type { Doc } from './document-value'
import { parseDoc } from './ejson'
import { encodeKey } from './index-key'
import { indexRows, shownKey } from './index-rows'
import type { Transaction } from './transaction-table'

const uniqueRows = (collection: Collection, doc: Doc) =>
  collection.indexes
    .filter(({ unique }) => unique)
    .flatMap((index) => indexRows(index, doc).rows.map((row) => ({ index, row })))

/** Still holds the unique key in the transaction's eyes. */
const stillHolds = (
  transaction: Transaction,
  collection: Collection,
  id: string,
  index: number,
  row: string[],
): boolean => {
  const draft = transaction.drafts.get(documentKey(collection.id, id))
  if (!draft) return true
  if (draft.text === null) return false
  return uniqueRows(collection, parseDoc(draft.text)).some(
    (held) => held.index.id === index && held.row.every((key, i) => key === row[i]),
  )
}

/** Locks the unique keys of a document for a transaction; a key another document holds is E11000. */
export const claimUniqueKeys = (
  { store }: DatabaseSession,
  transaction: Transaction,
  collection: Collection,
  doc: Doc,
  lock: (name: string) => void,
): void => {
  const self = encodeKey(doc._id)
  for (const { index, row } of uniqueRows(collection, doc)) {
    lock(`unique:${index.id}:${row.join('\u0000')}`)
    const stored = store.holderOf(collection, index, row)
    const drafted = [...transaction.drafts.values()].filter((draft) => draft.collection === collection)
    const others = new Set([...(stored === undefined ? [] : [stored]), ...drafted.map(({ id }) => id)])
    const other = [...others].find((id) => id !== self && stillHolds(transaction, collection, id, index.id, row))
    if (other !== undefined) throw duplicateKey(collection.name, index.name, shownKey(index, doc))
  }
}

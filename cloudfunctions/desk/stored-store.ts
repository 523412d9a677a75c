import { decodeLine, encodeLine, filesIn } from 'types/backup-lines'
import { isAnswerTooLarge } from '../kit/platform-error'
import { command } from '../kit/cloud'
import { collection, type Document } from '../kit/collection'

/** A part is closed when it has grown past this; a file of the storage may have 10 MB. */
const partBytes = 1_500_000
const mostDocuments = 200

export type Portion = {
  lines: string[]
  /** `_id` of documents no answer of the platform can hold. */
  skipped: string[]
  /** Stored files the documents name. */
  files: string[]
  /** `_id` of the last document. */
  last: string
  /** Whether nothing follows. */
  ended: boolean
}

type Reading = { docs: Document[]; size: number; skipped?: string }

/** The next document by itself: what a query does not hand over may still be read by its `_id`. */
const readOne = async (name: string, after: string): Promise<Reading> => {
  const store = collection<Document>(name)
  const filter = { _id: command.gt(after) }
  const [next] = await store.list(filter, { sort: [['_id', 'asc']], limit: 1, fields: ['_id'] })
  if (!next) return { docs: [], size: 1 }
  try {
    const doc = await store.find(next._id)
    return { docs: doc ? [doc] : [], size: 1 }
  } catch (thrown) {
    if (!isAnswerTooLarge(thrown)) throw thrown
    return { docs: [], size: mostDocuments, skipped: next._id }
  }
}

/** One read, made smaller until it fits into the platform's largest result. */
const read = async (name: string, after: string, size: number): Promise<Reading> => {
  try {
    const filter = { _id: command.gt(after) }
    return { docs: await collection<Document>(name).list(filter, { sort: [['_id', 'asc']], limit: size }), size }
  } catch (thrown) {
    if (!isAnswerTooLarge(thrown)) throw thrown
    return size === 1 ? readOne(name, after) : read(name, after, Math.ceil(size / 4))
  }
}

/** The next documents of a collection by `_id`, as lines. */
export const readPortion = async (name: string, after: string): Promise<Portion> => {
  const lines: string[] = []
  const skipped: string[] = []
  const files = new Set<string>()
  let last = after
  let bytes = 0
  let size = mostDocuments
  for (;;) {
    const page = await read(name, last, size)
    size = page.size
    for (const doc of page.docs) {
      const line = encodeLine(doc)
      for (const file of filesIn(line)) files.add(file)
      lines.push(line)
      bytes += line.length * 2
      last = doc._id
    }
    if (page.skipped !== undefined) {
      skipped.push(page.skipped)
      last = page.skipped
      continue
    }
    const ended = page.docs.length < size
    if (ended || bytes >= partBytes) return { lines, skipped, files: [...files], last, ended }
  }
}

const batchBytes = 400_000
const batchDocuments = 100

/** Puts documents back; those that stand already are replaced by the same. */
export const writeBack = async (name: string, docs: readonly Document[]): Promise<void> => {
  const store = collection<Document>(name)
  let batch: Document[] = []
  let bytes = 0
  for (const doc of docs) {
    const size = encodeLine(doc).length * 2
    if (batch.length > 0 && (batch.length >= batchDocuments || bytes + size > batchBytes)) {
      await store.putNew(batch)
      batch = []
      bytes = 0
    }
    batch.push(doc)
    bytes += size
  }
  await store.putNew(batch)
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')
export const documentsOf = (text: string) => linesOf(text).map(decodeLine)

/** Documents a retention rule has fallen due for. */
export const listExpired = async (name: string, field: string, before: Date, limit: number): Promise<string[]> => {
  const filter = { [field]: command.lt(before) }
  const found = await collection<Document>(name).list(filter, { sort: [[field, 'asc']], limit, fields: ['_id'] })
  return found.map(({ _id }) => _id)
}
export const removeAll = (name: string, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve(0) : collection<Document>(name).remove({ _id: command.in(ids) })

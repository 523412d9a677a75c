import { command, database } from './cloud'
import { countTrip } from './current-call'
import { isDuplicate } from './platform-error'
import type { Query, Sort } from './sdk-types'
import { followFilter, moveOfCall, throughMove, type Ways } from './tree-move'

export type Document = { _id: string }
export type Filter = Record<string, unknown>
/** Field → value or `command` expression. Plain objects replace what stands there: they are wrapped in `set`. */
export type Patch = Record<string, unknown>
export type PageOptions = {
  sort: readonly (readonly [string, Sort])[]
  page: number
  size: number
  fields?: readonly string[]
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

// The SDK merges nested objects on update and drops undefined; we mean "replace" and "leave alone".
const toData = (patch: Patch) =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, isPlain(value) ? command.set(value) : value]),
  )

const sorted = (query: Query, sort: PageOptions['sort']) =>
  sort.reduce((ordered, [field, order]) => ordered.orderBy(field, order), query)

const projected = (query: Query, fields?: readonly string[]) =>
  fields ? query.field(Object.fromEntries(fields.map((field) => [field, true]))) : query

/**
 * `ways`: see Ways. `asStored`: documents come as they are stored, for who works out the difference himself; lists
 * follow a move all the same.
 */
type Options = { ways?: Ways; asStored?: boolean }

const touch = (name: string) => {
  countTrip()
  return database.collection(name)
}

const reading = <Doc extends Document>(name: string, { ways, asStored = false }: Options) => {
  const where = async (filter: Filter) => {
    const move = await moveOfCall()
    return { move: asStored ? null : move, query: touch(name).where(followFilter(filter, move, ways)) }
  }
  return {
    /** The document, or null. */
    find: async (id: string): Promise<Doc | null> => {
      const doc = ((await touch(name).doc(id).get()).data as Doc | undefined) ?? null
      return doc && !asStored ? throughMove(doc, await moveOfCall()) : doc
    },
    /** At most 1000 documents (the platform's cap), in `sort` order. */
    list: async (
      filter: Filter,
      options: { sort?: PageOptions['sort']; limit?: number; fields?: readonly string[] } = {},
    ) => {
      const { move, query: found } = await where(filter)
      const query = sorted(projected(found, options.fields), options.sort ?? [])
      const docs = (await query.limit(options.limit ?? 1000).get()).data as Doc[]
      return docs.map((doc) => throughMove(doc, move))
    },
    /** One page and whether another follows; one document more is read instead of a count. */
    page: async (
      filter: Filter,
      { sort, page, size, fields }: PageOptions,
    ): Promise<{ items: Doc[]; more: boolean }> => {
      const { move, query: found } = await where(filter)
      const query = sorted(projected(found, fields), sort)
      const data = (
        await query
          .skip((page - 1) * size)
          .limit(size + 1)
          .get()
      ).data as Doc[]
      return { items: data.slice(0, size).map((doc) => throughMove(doc, move)), more: data.length > size }
    },
    /** How many match. */
    count: async (filter: Filter): Promise<number> => {
      const { query } = await where(filter)
      return (await query.count()).total
    },
  }
}

/**
 * One collection, typed; every function is one database trip and is counted. While a subtree moves, what is read lies
 * where it lies now, and a list under a node is that of the new tree: see tree-move.
 * Only `store` files call it, and name their functions by intent.
 */
export const collection = <Doc extends Document>(name: string, options: Options = {}) => {
  const all = () => touch(name)
  return {
    name,
    ...reading<Doc>(name, options),
    /** false where a document of that _id or unique key stands already. */
    insert: async (doc: Doc): Promise<boolean> => {
      try {
        await all().add({ data: doc })
        return true
      } catch (thrown) {
        if (isDuplicate(thrown)) return false
        throw thrown
      }
    },
    /** Creates all in one trip; false where one of them stands already, and then some of the others may stand too. */
    insertAll: async (docs: readonly Doc[]): Promise<boolean> => {
      try {
        if (docs.length > 0) await all().add({ data: docs })
        return true
      } catch (thrown) {
        if (isDuplicate(thrown)) return false
        throw thrown
      }
    },
    /**
     * Creates documents of fixed ids; the ones that stand already are replaced by the same. One trip where all are
     * new, one a document where the batch came before.
     */
    putNew: async (docs: readonly Doc[]): Promise<void> => {
      if (docs.length === 0) return
      try {
        await all().add({ data: docs })
      } catch (thrown) {
        if (!isDuplicate(thrown)) throw thrown
        await Promise.all(docs.map(({ _id, ...rest }) => all().doc(_id).set({ data: rest })))
      }
    },
    /** Creates or replaces. */
    put: async ({ _id, ...rest }: Doc): Promise<void> => {
      await all().doc(_id).set({ data: rest })
    },
    /** Atomic per document: how many matched `filter` and were changed. */
    update: async (filter: Filter, patch: Patch): Promise<number> =>
      (
        await all()
          .where(filter)
          .update({ data: toData(patch) })
      ).stats.updated,
    remove: async (filter: Filter): Promise<number> => (await all().where(filter).remove()).stats.removed,
  }
}

export type CollectionOf<Doc extends Document> = ReturnType<typeof collection<Doc>>

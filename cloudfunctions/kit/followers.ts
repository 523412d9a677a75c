import type { OutboxItem } from './aggregate'
import type { TreeMove } from './tree-move'
import type { CollectionOf, Document, Patch } from './collection'

/**
 * How the records of one collection follow a subtree that moves. All lineage fields follow by themselves; `also` gives
 * what else hangs on them, `count` what changes in the numbers of the nodes (`before` as it is stored, `after` as it is
 * now). `changes` is for records that lie in several places at once: it works out itself what of each must be written
 * (an empty patch where nothing must). Methods, so that one list holds followers of any type.
 */
export type Follower<Doc extends Document = Document> = {
  store: Pick<CollectionOf<Doc>, 'name' | 'list' | 'update'>
  also?(after: Doc, before: Doc): Patch
  count?(before: Doc, after: Doc): readonly Omit<OutboxItem, 'id'>[]
  changes?(docs: readonly Doc[], move: TreeMove): Promise<Patch[]>
}

const known = new Map<string, Follower>()

/** Declares how a collection follows: one line a collection, in its domain's `following`. */
export const follower = <Doc extends Document>(one: Follower<Doc>): Follower => {
  const any = one as unknown as Follower
  known.set(one.store.name, any)
  return any
}

/** What the write of a command changes along, for a record that is behind: it was read as it lies now. */
export const followedTogether = (collection: string, doc: Document, stored: Record<string, unknown>) => {
  const one = known.get(collection)
  const before = { ...doc, ...stored }
  const now = Object.fromEntries(Object.keys(stored).map((field) => [field, (doc as Record<string, unknown>)[field]]))
  const set: Patch = { ...now, ...one?.also?.(doc, before) }
  return { set, push: one?.count?.(before, doc) ?? [] }
}

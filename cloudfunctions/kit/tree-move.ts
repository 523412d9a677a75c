import { currentUnder } from 'types/lineage'
import { command, database } from './cloud'
import type { Document, Filter } from './collection'
import { moveAskedFor, noteMoveAsked } from './current-call'

/**
 * A subtree on its way below another parent; the one document `tree_moves/current`. From the write that creates it on
 * everybody sees the new tree, while the records still carry their old lineage and are rewritten one after another.
 */
export type TreeMove = Document & {
  moveId: string
  /** Root of the subtree that moves. */
  nodeId: string
  name: string
  from: { id: string; name: string }
  to: { id: string; name: string }
  /** Nodes the subtree lay under and lies under no more. */
  leaves: string[]
  /** Nodes it lies under now and did not before, root first. */
  joins: string[]
  at: Date
  /** When the nodes themselves were rewritten; only then do the records follow. null before. */
  nodesAt: Date | null
}

/** The move that is going on, or null; as of this very moment. Read beside another trip, and not counted with those. */
export const readMove = async (): Promise<TreeMove | null> =>
  ((await database.collection('tree_moves').doc('current').get()).data as TreeMove | null | undefined) ?? null

/** Asks for the move that is going on, without waiting: every read and list of this call then follows it. */
export const askForMove = () => {
  const asked = readMove()
  // Who awaits it gets the failure; a call that reads nothing must not end the instance.
  asked.catch(() => undefined)
  noteMoveAsked(asked)
}

/** The move this call follows; null where none is going on, or where the call did not ask. */
export const moveOfCall = async (): Promise<TreeMove | null> =>
  (await (moveAskedFor() as Promise<TreeMove | null>)) ?? null

type Fields = Record<string, unknown>

/** Where the fields a record is stored with are kept while it is read through a move; copied by a spread. */
const stored = Symbol('stored')

/** Of a record that still has to be rewritten: the fields that differ, as they are stored. undefined for any other. */
export const storedFields = (doc: object): Fields | undefined => (doc as { [stored]?: Fields })[stored]

const lineages = ['under', 'unionUnder', 'unitUnder', 'volunteerUnder', 'deciderUnder', 'owners'] as const
/** Fields that hold a lineage further within. */
const holders = ['regulator', 'leaving'] as const
/** Fields a record must be read with to tell whether it is behind. */
export const lineageFields = [...lineages, ...holders, 'grants', 'path', 'depth']

const isLineage = (value: unknown): value is string[] => Array.isArray(value) && typeof value[0] === 'string'
const same = (left: readonly string[], right: readonly string[]) => left.join() === right.join()

const isPart = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** The same part with its `under` followed, however deep it lies; itself where nothing in it has moved. */
const within = (part: unknown, move: TreeMove): unknown => {
  if (!isPart(part)) return part
  const now = Object.entries(part).map(([key, value]) => {
    if (key !== 'under' || !isLineage(value)) return [key, within(value, move)] as const
    const under = currentUnder(value, move)
    return [key, same(value, under) ? value : under] as const
  })
  return now.every(([key, value]) => value === part[key]) ? part : Object.fromEntries(now)
}

/** What of a record changes when its lineage follows the move: only the fields that change. */
export const changesOf = (doc: object, move: TreeMove): Fields => {
  const before = doc as Fields
  const changes: Fields = {}
  for (const field of lineages) {
    const value = before[field]
    if (!isLineage(value)) continue
    const now = currentUnder(value, move)
    if (!same(value, now)) changes[field] = now
  }
  // What its owner and what its contest lie under is both in `under`: the owner's own line goes with the owner alone.
  if (changes.under && isLineage(before.owners)) {
    const owners = currentUnder(before.owners, move)
    changes.under = [...new Set([...owners, ...(changes.under as string[])])]
    if (same(changes.under as string[], before.under as string[])) delete changes.under
  }
  for (const field of holders) {
    const now = within(before[field], move)
    if (now !== before[field]) changes[field] = now
  }
  const grants = Array.isArray(before.grants) ? (before.grants as unknown[]) : []
  const held = grants.map((grant) => within(grant, move))
  if (held.some((grant, at) => grant !== grants[at])) changes.grants = held
  if (changes.under && typeof before.path === 'string') {
    changes.path = (changes.under as string[]).map((id) => `/${id}`).join('')
    changes.depth = (changes.under as string[]).length - 1
  }
  return changes
}

/** The record as the tree is now. */
export const throughMove = <Doc extends object>(doc: Doc, move: TreeMove | null): Doc => {
  if (!move) return doc
  const changes = changesOf(doc, move)
  if (Object.keys(changes).length === 0) return doc
  const before = Object.fromEntries(Object.keys(changes).map((field) => [field, (doc as Fields)[field]]))
  return { ...doc, ...changes, [stored]: before }
}

/** Other ways than through the moved subtree a record lies under a node that is left: conditions, any of them enough. */
export type Ways = (nodeId: string, move: TreeMove, token: string) => object[]

/** In the lineage under a node, and not through the subtree that left it. */
export const apartFrom = (nodeId: string, move: TreeMove) => command.and(command.eq(nodeId), command.nin([move.nodeId]))

const idLength = 22
/** Fields with node ids, or words that begin with one. */
const tokenFields = ['under', 'shelves', 'reach']

const followToken = (token: string, { nodeId, leaves, joins }: TreeMove) => {
  const place = token.slice(0, idLength)
  const moved = nodeId + token.slice(idLength)
  if (joins.includes(place)) return command.in([token, moved])
  return leaves.includes(place) ? command.and(command.eq(token), command.nin([moved])) : token
}

const withWays = (filter: Filter, field: string, token: string, move: TreeMove, ways: Ways): Filter => {
  const moved = move.nodeId + token.slice(idLength)
  const stays = [{ [field]: command.nin([moved]) }, ...ways(token.slice(0, idLength), move, token)]
  return command.and(filter, command.or(...stays)) as Filter
}

/** The filter of a list "under a node" as the tree is now: wholly the new one, whichever records were rewritten yet. */
export const followFilter = (filter: Filter, move: TreeMove | null, ways?: Ways): Filter => {
  if (!move) return filter
  const fields = tokenFields.filter((field) => typeof filter[field] === 'string')
  if (fields.length === 0) return filter
  const [field = ''] = fields
  const token = String(filter[field])
  if (ways && move.leaves.includes(token.slice(0, idLength))) return withWays(filter, field, token, move, ways)
  const followed = fields.map((name) => [name, followToken(String(filter[name]), move)] as const)
  return { ...filter, ...Object.fromEntries(followed) }
}

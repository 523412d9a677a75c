import { database } from './cloud'
import { countTrip } from './current-call'

export type Join = { from: string; localField: string; foreignField: string; as: string }
/** The aggregation the SDK offers and its types leave out. */
export type Pipeline = {
  match(condition: object): Pipeline
  limit(count: number): Pipeline
  addFields(fields: object): Pipeline
  lookup(join: Join): Pipeline
  end(): Promise<{ list: unknown[] }>
}

/**
 * One document of a collection with what others hold beside it, joined in the cloud: one trip, whatever is looked at.
 * Comes as it is stored, and follows no move of a subtree: for calls that ask for none. Only `store` files call it.
 * @param beside fields the joins look up by
 * @returns null where no document is as `condition` says
 */
export const findJoined = async <Doc>(
  name: string,
  condition: object,
  beside: object,
  joins: readonly Join[],
): Promise<Doc | null> => {
  countTrip()
  const all = database.collection(name) as unknown as { aggregate(): Pipeline }
  const start = all.aggregate().match(condition).limit(1).addFields(beside)
  const found = await joins.reduce((pipeline, join) => pipeline.lookup(join), start).end()
  return (found.list[0] as Doc | undefined) ?? null
}

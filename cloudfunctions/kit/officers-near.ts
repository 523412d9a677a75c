import { currentUnder } from 'types/lineage'
import { command } from './cloud'
import { collection } from './collection'
import type { PersonCore } from './identity'
import { readMove } from './tree-move'

const people = collection<PersonCore>('people')

/** Who an officer is, and for which nodes. */
export type Officer = Pick<PersonCore, '_id' | 'personId' | 'name' | 'grants'>

const listSeated = (under: readonly string[]) =>
  people.list({ 'grants.nodeId': command.in(under) }, { fields: ['personId', 'name', 'grants'] })

/**
 * Officers (or regulators) of the lowest of these nodes, root first, that has any: a vacant seat's work is seen one level
 * up.
 */
export const listOfficersNear = async (
  read: readonly string[],
  role: 'officer' | 'regulator' = 'officer',
): Promise<Officer[]> => {
  // A worker's own call has read the record as it is stored; who is told must see it as the tree is now.
  const [before, move] = await Promise.all([listSeated(read), readMove()])
  const under = move ? currentUnder(read, move) : read
  const found = under.join() === read.join() ? before : await listSeated(under)
  const officersOf = (nodeId: string) =>
    found.filter(({ grants }) => grants.some((grant) => grant.role === role && grant.nodeId === nodeId))
  const node = [...under].reverse().find((nodeId) => officersOf(nodeId).length > 0)
  return node ? officersOf(node) : []
}

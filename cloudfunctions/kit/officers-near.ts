import { command } from './cloud'
import { collection } from './collection'
import type { PersonCore } from './identity'

const people = collection<PersonCore>('people')

/** Who an officer is, and for which nodes. */
export type Officer = Pick<PersonCore, '_id' | 'personId' | 'name' | 'grants'>

/**
 * Officers (or regulators) of the lowest of these nodes, root first, that has any: a vacant seat's work is seen one level
 * up.
 */
export const listOfficersNear = async (
  under: readonly string[],
  role: 'officer' | 'regulator' = 'officer',
): Promise<Officer[]> => {
  const found = await people.list({ 'grants.nodeId': command.in(under) }, { fields: ['personId', 'name', 'grants'] })
  const officersOf = (nodeId: string) =>
    found.filter(({ grants }) => grants.some((grant) => grant.role === role && grant.nodeId === nodeId))
  const node = [...under].reverse().find((nodeId) => officersOf(nodeId).length > 0)
  return node ? officersOf(node) : []
}

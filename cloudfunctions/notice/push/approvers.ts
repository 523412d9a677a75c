import { listOfficersAt } from '../audience/audience-store'

/** Officers of the lowest of these nodes (root first) that has any besides this person. */
export const listApprovers = async (under: readonly string[], personId: string) => {
  const found = (await listOfficersAt(under)).filter((person) => person.personId !== personId)
  const at = (nodeId: string) =>
    found.filter(({ grants }) => grants.some((grant) => grant.role === 'officer' && grant.nodeId === nodeId))
  const lowest = [...under].reverse().find((nodeId) => at(nodeId).length > 0)
  return lowest ? at(lowest) : []
}

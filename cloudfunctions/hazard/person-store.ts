import type { PersonDocumentCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

const people = collection<PersonDocumentCore>('people')
const whoFields = ['personId', 'name', 'grants']

export type Who = Pick<PersonDocumentCore, '_id' | 'personId' | 'name' | 'grants'>

/** The people who answer for hazards of an enterprise. */
export const listFixersOf = async (enterpriseId: string): Promise<Who[]> => {
  const found = await people.list({ 'grants.enterpriseId': enterpriseId }, { fields: whoFields })
  return found.filter(({ grants }) =>
    grants.some((grant) => grant.role === 'fixer' && grant.enterpriseId === enterpriseId),
  )
}

/** Officers of the lowest of these nodes (root first) that has any: a vacant seat's work is seen one level up. */
export const listOfficersNear = async (under: readonly string[]): Promise<Who[]> => {
  const found = await people.list({ 'grants.nodeId': command.in(under) }, { fields: whoFields })
  const officersOf = (nodeId: string) =>
    found.filter(({ grants }) => grants.some((grant) => grant.role === 'officer' && grant.nodeId === nodeId))
  const node = [...under].reverse().find((nodeId) => officersOf(nodeId).length > 0)
  return node ? officersOf(node) : []
}

/** Name and masked phone of the given people, by openid; one trip. */
export const findPeople = async (openids: readonly string[]) => {
  const found = await people.list({ _id: command.in(openids) }, { fields: ['name', 'phone', 'grants'] })
  return new Map(found.map((person) => [person._id, person]))
}

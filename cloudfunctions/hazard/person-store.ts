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

/** Name and masked phone of the given people, by openid; one trip. */
export const findPeople = async (openids: readonly string[]) => {
  const found = await people.list({ _id: command.in(openids) }, { fields: ['name', 'phone', 'grants'] })
  return new Map(found.map((person) => [person._id, person]))
}

/** Who holds an office at one of these nodes, with names; people who only fix are among them. */
export const listSeated = async (nodeIds: readonly string[]): Promise<Who[]> =>
  people.list({ 'grants.nodeId': command.in(nodeIds) }, { fields: whoFields })

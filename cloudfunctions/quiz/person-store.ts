import type { PersonDocumentCore } from 'types/documents'
import { collection } from '../kit/collection'
import type { EnterpriseCore } from 'types/documents'
import type { Unit } from './documents'

const people = collection<PersonDocumentCore>('people')
const enterprises = collection<EnterpriseCore>('enterprises')

/** The unit the person has declared, or null. */
export const findUnitOf = async (openid: string): Promise<Unit | null> => {
  const [person] = await people.list({ _id: openid }, { limit: 1, fields: ['unit'] })
  return person?.unit ? { id: person.unit.id, name: person.unit.name } : null
}

/** Registered workers of a unit: the denominator of its participation rate. */
export const findUnit = (unitId: string) => enterprises.find(unitId)

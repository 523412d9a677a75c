import { erasedName } from 'types/volunteer-certificate-rules'
import type { ApplicationDoc } from '../documents'
import { listApplicationsById } from './people-store'

/** As far as lists of a year name somebody. */
export const nameOf = (application: Pick<ApplicationDoc, 'personal'> | undefined): string =>
  application?.personal?.name ?? erasedName

/** Applications of these ids; one trip, none for nobody. */
export const knownBy = async (ids: readonly string[]): Promise<Map<string, ApplicationDoc>> => {
  const found = ids.length > 0 ? await listApplicationsById(ids) : []
  return new Map(found.map((one) => [one._id, one]))
}

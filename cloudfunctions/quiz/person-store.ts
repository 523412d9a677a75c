import type { BoothCore, EnterpriseCore, PersonDocumentCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

const people = collection<PersonDocumentCore>('people')
const enterprises = collection<EnterpriseCore>('enterprises')
const booths = collection<BoothCore>('booths')

export type Person = Pick<PersonDocumentCore, '_id' | 'name' | 'unit'>

/** Name and declared unit of these people. */
export const findPeople = (openids: readonly string[]): Promise<Person[]> =>
  people.list({ _id: command.in(openids) }, { fields: ['name', 'unit'] })

/** A unit with its registered workers: the denominator of its participation rate. */
export const findUnit = (unitId: string) => enterprises.find(unitId)
export const findUnits = (unitIds: readonly string[]) => enterprises.list({ _id: command.in(unitIds) })

export const findBooth = (id: string) => booths.find(id)
export const findBooths = (ids: readonly string[]) =>
  booths.list({ _id: command.in(ids) }, { fields: ['enterprise', 'campaignId', 'state'] })

type Standing = Pick<BoothCore, 'enterprise' | 'campaignId' | 'state'>
/** The enterprise a booth speaks for in a contest: while it is open, and unless it is another contest's. */
export const enterpriseAt = (booth: Standing | null | undefined, campaignId: string) =>
  booth?.state === 'open' && (booth.campaignId ?? campaignId) === campaignId ? booth.enterprise : null

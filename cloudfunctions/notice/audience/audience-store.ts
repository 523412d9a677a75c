import type { PersonDocumentCore } from 'types/documents'
import type { ApplicantKind, AudiencePart } from 'types/notice-audience'
import { reachToken, type ReachKind } from 'types/reach'
import type { Scanned } from '../../kit/came-by'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { peopleWays } from '../../kit/people-ways'
import { personIdOf } from '../../kit/person-id'

/** What else is looked at here: booths and persons whose codes were scanned. */
type Visitor = PersonDocumentCore & Scanned

const people = collection<Visitor>('people', { ways: peopleWays })

export type Recipient = {
  openid: string
  personId: string
  name: string | null
  unit: string | null
  unitId: string | null
}

const kinds = {
  workers: 'worker',
  volunteers: 'volunteer',
  officers: 'officer',
  fixers: 'fixer',
  'team-leaders': 'team-leader',
} as const satisfies Record<string, ReachKind>

/** People of a subtree of one kind, known by what their own record says. */
export type ReachPart = { nodeId: string; who: Exclude<AudiencePart['who'], ApplicantKind> }

const tokenOf = ({ nodeId, who }: ReachPart) => (who === 'everyone' ? nodeId : reachToken(nodeId, kinds[who]))

const fields = ['personId', 'name', 'unit']
const toRecipient = ({ _id, personId, name, unit }: PersonDocumentCore): Recipient => ({
  ...{ openid: _id, personId, name, unit: unit?.name ?? null, unitId: unit?.id ?? null },
})

/** Who can be reached as the part says, in order of openids after this one; its conditions are not looked at. */
export const listReach = async (part: ReachPart, after: string, limit: number): Promise<Recipient[]> => {
  const filter = { reach: tokenOf(part), _id: command.gt(after) }
  return (await people.list(filter, { sort: [['_id', 'asc']], limit, fields })).map(toRecipient)
}

/** Which of these can be reached as the part says. */
export const listReachOf = async (part: ReachPart, openids: readonly string[]): Promise<Recipient[]> =>
  (await people.list({ reach: tokenOf(part), _id: command.in(openids) }, { fields })).map(toRecipient)

const unnamed = { name: null, unit: null, unitId: null }

/**
 * These, at most 1000, in their order. Who applied without having told anything about himself has no record yet: he is
 * among them, without a name.
 */
export const listByOpenid = async (openids: readonly string[]): Promise<Recipient[]> => {
  if (openids.length === 0) return []
  const found = await people.list({ _id: command.in(openids) }, { fields })
  const known = new Map(found.map((person) => [person._id, toRecipient(person)]))
  return openids.map((openid) => known.get(openid) ?? { openid, personId: personIdOf(openid), ...unnamed })
}

const begins = (beginning: string) => command.and(command.gte(beginning), command.lt(`${beginning}\u{10FFFF}`))

/** Who can be reached as the part says and has a name that begins so, in the order of names. */
export const listNamed = async (part: ReachPart, beginning: string, limit: number): Promise<Recipient[]> => {
  const filter = { reach: tokenOf(part), name: begins(beginning) }
  return (await people.list(filter, { sort: [['name', 'asc']], limit, fields })).map(toRecipient)
}

/** Who of these, at most 1000, has a name that begins so. */
export const listNamedOf = async (openids: readonly string[], beginning: string): Promise<Recipient[]> =>
  openids.length === 0
    ? []
    : (await people.list({ _id: command.in(openids), name: begins(beginning) }, { fields })).map(toRecipient)

/** People by their person ids. */
export const listPersons = async (personIds: readonly string[]): Promise<Recipient[]> =>
  (await people.list({ personId: command.in(personIds) }, { fields })).map(toRecipient)

/** Officers of these very nodes. */
export const listOfficersAt = (nodeIds: readonly string[]) =>
  people.list({ 'grants.nodeId': command.in(nodeIds) }, { fields: ['personId', 'name', 'grants'] })

/** Who these persons are and what they may do; by person id. */
export const listHolders = (personIds: readonly string[]) =>
  people.list({ personId: command.in(personIds) }, { fields: ['personId', 'name', 'grants'] })

/** Which codes this one scanned: nothing else says where he came from. */
export const findScanned = async (openid: string): Promise<Scanned | undefined> =>
  (await people.list({ _id: openid }, { limit: 1, fields: ['booths', 'carriers', 'visits'] }))[0]

/** Through which nodes these, at most 1000, can be reached; by openid. */
export const listPlaces = async (openids: readonly string[]) =>
  (await people.list({ _id: command.in(openids) }, { fields: ['under'] })).map(
    ({ _id, under }) => [_id, under] as const,
  )

/** Name, unit and masked phone, as far as they are known. */
export const listContacts = (openids: readonly string[]) =>
  people.list({ _id: command.in(openids) }, { fields: ['name', 'unit', 'phone'] })

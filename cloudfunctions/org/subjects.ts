import { managerRoles } from 'types/org'
import type { Subject } from '../kit/access'
import type { Caller, StoredGrant } from '../kit/identity'
import { findBooth } from './booth/booth-store'
import { driveSubjects } from './drive/handlers'
import type { BoothDoc, EnterpriseDoc, InviteDoc, NodeDoc, PersonDoc, StoredGrant as HeldGrant } from './documents'
import { findEnterprise } from './enterprise-store'
import { findInvite } from './invite-store'
import { findNode } from './node-store'
import { findByPersonId } from './person-store'
import { findSheet, type SheetDoc } from './register/sheet-store'

type Placed = { under: readonly string[]; authority: HeldGrant['authority'] }

/** The union root's officers look after the regulators' tree too: somebody must appoint its first people. */
export const isAdministrator = (grant: StoredGrant) => grant.role === 'officer' && grant.under.length === 1

const admits = (place: Placed, grant: StoredGrant) =>
  place.under.includes(grant.nodeId) || (place.authority === 'regulator' && isAdministrator(grant))

/** Whether one of these grants still lets its holder invite there. */
export const mayInvite = (place: Placed, grants: readonly StoredGrant[]) =>
  grants.some((grant) => managerRoles.includes(grant.role) && admits(place, grant))

// A closed node is a name in old records: nothing is done or looked up there any more.
const findOpenNode = async (id: string) => {
  const found = await findNode(id)
  return found?.state === 'closed' ? null : found
}

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findOpenNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  admits,
}
const invite: Subject<InviteDoc> = { load: (input: { id: string }) => findInvite(input.id), admits }
const booth: Subject<BoothDoc> = { load: (input: { id: string }) => findBooth(input.id), under: (doc) => doc.under }

const enterprise: Subject<EnterpriseDoc> = {
  load: (input: { id: string }) => findEnterprise(input.id),
  under: (doc) => doc.under,
}
const sheet: Subject<SheetDoc> = { load: (input: { id: string }) => findSheet(input.id), under: (doc) => doc.under }

/** The root of the caller's own tree: only a grant on the root itself reaches it. */
const root: Subject<NodeDoc> = {
  load: (_input: object, { grants }: Caller) => findNode(grants[0]?.under[0] ?? ''),
  under: ({ _id }) => [_id],
}

/** A grant of a person; `ended` when it was taken back already. */
export type GrantSubject = { person: PersonDoc; grant: HeldGrant; ended: boolean }

const person: Subject<GrantSubject> = {
  load: async ({ id, personId }: { id: string; personId: string }) => {
    const found = await findByPersonId(personId)
    const held = found?.grants.find((grant) => grant.id === id)
    const former = found?.formerGrants.find((grant) => grant.id === id)
    const grant = held ?? former
    return found && grant ? { person: found, grant, ended: !held } : null
  },
  admits: ({ grant }, caller) => admits(grant, caller),
}

export const subjects = { node, root, enterprise, sheet, invite, booth, person, ...driveSubjects }

import { AppError } from 'types/app-error'
import type { LeftPayload } from 'types/documents'
import { fewestManagers, managerRoles, roleLabels } from 'types/org'
import type { orgContract } from 'types/org-contract'
import { recording, type Acting } from '../kit/aggregate'
import { command } from '../kit/cloud'
import { countRecorded } from '../kit/current-call'
import type { Handler } from '../kit/serve'
import type { NodeDoc, PersonDoc, StoredGrant } from './documents'
import { revokeTogether, type Revocation } from './grant-store'
import { withdrawInvitesOf } from './invites'
import type { GrantSubject } from './subjects'
import { withTerms } from './with-terms'

const keepFormer = 50

// From two nobody may go. A node that never had two may lose its only one, whom a superior replaces; a root has none.
export const mayLoseOne = (node: NodeDoc) =>
  node.managers > fewestManagers || (node.managers < fewestManagers && node.parentId !== null)

/** A person without one of his grants. */
export const without = (person: PersonDoc, grant: StoredGrant, now: Date): Partial<PersonDoc> => ({
  ...withTerms(person.grants.filter((held) => held.id !== grant.id)),
  formerGrants: [...person.formerGrants, { ...grant, endedAt: now }].slice(-keepFormer),
})

// His open work is told of to whoever goes on with it, by each function that has some.
const leave = ({ _id: openid, personId, name }: PersonDoc, grant: StoredGrant) => {
  const { id: grantId, role, nodeId, nodeName, under, enterpriseId } = grant
  const payload: LeftPayload = {
    grantId,
    openid,
    personId,
    name: name ?? '',
    role,
    nodeId,
    nodeName,
    under,
    enterpriseId,
  }
  return ['hazard', 'volunteer'].map((to) => ({ to, kind: 'left', payload }))
}

/** What a node keeps of it that somebody holds an office there no more. */
export const dismiss = (
  node: NodeDoc,
  person: PersonDoc,
  grant: StoredGrant,
  reason: string,
  acting: Acting,
  now: Date,
) => ({
  ...recording(
    node,
    { ...acting, verb: `撤销${roleLabels[grant.role]}` },
    {
      ...{ act: 'dismiss', from: node.state, to: node.state, at: now, push: leave(person, grant) },
      data: { grantId: grant.id, role: grant.role, personId: person.personId, reason },
    },
  ),
  ...(managerRoles.includes(grant.role) ? { managers: command.inc(-1) } : {}),
})

/** Takes a grant back, and the invitations that rested on it. The person stays reachable through everything else he is. */
export const revokeGrant: Handler<typeof orgContract.revokeGrant, GrantSubject> = async (
  { id, reason },
  { subject: { person: known, grant: named, ended }, acting, now },
) => {
  const left = known.grants.filter((held) => held.id !== id)
  const withdraw = () => withdrawInvitesOf(known.personId, left, acting('officer'), now)
  if (ended) {
    await withdraw()
    return { id }
  }
  const decide = (person: PersonDoc | null, node: NodeDoc | null): Revocation => {
    const grant = person?.grants.find((held) => held.id === id)
    if (!person || !node || !grant) return { already: true }
    if (managerRoles.includes(grant.role) && !mayLoseOne(node)) return { refuse: new AppError('LAST_MANAGER') }
    return {
      person: { set: without(person, grant, now) },
      node: dismiss(node, person, grant, reason, acting('officer'), now),
    }
  }
  const refused = await revokeTogether(known._id, named.nodeId, now, decide)
  if (refused) throw refused
  countRecorded()
  await withdraw()
  return { id }
}

import { toScene } from 'types/ids'
import type { BoothDoc, EnterpriseDoc, InviteDoc, NodeDoc, PersonDoc, StoredGrant } from './documents'

type Values = Record<string, number>

export const toMe = (person: PersonDoc | null) => ({
  name: person?.name ?? null,
  phone: person?.phone ?? null,
  unit: person?.unit ?? null,
  grants: person?.grants ?? [],
})

export const toNodeView = (node: NodeDoc, children: number) => ({
  ...{ id: node._id, parentId: node.parentId, type: node.type, authority: node.authority, name: node.name },
  ...{ depth: node.depth, managers: node.managers, children, qualifies: node.qualifies ?? false },
})

export const toEnterpriseView = (enterprise: EnterpriseDoc) => ({
  ...enterprise,
  ...{ id: enterprise._id, code: enterprise.code ?? '' },
})

export const toBoothView = (booth: BoothDoc, values: Values = {}) => ({
  ...booth,
  ...{ id: booth._id, scene: toScene({ kind: 'booth', id: booth._id }), batch: booth.batch ?? null },
  ...{ scans: values.scans ?? 0, people: values.people ?? 0, redirected: values.redirected ?? 0 },
  leads: booth.leads ?? null,
})

/** An invitation nobody has marked as expired yet is expired all the same. */
export const inviteState = (invite: InviteDoc, now: Date) =>
  invite.state === 'open' && invite.expiresAt <= now ? 'expired' : invite.state

export const toInviteView = (invite: InviteDoc, now: Date) => ({
  ...{ id: invite._id, scene: toScene({ kind: 'invite', id: invite._id }), role: invite.role },
  ...{ nodeName: invite.nodeName, invitedBy: invite.invitedBy, expiresAt: invite.expiresAt },
  until: invite.until ?? null,
  state: inviteState(invite, now),
})

export const toPersonView = (person: PersonDoc, grant: StoredGrant) => ({
  ...{ grantId: grant.id, personId: person.personId, name: person.name ?? '', phone: person.phone },
  ...{ role: grant.role, nodeId: grant.nodeId, nodeName: grant.nodeName, since: grant.since },
  until: grant.until ?? null,
})

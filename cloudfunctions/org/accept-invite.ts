import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { managerRoles, roleLabels } from 'types/org'
import { nextTermAt } from 'types/org-managers'
import type { orgContract } from 'types/org-contract'
import { inviteMachine } from 'types/org-office'
import { findMove } from 'types/state-machine'
import { recording, type Acting } from '../kit/aggregate'
import { command } from '../kit/cloud'
import { countRecorded } from '../kit/current-call'
import type { Handler } from '../kit/serve'
import type { InviteDoc, NodeDoc, PersonDoc, StoredGrant } from './documents'
import { acceptTogether, type Acceptance, type Parties } from './grant-store'
import { findInvite } from './invite-store'
import { cleanName } from './own-name'
import { findByPersonId } from './person-store'
import { mayInvite } from './subjects'
import { withTerms } from './with-terms'
import { inviteState, toMe } from './views'

const grantOf = (invite: InviteDoc, now: Date): StoredGrant => ({
  ...{ id: deriveId('grant', invite._id), role: invite.role, nodeId: invite.nodeId, nodeName: invite.nodeName },
  ...{ authority: invite.authority, enterpriseId: invite.enterpriseId, under: invite.under },
  ...{ since: now, by: invite.inviterId, until: invite.until ?? null, nextAt: nextTermAt(invite.until, now) },
})

const untilOf = ({ until }: StoredGrant) => until?.toISOString() ?? null

const isSame = (left: StoredGrant, right: StoredGrant) =>
  left.role === right.role && left.nodeId === right.nodeId && left.enterpriseId === right.enterpriseId

const refuse = (code: ConstructorParameters<typeof AppError>[0], message?: string) => ({
  refuse: new AppError(code, message ? { message } : {}),
})

const appoint = (node: NodeDoc, grant: StoredGrant, personId: string, acting: Acting, now: Date) => ({
  ...recording(
    node,
    { ...acting, verb: `任命${roleLabels[grant.role]}` },
    {
      ...{ act: 'appoint', from: node.state, to: node.state, at: now },
      data: { grantId: grant.id, role: grant.role, personId, invitedBy: grant.by, until: untilOf(grant) },
    },
  ),
  managers: command.inc(1),
})

const accepted = (invite: InviteDoc, grant: StoredGrant, personId: string, acting: Acting, now: Date) => {
  const move = findMove(inviteMachine, invite.state, 'accept', 'applicant')
  if (!move) return null
  const data = { grantId: grant.id, personId }
  const happening = { act: move.act, from: invite.state, to: move.to, at: now, data }
  return { ...recording(invite, acting, happening), state: move.to, acceptedBy: personId }
}

type Guest = { name: string; now: Date; acting: (by: string) => Acting }

// A name others know an officer by changes only where the change is recorded.
const nameFault = ({ grants, name: known }: PersonDoc, name: string) =>
  grants.length > 0 && known && known !== name
    ? new AppError('INVALID_INPUT', {
        fields: { name: `您已用“${known}”的姓名任职，请用同一个姓名；要改请先到“个人资料”里改` },
      })
    : null

const accept = (
  { invite, person, node }: { invite: InviteDoc; person: PersonDoc; node: NodeDoc },
  { name, now, acting }: Guest,
): Acceptance => {
  const grant = grantOf(invite, now)
  if (person.grants.some((held) => isSame(held, grant))) return refuse('ALREADY_EXISTS', '您已经有这个职务了。')
  const fault = nameFault(person, name)
  if (fault) return { refuse: fault }
  const who = acting(person.personId)
  const moved = accepted(invite, grant, person.personId, who, now)
  if (!moved) return refuse('LINK_EXPIRED')
  const isManager = managerRoles.includes(grant.role)
  return {
    invite: moved,
    person: { set: { name, ...withTerms([...person.grants, grant]) } },
    node: isManager ? appoint(node, grant, person.personId, who, now) : null,
  }
}

const decideFor =
  (guest: Guest) =>
  ({ invite, person, node, inviter }: Parties): Acceptance => {
    if (!invite || !node) return refuse('NOT_FOUND')
    if (invite.state === 'accepted' && invite.acceptedBy === person.personId) return { already: person }
    if (inviteState(invite, guest.now) !== 'open') return refuse('LINK_EXPIRED')
    if (invite.inviterId === person.personId) return refuse('SAME_PERSON', '邀请要由对方本人打开，不能自己接受。')
    // Who no longer sits where he invited from must not come back, or bring others, by a link of his own.
    if (!inviter || !mayInvite(invite, inviter.grants)) return refuse('LINK_EXPIRED')
    return accept({ invite, person, node }, guest)
  }

/**
 * The link becomes a grant: once, for whoever opened it first, as long as its sender may still give it. The same person
 * may repeat the call. Invitation, its sender, then everything together: three trips.
 */
export const acceptInvite: Handler<typeof orgContract.acceptInvite> = async (input, { caller, acting, now }) => {
  const name = cleanName(input.name)
  const sent = await findInvite(input.id)
  const inviter = sent && (await findByPersonId(sent.inviterId))
  const decide = decideFor({ name, now, acting: (by) => acting('applicant', { by, name }) })
  const ids = { inviteId: input.id, openid: caller.openid, inviter: inviter?._id ?? null }
  const person = await acceptTogether(ids, now, decide)
  if (person instanceof AppError) throw person
  countRecorded()
  return toMe(person)
}

import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { roleLabels } from 'types/org'
import type { orgContract } from 'types/org-contract'
import { inviteDays, inviteMachine } from 'types/org-office'
import { born, move, type Acting } from '../kit/aggregate'
import { isSame } from '../kit/same'
import type { Handler } from '../kit/serve'
import type { InviteDoc, NodeDoc, StoredGrant } from './documents'
import { findEnterprise } from './enterprise-store'
import { createInvite, findInvite, invites, listOpenInvitesBy } from './invite-store'
import { mayInvite } from './subjects'
import { toInviteView } from './views'

const teamTypes: readonly NodeDoc['type'][] = ['enterprise', 'workshop', 'team']
const dayMs = 86_400_000

type Invitation = InputOf<typeof orgContract.invite>

const refuse = (field: string, sentence: string) => new AppError('INVALID_INPUT', { fields: { [field]: sentence } })

const checkRole = (node: NodeDoc, { role, enterpriseId }: Invitation) => {
  if ((node.authority === 'regulator') !== (role === 'regulator'))
    throw refuse('role', node.authority === 'regulator' ? '监管单位只能邀请监管人员' : '监管人员只能在监管单位里邀请')
  if (role === 'team-leader' && !teamTypes.includes(node.type)) throw refuse('role', '班组长要在企业、车间或班组里邀请')
  if (role === 'fixer' && enterpriseId === undefined) throw refuse('enterpriseId', '请选择他负责的企业')
  if (role !== 'fixer' && enterpriseId !== undefined) throw refuse('enterpriseId', '只有企业整改责任人需要选企业')
}

/** Where the grant will stand: a fixer belongs to the enterprise's own node, others where they are invited. */
const placeOf = async (node: NodeDoc, { role, enterpriseId }: Invitation) => {
  const here = { nodeId: node._id, nodeName: node.name, authority: node.authority, under: node.under }
  if (enterpriseId === undefined) return { ...here, enterpriseId: null, words: `${roleLabels[role]}：${node.name}` }
  const enterprise = await findEnterprise(enterpriseId)
  if (!enterprise?.under.includes(node._id)) throw refuse('enterpriseId', '没有在您的范围内找到这家企业')
  if (enterprise.state === 'closed') throw refuse('enterpriseId', '这家企业已关停，请先恢复在册')
  const { nodeId, nodeName, under } = enterprise
  return { ...here, nodeId, nodeName, under, enterpriseId, words: `${roleLabels[role]}：${enterprise.name}` }
}

/** One-time invitation by a superior; valid for seven days, whoever opens the link first may accept. */
export const invite: Handler<typeof orgContract.invite, NodeDoc> = async (
  input,
  { subject: node, caller, acting, now },
) => {
  checkRole(node, input)
  const until = input.until === undefined ? null : new Date(input.until)
  if (until && until.getTime() < now.getTime() + inviteDays * dayMs)
    throw refuse('until', `任期至少到 ${inviteDays} 天以后，邀请在那之前都可能被接受`)
  const { words, ...place } = await placeOf(node, input)
  const birth = { _id: input._id, state: 'open' as const, under: place.under, subject: `邀请${words}`, at: now }
  const doc: InviteDoc = {
    ...born(acting('officer'), birth),
    ...place,
    ...{ role: input.role, inviterId: caller.personId, invitedBy: caller.name ?? '', acceptedBy: null },
    expiresAt: new Date(now.getTime() + inviteDays * dayMs),
    until,
  }
  if (await createInvite(doc)) return toInviteView(doc, now)
  const before = await findInvite(input._id)
  if (!before || !isSame(before, doc, ['inviterId', 'nodeId', 'role', 'enterpriseId']))
    throw new AppError('ALREADY_EXISTS')
  return toInviteView(before, now)
}

/** What the link is about, for whoever holds it. */
export const inviteInfo: Handler<typeof orgContract.inviteInfo> = async ({ id }, { now }) => {
  const found = await findInvite(id)
  if (!found) throw new AppError('NOT_FOUND')
  return toInviteView(found, now)
}

export const cancelInvite: Handler<typeof orgContract.cancelInvite, InviteDoc> = async (
  _input,
  { subject: doc, acting, now },
) => {
  if (doc.state === 'cancelled') return toInviteView(doc, now)
  const { state } = await move(invites, inviteMachine, doc, acting('officer'), 'cancel', doc.version, { at: now })
  return toInviteView({ ...doc, state }, now)
}

/** Takes back a person's open invitations to where the grants left to him no longer reach. */
export const withdrawInvitesOf = async (personId: string, left: readonly StoredGrant[], acting: Acting, now: Date) => {
  const lost = (await listOpenInvitesBy(personId)).filter((doc) => !mayInvite(doc, left))
  const by = { ...acting, actor: 'officer' as const, verb: '撤回邀请' }
  for (const doc of lost) {
    try {
      await move(invites, inviteMachine, doc, by, 'cancel', doc.version, { at: now })
    } catch (thrown) {
      // Somebody was faster; nobody can accept it any more either way.
      if (!(thrown instanceof AppError)) throw thrown
    }
  }
}

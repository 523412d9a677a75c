import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { InviteDoc } from './documents'

export const invites = collection<InviteDoc>('invites')

export const findInvite = (id: string) => invites.find(id)
export const createInvite = (invite: InviteDoc) => invites.insert(invite)
export const listOpenInvites = (nodeId: string) =>
  invites.list({ under: nodeId, state: 'open' }, { sort: [['createdAt', 'desc']], limit: 50 })
export const findLapsedInvites = (now: Date) =>
  invites.list({ state: 'open', expiresAt: command.lte(now) }, { sort: [['expiresAt', 'asc']], limit: 50 })
export const listOpenInvitesBy = (inviterId: string) => invites.list({ inviterId, state: 'open' }, { limit: 50 })

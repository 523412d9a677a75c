import type { orgContract } from 'types/org-contract'
import type { Handler } from '../kit/serve'
import type { NodeDoc } from './documents'
import { listOpenInvites } from './invite-store'
import { pageGranted } from './person-store'
import { toInviteView, toPersonView } from './views'

/** Who holds which grant in a subtree, and (on the first page) which invitations are open. */
export const people: Handler<typeof orgContract.people, NodeDoc> = async ({ page, size }, { subject: node, now }) => {
  const [granted, open] = await Promise.all([
    pageGranted(node._id, page, size),
    page === 1 ? listOpenInvites(node._id) : [],
  ])
  const items = granted.items.flatMap((person) =>
    person.grants.filter((grant) => grant.under.includes(node._id)).map((grant) => toPersonView(person, grant)),
  )
  const invites = open.map((invite) => toInviteView(invite, now)).filter(({ state }) => state === 'open')
  return { items, invites, more: granted.more }
}

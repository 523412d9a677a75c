import type { AppError } from 'types/app-error'
import type { Patch } from '../kit/collection'
import type { Transaction } from '../kit/sdk-types'
import { transaction } from '../kit/transaction'
import type { InviteDoc, NodeDoc, PersonDoc } from './documents'
import { patiently } from './patiently'
import { changedPerson, personPatch, strangerOf, type PersonChange } from './person-store'

export const read = async <Doc>(open: Transaction, name: string, id: string): Promise<Doc | null> =>
  ((await open.collection(name).doc(id).get()).data as Doc | null | undefined) ?? null

export const write = (open: Transaction, name: string, id: string, patch: Patch | null | undefined) =>
  patch && Object.keys(patch).length > 0 ? open.collection(name).doc(id).update({ data: patch }) : undefined

const writePerson = (open: Transaction, stored: PersonDoc | null, after: PersonDoc, change: PersonChange, now: Date) =>
  stored
    ? write(open, 'people', stored._id, personPatch(stored, change, now))
    : open.collection('people').add({ data: after })

export type Acceptance =
  { refuse: AppError } | { already: PersonDoc } | { invite: Patch; person: PersonChange; node: Patch | null }

/** Everybody and everything an acceptance rests on, as the transaction reads it. */
export type Parties = {
  invite: InviteDoc | null
  person: PersonDoc
  node: NodeDoc | null
  inviter: PersonDoc | null
}
/** Openids of both people; the sender's is null where he is gone. */
type Ids = { inviteId: string; openid: string; inviter: string | null }

/**
 * Invitation, person and (for managers) node move together. `decide` is pure and may run again with fresher documents.
 * @returns the person afterwards, or why not
 */
export const acceptTogether = (
  { inviteId, openid, inviter: inviterOpenid }: Ids,
  now: Date,
  decide: (parties: Parties) => Acceptance,
): Promise<PersonDoc | AppError> =>
  patiently(() =>
    transaction(async (open) => {
      const invite = await read<InviteDoc>(open, 'invites', inviteId)
      const stored = await read<PersonDoc>(open, 'people', openid)
      const node = invite && (await read<NodeDoc>(open, 'nodes', invite.nodeId))
      const inviter = inviterOpenid ? await read<PersonDoc>(open, 'people', inviterOpenid) : null
      const person = stored ?? strangerOf(openid, now)
      const verdict = decide({ invite, person, node, inviter })
      // Refusals are returned, not thrown: the SDK rebuilds what a callback throws and loses its kind.
      if ('refuse' in verdict) return verdict.refuse
      if ('already' in verdict) return verdict.already
      const after = changedPerson(person, verdict.person, now)
      await write(open, 'invites', inviteId, verdict.invite)
      await write(open, 'nodes', node?._id ?? '', verdict.node)
      await writePerson(open, stored, after, verdict.person, now)
      return after
    }),
  )

export type Revocation = { refuse: AppError } | { already: true } | { person: PersonChange; node: Patch }

/** Person and node move together, so that two revocations at once cannot both see one manager too many. */
export const revokeTogether = (
  openid: string,
  nodeId: string,
  now: Date,
  decide: (person: PersonDoc | null, node: NodeDoc | null) => Revocation,
): Promise<AppError | null> =>
  patiently(() =>
    transaction(async (open) => {
      const person = await read<PersonDoc>(open, 'people', openid)
      const node = await read<NodeDoc>(open, 'nodes', nodeId)
      const verdict = decide(person, node)
      if ('refuse' in verdict) return verdict.refuse
      if ('already' in verdict || !person) return null
      await write(open, 'nodes', nodeId, verdict.node)
      await write(open, 'people', openid, personPatch(person, verdict.person, now))
      return null
    }),
  )

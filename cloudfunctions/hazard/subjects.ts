import type { NodeCore } from 'types/documents'
import type { Subject } from '../kit/access'
import type { Caller, StoredGrant } from '../kit/identity'
import { objectionSubject } from './award/object'
import { awardSubject } from './award/view'
import { enterpriseSubject } from './board/handlers'
import type { HazardDoc } from './hazard'
import { findHazard } from './hazard-store'
import { letterSubject } from './letter/queries'
import { findNode } from './report/route-store'
import { rootSubject } from './rules/handlers'

/** A union or a regulator's office whose list is asked for. */
export type Seat = Pick<NodeCore, '_id' | 'name' | 'under'>

// Most ask about where they sit themselves, and their grant says all there is to know about it: no trip.
const node: Subject<Seat> = {
  load: async ({ nodeId }: { nodeId?: string }, { grants }: Caller) => {
    const own = nodeId ? grants.find((grant) => grant.nodeId === nodeId) : grants[0]
    return own ? { _id: own.nodeId, name: own.nodeName, under: own.under } : findNode(nodeId ?? '')
  },
  under: (doc) => doc.under,
}

// A fixer's grant hangs on the enterprise, whatever node it belongs to, and reaches only what was handed to him.
const admits = (doc: HazardDoc, grant: StoredGrant) =>
  grant.role === 'fixer'
    ? grant.enterpriseId !== null && grant.enterpriseId === doc.fixingFor
    : doc.under.includes(grant.nodeId)

/** A hazard with the one of its followers who asks. */
export type Followed = { doc: HazardDoc; openid: string }

const followed: Subject<Followed> = {
  load: async (input: { id: string }, { openid }: Caller) => {
    const doc = await findHazard(input.id)
    return doc && openid !== '' && doc.followers.includes(openid) ? { doc, openid } : null
  },
  owner: ({ openid }) => openid,
}

const hazard: Subject<HazardDoc> = {
  load: (input: { id: string }) => findHazard(input.id),
  owner: (doc) => doc.owner,
  admits,
}

const awardSubjects = { award: awardSubject, objection: objectionSubject }

export const subjects = {
  node,
  hazard,
  followed,
  letter: letterSubject,
  enterprise: enterpriseSubject,
  root: rootSubject,
  ...awardSubjects,
}

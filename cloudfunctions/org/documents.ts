import type { BoothCore, EnterpriseCore, NodeCore, PersonDocumentCore } from 'types/documents'
import type { ErasureState, Grant } from 'types/org'
import type { EnterpriseFacts, EnterpriseState, furtherFields } from 'types/org-register'
import type { NodeState } from 'types/org-move'
import type { BoothState } from 'types/org-booth'
import type { InviteState } from 'types/org-office'
import type { Aggregate, OutboxItem } from '../kit/aggregate'

export type NodeDoc = NodeCore & Aggregate<NodeState>
/** Facts an enterprise may have beyond what others read of it; one registered with less has none of them. */
export type EnterpriseDoc = EnterpriseCore &
  Aggregate<EnterpriseState> &
  Partial<Pick<EnterpriseFacts, (typeof furtherFields)[number]>>
export type BoothDoc = Omit<BoothCore, 'state'> &
  Aggregate<BoothState> & {
    closesAt: Date | null
    /** Picture of the mini-program code, made when first asked for. */
    code: { fileId: string; envVersion: string } | null
    /** The batch it was made in. */
    batch?: { id: string; title: string } | null
    /** Of a redirected one: where its code leads. Always an open booth when it was set, never another redirected one. */
    leads?: { booth: { id: string; name: string } | null; task: BoothCore['task'] | null } | null
  }
/** Booths made at once; its booths carry its id and title. */
export type BatchDoc = Aggregate<'made'> &
  Pick<BoothCore, 'nodeId' | 'nodeName' | 'campaignId' | 'task'> & {
    title: string
    booths: number
    by: string
    /** Hash of its last day and places: tells a retry from other words. */
    print: string
  }
export type InviteDoc = Aggregate<InviteState> & {
  nodeId: string
  nodeName: string
  authority: Grant['authority']
  role: Grant['role']
  enterpriseId: string | null
  inviterId: string
  invitedBy: string
  expiresAt: Date
  /** End of the term that is offered. */
  until?: Date | null
  /** personId of who accepted. */
  acceptedBy: string | null
}
export type StoredGrant = PersonDocumentCore['grants'][number]

/**
 * A person. No aggregate of the audit trail: an archived event carries the document's id, and this one is the openid.
 * What happens to grants is recorded on the node and the invitation instead.
 */
export type PersonDoc = PersonDocumentCore & {
  version: number
  phoneSealed: string | null
  /** Keyed mark of the phone-number code used last: a repeated call meets its own number. */
  phoneProof: string | null
  unitUnder: string[]
  boothUnder: string[]
  volunteerUnder: string[]
  /** Booths scanned so far, and the latest scans by their phone-made ids. */
  booths: string[]
  /** Persons whose own codes were scanned so far. */
  carriers?: string[]
  /** `code`: the lost one that was scanned, where it led to `boothId`. */
  visits: { id: string; boothId: string; code?: string; at: Date }[]
  /** The earliest `nextAt` of the grants. */
  termAt?: Date | null
  formerGrants: (StoredGrant & { endedAt: Date })[]
  outbox: OutboxItem[]
  outboxAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** Stands once an administrator exists; its fixed id lets one founder win. */
export type FoundingDoc = { _id: string; attempt: string; openid: string; nodeId: string; at: Date }

export type ErasureDoc = Aggregate<ErasureState> & {
  /** Gone once everything is. */
  openid: string | null
}

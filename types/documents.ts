import type { TriggerKey } from './triggers'
import type { Grant } from './org'

/**
 * Documents that more than one function reads. Each has one writer (config/database); readers get just these fields.
 * Dates are Dates here: this is the database, not the envelope.
 */
export type NodeCore = {
  _id: string
  parentId: string | null
  type: 'geographic' | 'industry' | 'group' | 'enterprise' | 'workshop' | 'team'
  authority: Grant['authority']
  name: string
  /** searchTerms of the name. */
  terms: string[]
  /** `/` and the 22-character id of every node from the root down to this one. */
  path: string
  /** The same as a list: what `under` of everything in this node begins with. */
  under: string[]
  depth: number
  /** Officers (union) or regulators of the node. Child nodes are a counter: `org.node.<id>`, field children. */
  managers: number
  /** Of a regulator node: the union node of the same level whose reviews it takes over. null for union nodes. */
  serves: string | null
  /** Of a union node: whether it issues the union's opinion on volunteers for what lies under it. Absent: no. */
  qualifies?: boolean
}

export type EnterpriseCore = {
  _id: string
  /** The union node it belongs to; its own enterprise union where it has one. */
  nodeId: string
  nodeName: string
  under: string[]
  name: string
  /** searchTerms of the name. */
  terms: string[]
  industry: string
  flags: { highRisk: boolean; nonPublic: boolean; small: boolean }
  hasUnion: boolean
  workers: number
  teams: number
}

export type BoothCore = {
  _id: string
  nodeId: string
  nodeName: string
  under: string[]
  name: string
  place: string
  enterprise: { id: string; name: string } | null
  campaignId: string | null
  task: 'home' | 'quiz' | 'hazard' | 'volunteer'
  state: 'open' | 'closed' | 'redirected'
}

/** `_id` is the openid; `personId` is the only id that ever leaves. */
export type PersonDocumentCore = {
  _id: string
  personId: string
  name: string | null
  /** Masked; the sealed number stays with org. */
  phone: string | null
  unit: { id: string; name: string; verified: boolean } | null
  grants: (Grant & {
    under: string[]
    since: Date
    by: string
    /** End of the term, where one was agreed, and when something about it is next due. */
    until?: Date | null
    nextAt?: Date | null
  })[]
  /** Node ids this person can be reached through: of the unit, the booths scanned, the roster and the grants. */
  under: string[]
  /** worker, volunteer and the roles of the grants. */
  kinds: string[]
  /** Both in one array, for queries: see reachOf and reachToken in types/reach. */
  reach: string[]
}

export type CampaignCore = {
  _id: string
  nodeId: string
  under: string[]
  title: string
  slogan: string
  opensAt: Date
  closesAt: Date
  state: 'draft' | 'open' | 'closed' | 'dropped'
  levels: number
  /** Kept by quiz's drainer. */
  players: number
}

/** Payload of a delivery of kind `message` to notice. `data` is keyed by the template's field keys. */
export type MessagePayload = {
  openid: string
  template: 'hazard-progress' | 'review-result' | 'activity' | 'work-to-do'
  data: Record<string, string>
  page: string | null
  trigger: TriggerKey
  /** Union ids from the root down whose settings decide whether it is sent. */
  line?: string[]
}

/** Payload of a delivery of kind `volunteer` from volunteer to org: who is on the roster (`under` of that union). */
export type VolunteerPayload = { openid: string; enrolled: boolean; under: string[] }

/** Payload of a delivery of kind `erase` from org: everything personal of this person goes, statistics stay. */
export type ErasePayload = { openid: string }

/** Payload of a delivery of kind `left` from org to hazard and volunteer: somebody left an office, and his open work with it. */
export type LeftPayload = {
  grantId: string
  openid: string
  personId: string
  name: string
  role: Grant['role']
  nodeId: string
  nodeName: string
  under: string[]
  enterpriseId: string | null
}

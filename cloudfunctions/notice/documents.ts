import type { ConsentPlace } from 'types/consent-places'
import type { NodeCore } from 'types/documents'
import type { LongRule } from 'types/fit-wording'
import type { ReadyKey } from 'types/ready-texts'
import type { Audience, MessageState, TemplateKey } from 'types/notice'
import type { PushState } from 'types/notice-push'
import type { VisitSource } from 'types/visit-source'
import type * as z from 'types/zod'
import type { Aggregate, OutboxItem } from '../kit/aggregate'

export type NodeDoc = NodeCore

export type PushDoc = Aggregate<PushState> & {
  nodeId: string
  template: TemplateKey
  title: string
  audience: z.output<typeof Audience>
  /** The audience in words. */
  audienceWords: string
  /** What stands in each field, with placeholders as written. */
  wording: Record<string, string>
  /** What is done where a name or a unit is too long. */
  longRule?: LongRule | null
  /** In whose name it was sent. */
  union?: string
  /** The text it was written with, and the ready-made one. */
  text?: string | null
  ready?: ReadyKey | null
  /** The account's template id WeChat no longer knows: with that one nobody else is tried. */
  withdrawn?: string | null
  page: string | null
  /** Openid up to which messages are laid out. */
  cursor: string
  /** Messages laid out; known once all are. */
  total: number
  /** Who would have got it and was left out by name, as the list was laid. */
  leftOut?: number
  by: string
  /** When it is to begin; null or absent: at once. */
  dueAt?: Date | null
  /** When its author wanted it to begin: what a retry says again, though `dueAt` has moved. */
  askedAt?: Date | null
  /** Person id of who wrote it, and of who answers for it since it was resumed by somebody else. */
  authorId?: string
  keeperId?: string
  /** Person ids a trial goes to; null or absent: it is no trial. */
  testers?: string[] | null
  /** Of template, wording and page: what a trial has shown. */
  print?: string
  /** Shanghai day it counts for; null for a trial. */
  day?: string | null
  /** Recipients when it was sent off, counted as far as the rules ask. */
  size?: number
  /** Why it was returned or stopped. */
  note?: string | null
  approvedBy?: string | null
  /** Its list is complete. */
  laid?: boolean
  /** Id of the message up to which those to be tried again were looked for; null or absent: nobody asked. */
  retryAfter?: string | null
  /** Cancelled half way: what still waits is to be called off. */
  sweep?: boolean
}

/** One message to one person: the in-app inbox and the queue to WeChat in one document. */
export type MessageDoc = {
  /** Derived from push and person, or from the delivery: laid out twice it is the same. */
  _id: string
  /** null once the person erased himself. */
  openid: string | null
  name: string | null
  pushId: string | null
  template: TemplateKey
  title: string
  fields: { key: string; name: string; value: string }[]
  page: string | null
  state: MessageState
  reason: string | null
  /** When it was laid out, and when WeChat's word on it was known. */
  at: Date
  settledAt: Date | null
  /** Until when the sender that claimed it may be alive. */
  leaseUntil: Date | null
  /** Of those that were claimed with it; under this name its consent was spent. */
  claim?: string | null
  /** It failed in a way that may pass: tried again, it may arrive. */
  again?: boolean
  read: boolean
  /** Seen by a tap on the notice in WeChat. */
  opened?: boolean
  outbox: OutboxItem[]
  outboxAt: Date | null
}

/** What one person agreed to: messages left a template, and the latest answers. */
export type SubscriberDoc = {
  _id: string
  left: Partial<Record<TemplateKey, number>>
  /** Claims of the latest messages that spent one. */
  claims?: string[]
  /** Where they were earned: consents a template and place; absent before places were noted. */
  earned?: Partial<Record<TemplateKey, Partial<Record<ConsentPlace | 'elsewhere', number>>>>
  /** Spent on messages WeChat took, or of which nobody knows. */
  spent?: Partial<Record<TemplateKey, number>>
  /** Claims of the latest messages WeChat knew of no consent for: taken out of what was spent. */
  refused?: string[]
  /** The latest 20 reminders of pushes, with their Shanghai day and the claim each was spent under. */
  pushDays?: { day: string; claim: string }[]
  /** Booths and persons one of his answers was counted for: each is counted once. */
  countedFor?: string[]
  log: {
    id: string
    at: Date
    results: { template: TemplateKey; result: string }[]
    place?: ConsentPlace
    /** Where the person came from when it was the first yes from there. */
    source?: VisitSource
  }[]
  /** What an answer counts for where its person came from. */
  outbox: OutboxItem[]
  outboxAt: Date | null
  updatedAt: Date
}

import type { ReviewStage } from 'types/volunteer'

/** A node by name, as it stands in a document. */
export type Named = { id: string; name: string }

export type Opinion = {
  /** Person id of the reviewer. */
  by: string
  name: string
  unit: string
  words: string
  at: Date
  approved: boolean
}

/** How somebody came off the roster, and what he said against it. */
export type Leaving = {
  kind: 'quit' | 'removed'
  reason: string
  at: Date
  /** The officer who removed him, and the line of nodes of his office; null of who left by himself. */
  by: { personId: string; name: string; unit: string; under: string[] } | null
  appealUntil: Date | null
  appeal: { words: string; at: Date; answer: Opinion | null } | null
}

/** What the review keeps on an application beside the form. */
export type ReviewStanding = {
  /** The union whose opinion counts: the nearest upward that issues one. */
  qualifier: Named
  /** The node in whose hands it lies; null while nobody's word is waited for. */
  deskId: string | null
  deskName: string
  /** Since when it lies there. */
  stageAt: Date
  /** When its reviewers are told next; null where nobody is. */
  remindAt: Date | null
  /** 0 nobody yet, 1 its reviewers, 2 reminded, 3 the level above too. */
  told: number
  returnedFrom: ReviewStage | null
  /** The base union's. */
  firstOpinion: Opinion | null
  /** Where it stands on the latest roster both authorities hold; null while on none. */
  rostered: { id: string; version: number; no: number } | null
  leaving: Leaving | null
}

/** Fields of an application that has come to a desk. */
export const atDesk = (desk: Named, now: Date) => ({
  ...{ deskId: desk.id, deskName: desk.name, stageAt: now, remindAt: now, told: 0 },
})

/** Fields of an application nobody's word is waited for on. */
export const offDesk = { deskId: null, deskName: '', remindAt: null } as const

/** What every new application begins with, beside its desk. */
export const untouched = { returnedFrom: null, firstOpinion: null, rostered: null, leaving: null } as const

import type { AwardContent, AwardState, ObjectionState, Reward } from 'types/hazard-award'
import type { Aggregate } from '../../kit/aggregate'
import type { HazardDoc } from '../hazard'

/** Somebody a rule rewards, with the best of his hazards. */
export type Candidate = Pick<HazardDoc, 'code' | 'serial' | 'kind' | 'grade' | 'level' | 'identity' | 'owner'> & {
  /** Id of the report, or of the join, that earned it. */
  of: string
  hazardId: string
  enterprise: string | null
  /** Nodes of the employers he keeps his name from, and the enterprise whose fixers he does. */
  employers: string[]
  employerId: string | null
  /** Who he is within the batch: his openid, or the report itself where nobody is stored. */
  person: string
  /** Mark of this person and this hazard: rewarded once, whatever the batch. */
  token: string
  /** `王**` of who gave his name. */
  masked: string | null
  /** He agreed to be called by his surname. */
  callable: boolean
  first: boolean
  at: Date
  hazards: number
}

export type AwardPlace = Candidate & {
  /** Stays with the place; nobody gets a number twice. */
  seat: number
  shownAt: Date
  reward: Reward
  handed: { at: Date; by: string } | null
}

/** A batch of rewards. A draft keeps no list: it follows from the rule until it is announced. */
export type AwardDoc = Aggregate<AwardState> &
  AwardContent & {
    node: { id: string; name: string }
    places: AwardPlace[]
    left: { of: string; person: string; label: string; reason: string }[]
    /** Of a draft: rewards other than the batch's own, by report. */
    rewards: { of: string; reward: Reward }[]
    noticeDays: number | null
    announcedAt: Date | null
    objectUntil: Date | null
    finalAt: Date | null
    reason: string | null
    /** Tokens of its places while they stand, `.<id>` otherwise: unique, so that nothing is rewarded twice. */
    rewarded: string[]
    /** When the officers are told that the period is over. */
    clockAt: Date | null
  }

export type ObjectionDoc = Aggregate<ObjectionState> & {
  awardId: string
  award: string
  seat: number | null
  label: string | null
  words: string
  wordsCheck: 'pass' | 'review'
  /** openid of who gave his name; null otherwise. */
  owner: string | null
  answer: { words: string; upheld: boolean; at: Date } | null
  /** When the officers are told of it; null once they were. */
  clockAt: Date | null
}

/** What a reward looks like in the hazard it was earned with, by report. */
export type HazardAward = {
  id: string
  stage: 'announced' | 'final' | 'handed'
  title: string
  seat: number
  label: string
  reward: string
  where: string
  until: string
  announcedAt: Date
  objectUntil: Date
  finalAt: Date | null
  handedAt: Date | null
}

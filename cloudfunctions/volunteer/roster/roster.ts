import type { RosterState } from 'types/volunteer-roster'
import type { Aggregate } from '../../kit/aggregate'
import type { ApplicationDoc } from '../documents'
import type { Named } from '../review/standing'

type Person = { personId: string; name: string; unit: string; at: Date }

/** Who was on the version before and is not on this one. */
export type Gone = { applicationId: string; no: number; why: string }

/** One version of a regulator's roster, wholly or not at all: its rows stand before it does. */
export type RosterDoc = Aggregate<RosterState> & {
  regulator: Named
  union: Named
  /** 1, 2, 3 … of this regulator, without gaps. */
  no: number
  /** What its rows are found by: another try at sealing has other rows. */
  list: string
  rows: number
  joined: number
  changed: number
  gone: Gone[]
  /** Over the hash of the version before and the digests of the rows in order. */
  hash: string
  previous: { id: string; hash: string } | null
  sealed: Person
  confirmed: Person | null
  question: string | null
  copies: { recipient: string; on: string; note: string; by: string; at: Date }[]
}

/** What stands in a row of the form; ID number and phone masked, the full ones stay with the application. */
export type RosterPerson = {
  name: string
  sex: 'male' | 'female'
  idCard: string
  idMark: string
  unit: string
  post: string
  specialties: ApplicationDoc['specialties']
  phone: string
  unionOpinion: string
  regulatorOpinion: string
  team: string
}

export type RosterRowDoc = {
  _id: string
  list: string
  no: number
  applicationId: string
  /** null once he was erased; the digest stays, so that the version can still be checked. */
  person: RosterPerson | null
  salt: string | null
  digest: string
  change: 'joined' | 'changed' | 'same'
  enrolledAt: Date
}

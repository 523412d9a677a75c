import type { ApplicationState } from 'types/volunteer'
import type { ApplicationForm, Sensitive, sexLabels } from 'types/volunteer-form'
import type { CorrectionField } from 'types/volunteer-privacy'
import type { Aggregate } from '../kit/aggregate'
import type { ReviewStanding } from './review/standing'
import type { TeamStay } from './team/team'

/** A number at rest: ciphertext, and the mask screens show. */
export type Sealed = { sealed: string; mask: string }

/** File ids of cleaned pictures; the files go when the fields go. */
export type StoredPapers = {
  photo: string | null
  signature: string | null
  certificates: { fileId: string; name: string }[]
}

/** Everything personal of an application in one field: erasing it is one write. */
export type Personal = Pick<
  ApplicationForm,
  'name' | 'ethnicity' | 'nativePlace' | 'political' | 'education' | 'unit' | 'post' | 'signature'
> & {
  sex: keyof typeof sexLabels
  /** `1985-03-09`. */
  birthDate: string
  idCard: Sealed
  phone: Sealed
  /** Ciphertext of the health answer. */
  health: string
  wechat: string | null
  otherSpecialty: string | null
  experience: string | null
  unitId: string | null
  /** null, or absent in older documents, where nothing was handed in. */
  papers?: StoredPapers | null
}

export type StoredOpinion = {
  /** Person id of the reviewer. */
  by: string
  name: string
  unit: string
  words: string
  at: Date
  approved: boolean
}

/** That somebody agreed, and to which words; stays when the rest is erased. */
export type StoredConsent = { version: string; textHash: string; at: Date; sensitive?: Sensitive[] }

export type StoredCorrection = { sealed: string; fields: CorrectionField[]; reason: string; at: Date }

/** A printed form in the storage: personal, so it goes after an hour. */
export type StoredPrint = { fileId: string; at: Date }

export type ApplicationDoc = ApplicationFields & ReviewStanding

type ApplicationFields = Aggregate<ApplicationState> & {
  /** null once the applicant erased himself. */
  openid: string | null
  /** The openid while the application lives, `closed.<id>` afterwards: one living application a person. */
  liveKey: string
  /** Keyed mark of the ID number while the application lives, `closed.<id>` afterwards. */
  idMark: string
  /** null once erased. */
  personal: Personal | null
  specialties: ApplicationForm['specialties']
  generalVolunteer: boolean
  frontLine: boolean
  /** Stands on the general platform: he was there already, or the union has entered him. */
  enteredGeneral?: boolean
  /** 0..2. */
  priority: number
  node: { id: string; name: string }
  /** Lineage of the union node; `under` is this, and the regulator's lineage once handed over. */
  unionUnder: string[]
  regulator: { id: string; name: string; under: string[] } | null
  unionOpinion: StoredOpinion | null
  regulatorOpinion: StoredOpinion | null
  /** Person ids of whoever reviewed it in any round: nobody may be on both sides. */
  unionReviewers: string[]
  regulatorReviewers: string[]
  consents: StoredConsent[]
  /** `review`: the content check asks for a second look. */
  textCheck: 'pass' | 'review'
  submittedAt: Date
  enrolledAt: Date | null
  /** Printed forms that still lie in the storage, and when the first of them goes. */
  prints?: StoredPrint[]
  printsDropAt?: Date | null
  /** When what is personal goes; null while there is a reason to keep it. */
  eraseAt: Date | null
  /** Written by team commands alone; absent before the first one. */
  team?: { id: string; name: string } | null
  /** Asked for by the volunteer and not answered yet: ciphertext of the new values. */
  correction?: StoredCorrection | null
  correctionAt?: Date | null
  /** The latest 20 stays in teams, oldest first. */
  teamHistory?: TeamStay[]
}

import type { ApplicationState } from 'types/volunteer'
import type { ApplicationForm, sexLabels } from 'types/volunteer-form'
import type { Aggregate } from '../kit/aggregate'

/** A number at rest: ciphertext, and the mask screens show. */
export type Sealed = { sealed: string; mask: string }

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
export type StoredConsent = { version: string; textHash: string; at: Date }

export type ApplicationDoc = Aggregate<ApplicationState> & {
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
  /** When what is personal goes; null while there is a reason to keep it. */
  eraseAt: Date | null
}

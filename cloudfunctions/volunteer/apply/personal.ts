import { maskIdCard, type IdCard } from 'types/id-card'
import { maskPhoneNumber } from 'types/phone-number'
import { healthLabels, type ApplicationForm, type ResubmittedForm } from 'types/volunteer-form'
import { fingerprint, open, seal } from '../../kit/sensitive'
import type { Personal, Sealed, StoredPapers } from '../documents'

const place = (id: string, field: string) => `applications/${id}/${field}`

/** Same for the same ID number, whoever hands it in; tells nothing about it. */
export const idCardMark = (number: string) => fingerprint(`id-card:${number}`)

export const sealIdCard = (id: string, { number }: IdCard): Sealed => ({
  sealed: seal(number, place(id, 'idCard')),
  mask: maskIdCard(number),
})
export const sealPhone = (id: string, number: string): Sealed => ({
  sealed: seal(number, place(id, 'phone')),
  mask: maskPhoneNumber(number),
})

/** The full ID number; only for a call that leaves its trace. */
export const openIdCard = (id: string, { idCard }: Personal): string => open(idCard.sealed, place(id, 'idCard'))

/** The whole phone number; only for a call that leaves its trace. */
export const openPhone = (id: string, { phone }: Personal): string => open(phone.sealed, place(id, 'phone'))

export const sealHealth = (id: string, health: keyof typeof healthLabels) => seal(health, place(id, 'health'))

const isHealth = (text: string): text is keyof typeof healthLabels => Object.hasOwn(healthLabels, text)

export const openHealth = (id: string, { health }: Personal): keyof typeof healthLabels => {
  const text = open(health, place(id, 'health'))
  if (!isHealth(text)) throw new Error('health answer is none of the list')
  return text
}

const wordsOf = (form: ApplicationForm | ResubmittedForm, id: string) => ({
  ...{ ethnicity: form.ethnicity, nativePlace: form.nativePlace, political: form.political, education: form.education },
  ...{ unit: form.unit, post: form.post, signature: form.signature, unitId: form.unitId ?? null },
  ...{ wechat: form.wechat || null, otherSpecialty: form.otherSpecialty || null, experience: form.experience || null },
  health: sealHealth(id, form.health),
})

/** The personal part of a first application. */
export const toPersonal = (
  id: string,
  form: ApplicationForm,
  { name, idCard, papers }: { name: string; idCard: IdCard; papers: StoredPapers },
): Personal => ({
  ...wordsOf(form, id),
  papers,
  ...{ name, sex: idCard.sex, birthDate: idCard.birthDate },
  ...{ idCard: sealIdCard(id, idCard), phone: sealPhone(id, form.phone) },
})

/** The personal part of a corrected application: numbers that were not typed again stay. */
export const correctPersonal = (
  id: string,
  before: Personal,
  form: ResubmittedForm,
  { name, idCard, papers }: { name: string; idCard: IdCard | null; papers: StoredPapers },
): Personal => ({
  ...wordsOf(form, id),
  papers,
  ...{ name, sex: idCard?.sex ?? before.sex, birthDate: idCard?.birthDate ?? before.birthDate },
  idCard: idCard ? sealIdCard(id, idCard) : before.idCard,
  phone: form.phone === undefined ? before.phone : sealPhone(id, form.phone),
})

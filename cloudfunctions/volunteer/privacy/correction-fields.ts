import { AppError } from 'types/app-error'
import { maskIdCard, parseIdCard } from 'types/id-card'
import { parsePersonName } from 'types/person-name'
import { ageFault } from 'types/volunteer-eligibility'
import { maskPhoneNumber } from 'types/phone-number'
import { educationLabels, healthLabels, politicalLabels } from 'types/volunteer-form'
import { Correction, correctionLabels, type CorrectionField } from 'types/volunteer-privacy'
import { open, seal } from '../../kit/sensitive'
import { idCardMark, openHealth, sealHealth, sealIdCard, sealPhone } from '../apply/personal'
import type { ApplicationDoc, Personal } from '../documents'

const place = (id: string) => `applications/${id}/correction`

/** A correction at rest: names and numbers in it are nobody's business until the union opens it. */
export const sealCorrection = (id: string, change: Correction) => seal(JSON.stringify(change), place(id))
export const openCorrection = (id: string, sealed: string): Correction =>
  Correction.parse(JSON.parse(open(sealed, place(id))))

export const fieldsOf = (change: Correction) => Object.keys(change) as CorrectionField[]

/**
 * The correction as it would be stored: the name in its written form, the number in upper case.
 * @throws AppError INVALID_INPUT with a sentence for each field
 */
export const checkCorrection = (change: Correction, now: Date): Correction => {
  const fields: Record<string, string> = {}
  const name = change.name === undefined ? null : parsePersonName(change.name)
  if (name && !name.ok) fields['change.name'] = name.reason
  const idCard = change.idCard === undefined ? null : parseIdCard(change.idCard, now)
  const fault = idCard && (idCard.ok ? ageFault(idCard.age) : idCard.reason)
  if (fault) fields['change.idCard'] = fault
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
  return { ...change, ...(name?.ok && { name: name.name }), ...(idCard?.ok && { idCard: idCard.number }) }
}

/** What other people will read, for the content check. */
export const textOf = ({ unit, post, nativePlace, ethnicity }: Correction) =>
  [unit, post, nativePlace, ethnicity].filter(Boolean).join('\n')

const spoken: Partial<Record<CorrectionField, Record<string, string>>> = {
  political: politicalLabels,
  education: educationLabels,
  health: healthLabels,
}

const masked = (field: CorrectionField, value: string) => {
  if (field === 'idCard') return maskIdCard(value)
  return field === 'phone' ? maskPhoneNumber(value) : (spoken[field]?.[value] ?? value)
}

const before = (doc: ApplicationDoc, personal: Personal, field: CorrectionField): string => {
  if (field === 'idCard' || field === 'phone') return personal[field].mask
  return masked(field, field === 'health' ? openHealth(doc._id, personal) : personal[field])
}

/** Old and new side by side, as an officer compares them; numbers keep their masks. */
export const changesOf = (doc: ApplicationDoc, personal: Personal, change: Correction) =>
  fieldsOf(change).map((field) => ({
    ...{ field: correctionLabels[field], before: before(doc, personal, field) },
    after: masked(field, change[field] ?? ''),
  }))

/** The application's fields once the correction counts. A number of somebody else shows itself when it is written. */
export const corrected = (doc: ApplicationDoc, personal: Personal, change: Correction, now: Date) => {
  const { _id } = doc
  const { idCard, phone, health, name, ...words } = change
  const card = idCard === undefined ? null : parseIdCard(idCard, now)
  return {
    personal: {
      ...{ ...personal, ...words },
      ...(name !== undefined && { name, signature: name }),
      ...(phone !== undefined && { phone: sealPhone(_id, phone) }),
      ...(health !== undefined && { health: sealHealth(_id, health) }),
      ...(card?.ok && { idCard: sealIdCard(_id, card), sex: card.sex, birthDate: card.birthDate }),
    },
    ...(card?.ok && { idMark: idCardMark(card.number) }),
  }
}

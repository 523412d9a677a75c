import { correctionLabels, type Correction, type CorrectionField, type MyData } from 'types/volunteer-privacy'

/** The correction as it is typed: numbers are empty, for the phone has them only masked. */
export type CorrectionValues = Required<Correction> & { reason: string }

export const valuesOf = (data: MyData): CorrectionValues => {
  const { name, ethnicity, nativePlace, political, education, health, unit, post } = data
  return { name, ethnicity, nativePlace, political, education, health, unit, post, idCard: '', phone: '', reason: '' }
}

const fields = Object.keys(correctionLabels) as CorrectionField[]

/** Only what differs from what is kept. */
export const changeOf = (data: MyData, values: CorrectionValues): Correction => {
  const before = valuesOf(data)
  const changed = fields
    .map((field) => [field, values[field]] as const)
    .filter(([field, value]) => value !== '' && value !== before[field])
  return Object.fromEntries(changed) as Correction
}

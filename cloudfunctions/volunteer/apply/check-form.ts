import { AppError } from 'types/app-error'
import { isCurrentConsent } from 'types/consents'
import { parseIdCard, type IdCard } from 'types/id-card'
import { parsePersonName } from 'types/person-name'
import { ageFault } from 'types/volunteer-eligibility'
import { sensitiveLabels, type ApplicationForm, type ResubmittedForm, type Sensitive } from 'types/volunteer-form'

export type Checked = { name: string; idCard: IdCard | null }

/**
 * What the schema alone cannot tell: the name's form, the ID number's check character and age, the signature.
 * @returns the name as it is stored and, where one was given, what the ID number says
 * @throws AppError INVALID_INPUT with a sentence for each field
 */
export const checkForm = (form: ApplicationForm | ResubmittedForm, now: Date): Checked => {
  const fields: Record<string, string> = {}
  const name = parsePersonName(form.name)
  if (!name.ok) fields['form.name'] = name.reason
  const idCard = form.idCard === undefined ? null : parseIdCard(form.idCard, now)
  const fault = idCard && (idCard.ok ? ageFault(idCard.age) : idCard.reason)
  if (fault) fields['form.idCard'] = fault
  const signature = parsePersonName(form.signature)
  if (name.ok && (!signature.ok || signature.name !== name.name)) fields['form.signature'] = '签名应与姓名一致。'
  if (form.specialties.includes('other') && !form.otherSpecialty) fields['form.otherSpecialty'] = '请写明其他专业。'
  if (Object.keys(fields).length > 0 || !name.ok) throw new AppError('INVALID_INPUT', { fields })
  return { name: name.name, idCard: idCard?.ok ? idCard : null }
}

type Given = { version: string; textHash: string; sensitive: readonly Sensitive[] }

/**
 * @throws AppError CONSENT_REQUIRED unless the words that count today were agreed to, and each piece of sensitive
 * information that is handed in separately
 */
export const checkConsent = (consent: Given, hasPhoto: boolean) => {
  if (!isCurrentConsent('volunteer', consent))
    throw new AppError('CONSENT_REQUIRED', { message: '个人信息处理说明已更新，请重新阅读并勾选同意后再提交。' })
  const needed: Sensitive[] = ['id-card', 'health', ...(hasPhoto ? ['photo' as const] : [])]
  const missing = needed.filter((one) => !consent.sensitive.includes(one)).map((one) => sensitiveLabels[one])
  if (missing.length > 0)
    throw new AppError('CONSENT_REQUIRED', { message: `请单独勾选同意处理${missing.join('、')}后再提交。` })
}

/** The consent as it is kept. */
export const consentAt = ({ version, textHash, sensitive }: Given, at: Date) => ({
  ...{ version, textHash, at, sensitive: [...new Set(sensitive)] },
})

/** A union node that may not review is as good as none. */
export const noSuchReviewer = () =>
  new AppError('INVALID_INPUT', { fields: { 'form.nodeId': '请重新选择受理申请的工会。' } })

/** What other people will read, for the content check; numbers and names stay here. */
export const textsOf = ({
  unit,
  post,
  otherSpecialty,
  experience,
  papers,
}: ApplicationForm | ResubmittedForm): string =>
  [unit, post, otherSpecialty, experience, ...(papers?.certificates ?? []).map(({ name }) => name)]
    .filter(Boolean)
    .join('\n')

import { AppError } from 'types/app-error'
import { isCurrentConsent } from 'types/consents'
import { parseIdCard, type IdCard } from 'types/id-card'
import { parsePersonName } from 'types/person-name'
import { applicantAge } from 'types/volunteer'
import { type ApplicationForm, type ResubmittedForm } from 'types/volunteer-form'

const ageFault = (age: number): string | null => {
  if (age < applicantAge.youngest) return `申请人应年满 ${applicantAge.youngest} 周岁，身份证号显示目前 ${age} 周岁。`
  if (age > applicantAge.oldest)
    return `申请人应不超过 ${applicantAge.oldest} 周岁，身份证号显示目前 ${age} 周岁；感谢您的热心。`
  return null
}

type Checked = { name: string; idCard: IdCard | null }

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

/** @throws AppError CONSENT_REQUIRED unless the words that count today were agreed to */
export const checkConsent = (consent: { version: string; textHash: string }) => {
  if (!isCurrentConsent('volunteer', consent))
    throw new AppError('CONSENT_REQUIRED', { message: '个人信息处理说明已更新，请重新阅读并勾选同意后再提交。' })
}

/** A union node that may not review is as good as none. */
export const noSuchReviewer = () =>
  new AppError('INVALID_INPUT', { fields: { 'form.nodeId': '请重新选择受理申请的工会。' } })

/** What other people will read, for the content check; numbers and names stay here. */
export const textsOf = ({ unit, post, otherSpecialty, experience }: ApplicationForm | ResubmittedForm): string =>
  [unit, post, otherSpecialty, experience].filter(Boolean).join('\n')

import { parseIdCard } from 'types/id-card'
import { parsePersonName } from 'types/person-name'
import { ageFault, hardConditions } from 'types/volunteer-eligibility'
import { ApplicationForm, ResubmittedForm } from 'types/volunteer-form'
import { isDrawn } from './ink'
import type { ApplyField, ApplyValues } from './values'

/** The form as the contract wants it, without its pictures; empty optional answers are left out. */
export const toForm = (values: ApplyValues): Record<string, unknown> => {
  const { name, idCard, ethnicity, nativePlace, political, education, health, wechat, phone, unitId, unit } = values
  const { post, specialties, otherSpecialty, experience, nodeId, generalVolunteer, frontLine } = values
  const conditions = Object.fromEntries(hardConditions.map(({ key }) => [key, values[key] === 'yes' || '']))
  const signature = values.signing === 'draw' ? name : values.signature
  const texts = {
    name,
    idCard,
    ethnicity,
    nativePlace,
    political,
    education,
    health,
    wechat,
    phone,
    unitId,
    unit,
    post,
  }
  const all = { ...texts, ...conditions, otherSpecialty, experience, nodeId, signature }
  const filled = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  return { ...filled, specialties, generalVolunteer, frontLine }
}

export type Problems = Partial<Record<ApplyField, string>>

const idCardProblem = ({ idCard }: ApplyValues): Problems => {
  const parsed = parseIdCard(idCard, new Date())
  const fault = parsed.ok ? ageFault(parsed.age) : parsed.reason
  return fault ? { idCard: fault } : {}
}

const nameProblem = ({ name }: ApplyValues): Problems => {
  const parsed = parsePersonName(name)
  return parsed.ok ? {} : { name: parsed.reason }
}

const conditionProblems = (values: ApplyValues): Problems =>
  Object.fromEntries(
    hardConditions
      .filter(({ key }) => values[key] !== 'yes')
      .map(({ key }) => [key, values[key] === 'no' ? '这一条暂不符合，还不能报名。' : '请选择“是”或“不是”。']),
  )

const signatureProblem = ({ signing, strokes, signature, name }: ApplyValues): Problems => {
  if (signing === 'draw') return isDrawn(strokes) ? {} : { strokes: '请在框内写下您的姓名。' }
  return signature.trim() === name.trim() && signature.trim() !== '' ? {} : { signature: '签名应与姓名一致。' }
}

const consentProblems = (values: ApplyValues): Problems => ({
  ...(values.agreed ? {} : { agreed: '请阅读并勾选同意，不同意不影响使用其他功能' }),
  ...(values.agreedIdCard ? {} : { agreedIdCard: '办理实名登记需要身份证号，请单独勾选同意' }),
  ...(values.agreedHealth ? {} : { agreedHealth: '安排活动需要健康状况，请单独勾选同意' }),
  ...(values.agreedPhoto || values.photo === '' ? {} : { agreedPhoto: '请单独勾选同意，或回到“本人信息”去掉照片' }),
})

const otherProblems = ({ nodeId, specialties, otherSpecialty, certificates }: ApplyValues): Problems => ({
  ...(nodeId === '' ? { nodeId: '请选择由哪个工会受理。' } : {}),
  ...(specialties.includes('other') && otherSpecialty.trim() === '' ? { otherSpecialty: '请写明其他专业。' } : {}),
  ...(certificates.some(({ name }) => name.trim() === '') ? { certificates: '请给每张证书照片写上名称。' } : {}),
})

/**
 * Field → sentence for everything that is wrong, by the contract's own schema and what it cannot tell.
 * @param again of a returned application number and phone may stay as they were
 */
export const problemsOf = (values: ApplyValues, again: boolean): Problems => {
  const parsed = (again ? ResubmittedForm : ApplicationForm).safeParse(toForm(values))
  const problems: Problems = {}
  for (const issue of parsed.success ? [] : parsed.error.issues)
    problems[String(issue.path[0]) as ApplyField] ??= issue.message
  // What is drawn is judged by its strokes, what is typed by the name.
  delete problems.signature
  return {
    ...problems,
    ...conditionProblems(values),
    ...nameProblem(values),
    ...(again && values.idCard === '' ? {} : idCardProblem(values)),
    ...otherProblems(values),
    ...signatureProblem(values),
    ...consentProblems(values),
  }
}

const fieldOf: Record<string, ApplyField> = {
  'papers.photo': 'photo',
  'papers.signature': 'strokes',
  'papers.certificates': 'certificates',
}

/** What the server found wrong, by the field of the form it stands at. */
export const serverProblems = (fields: Readonly<Record<string, string>> | undefined): Problems =>
  Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, message]) => {
      const [first = '', second = ''] = path.replace(/^form\./, '').split('.')
      return [fieldOf[`${first}.${second}`] ?? first, message]
    }),
  )

import { parseIdCard } from 'types/id-card'
import { ApplicationForm, ResubmittedForm } from 'types/volunteer-form'

/** What the form holds while it is being filled; a draft of it may be kept without the ID number. */
export type ApplyValues = {
  name: string
  idCard: string
  ethnicity: string
  nativePlace: string
  political: string
  education: string
  health: string
  wechat: string
  phone: string
  unit: string
  post: string
  specialties: string[]
  otherSpecialty: string
  experience: string
  nodeId: string
  unionMember: boolean
  generalVolunteer: boolean
  frontLine: boolean
  pledge: boolean
  signature: string
  agreed: boolean
}

export const emptyApplication: ApplyValues = {
  ...{ name: '', idCard: '', ethnicity: '汉族', nativePlace: '', political: '', education: '', health: '', wechat: '' },
  ...{ phone: '', unit: '', post: '', specialties: [], otherSpecialty: '', experience: '', nodeId: '' },
  ...{ unionMember: false, generalVolunteer: false, frontLine: false, pledge: false, signature: '', agreed: false },
}

type Field = keyof ApplyValues

/** Short steps: who, where, what one can do, promises. */
export const applySteps: readonly { title: string; fields: readonly Field[] }[] = [
  { title: '基本情况', fields: ['name', 'idCard', 'phone', 'ethnicity', 'nativePlace', 'wechat'] },
  { title: '政治面貌、学历与健康', fields: ['political', 'education', 'health'] },
  { title: '单位与专业', fields: ['unit', 'post', 'specialties', 'otherSpecialty', 'experience', 'nodeId'] },
  { title: '承诺与签名', fields: ['unionMember', 'generalVolunteer', 'frontLine', 'pledge', 'signature', 'agreed'] },
]

/** The form as the contract wants it; empty optional answers are left out. */
export const toForm = (values: ApplyValues): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => key !== 'agreed' && value !== ''))

const idCardProblem = (idCard: string): Record<string, string> => {
  const parsed = parseIdCard(idCard, new Date())
  return parsed.ok ? {} : { idCard: parsed.reason }
}

/** Field → sentence for everything that is wrong, by the contract's own schema and the ID number's check. Of a returned application number and phone may stay as they were. */
export const problemsOf = (values: ApplyValues, again: boolean): Partial<Record<Field, string>> => {
  const parsed = (again ? ResubmittedForm : ApplicationForm).safeParse(toForm(values))
  const problems: Partial<Record<Field, string>> = {}
  for (const issue of parsed.success ? [] : parsed.error.issues)
    problems[String(issue.path[0]) as Field] ??= issue.message
  const consent = values.agreed ? {} : { agreed: '请阅读并勾选同意，不同意不影响使用其他功能' }
  return { ...problems, ...(again && values.idCard === '' ? {} : idCardProblem(values.idCard)), ...consent }
}

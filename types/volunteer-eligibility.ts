import type { CalendarDate } from './calendar'
import { ageOn } from './id-card'
import { applicantAge } from './volunteer'

export type HardRule = 'lawAbiding' | 'unionMember' | 'versed' | 'fit' | 'pledge'
export type SoftRule = 'generalVolunteer' | 'frontLine'

type Rule = {
  /** Number of the condition in the notice. */
  no: string
  /** Words of the notice. */
  text: string
  /** What the applicant is asked. */
  ask: string
}
export type HardCondition = Rule & {
  key: HardRule
  /** What he can do who answers no. */
  instead: string
}
export type SoftCondition = Rule & { key: SoftRule }

/** Conditions (一)–(五) of the notice: who misses one cannot apply. */
export const hardConditions: readonly HardCondition[] = [
  {
    ...{ key: 'lawAbiding', no: '（一）', ask: '我遵守法律法规，愿意做安全生产公益' },
    text: '遵守国家法律法规，热衷于社会公益事业，关心、关注安全生产工作',
    instead: '您仍可以用“随手拍”反映身边的隐患，也可以参加知识闯关，不需要报名。',
  },
  {
    ...{ key: 'unionMember', no: '（二）', ask: '我是本区登记的工会会员' },
    text: '本区登记注册的工会会员',
    instead: '请先向单位工会申请入会；单位没有工会的，找所在街道（乡镇）总工会，或拨打 12351。入会后再来报名。',
  },
  {
    ...{ key: 'versed', no: '（三）', ask: '我了解安全生产法规，有安全生产或职业卫生方面的知识和经验' },
    text: '了解安全生产法律法规和政策措施，掌握安全生产领域专业技术知识，具有安全生产、职业卫生安全管理工作经验',
    instead: '可以先参加知识闯关学习法规，或请单位安排安全培训，攒够经验后再来报名。',
  },
  {
    ...{ key: 'fit', no: '（四）', ask: '我的身体条件和时间能够参加志愿活动' },
    text: '具备参加志愿活动的基本能力和身体条件',
    instead: '身体是第一位的。您仍可以在手机上反映隐患、参加知识闯关，条件合适时再来报名。',
  },
  {
    ...{ key: 'pledge', no: '（五）', ask: '我承诺每年至少参加两次专题志愿活动' },
    text: '承诺每年至少参加两次专题志愿活动',
    instead: '时间不够的，可以先以职工身份反映隐患、参加宣传活动；能保证每年两次时再来报名。',
  },
]

/** What only puts somebody first: condition (六), and the bracket of (三). */
export const softConditions: readonly SoftCondition[] = [
  {
    ...{ key: 'generalVolunteer', no: '（六）', ask: '我已经是注册的职工志愿者（优先）' },
    text: '现为注册职工志愿者且符合以上条件者优先',
  },
  {
    ...{ key: 'frontLine', no: '（三）', ask: '我有企业生产一线从业经历（优先）' },
    text: '企业生产一线从业经历者优先',
  },
]

/** A sentence for who is too young or too old on that day; null for whoever may apply. */
export const ageFault = (age: number): string | null => {
  if (age < applicantAge.youngest) return `申请人应年满 ${applicantAge.youngest} 周岁，身份证号显示目前 ${age} 周岁。`
  if (age > applicantAge.oldest)
    return `申请人应不超过 ${applicantAge.oldest} 周岁，身份证号显示目前 ${age} 周岁；感谢您的热心。`
  return null
}

type Facts = {
  birthDate: CalendarDate
  /** Day the form was handed in. */
  on: CalendarDate
  /** The health answer in Chinese. */
  health: string
  specialties: string
  hasExperience: boolean
  certificates: number
} & Record<SoftRule, boolean>

export type EligibilityLine = { no: string; text: string; hard: boolean; met: boolean; reason: string }

const hardReasons: Record<HardRule, (facts: Facts) => string> = {
  lawAbiding: () => '本人承诺',
  unionMember: () => '本人确认；请工会核对会籍登记',
  versed: ({ specialties, hasExperience, certificates }) =>
    `专业：${specialties}；${hasExperience ? '填写了经历' : '没有填写经历'}；证书照片 ${certificates} 张`,
  fit: ({ birthDate, on, health }) => `${ageOn(birthDate, on)} 周岁；健康状况：${health}`,
  pledge: () => '本人承诺',
}
const softReasons: Record<SoftRule, (facts: Facts) => string> = {
  generalVolunteer: ({ generalVolunteer }) =>
    generalVolunteer ? '本人确认' : '还不是：工会要先把他录入志愿服务平台，再送监管部门',
  frontLine: ({ frontLine }) => (frontLine ? '本人确认' : '没有'),
}

/** The six conditions as a reviewer reads them, each with what speaks for it. */
export const eligibilityOf = (facts: Facts): EligibilityLine[] => [
  ...hardConditions.map(({ key, no, text }) => {
    return { no, text, hard: true, met: true, reason: hardReasons[key](facts) }
  }),
  ...softConditions.map(({ key, no, text }) => {
    return { no, text, hard: false, met: facts[key], reason: softReasons[key](facts) }
  }),
]

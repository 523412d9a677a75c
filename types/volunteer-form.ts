import * as z from './zod'
import { Id } from './ids'
import { optionalText, text } from './fields'
import { Papers } from './volunteer-papers'

export const Specialty = z.enum(['electrician', 'gas', 'construction', 'mechanical', 'chemical-medicine', 'other'])
export const specialtyLabels: Record<z.output<typeof Specialty>, string> = {
  electrician: '电工',
  gas: '燃气',
  construction: '建筑',
  mechanical: '机械',
  'chemical-medicine': '化工医药',
  other: '其他',
}
export const politicalLabels = {
  masses: '群众',
  member: '中共党员',
  league: '共青团员',
  democratic: '民主党派',
} as const
export const educationLabels = {
  junior: '初中及以下',
  senior: '高中/中专',
  college: '大专',
  bachelor: '本科',
  master: '研究生',
} as const
export const healthLabels = { good: '健康', fair: '良好', limited: '有不适宜岗位' } as const
export const sexLabels = { male: '男', female: '女' } as const

export const Political = z.enum(['masses', 'member', 'league', 'democratic'], { error: '请选择政治面貌' })
export const Education = z.enum(['junior', 'senior', 'college', 'bachelor', 'master'], { error: '请选择学历' })
export const Health = z.enum(['good', 'fair', 'limited'], { error: '请选择健康状况' })

/** What needs a consent of its own (个人信息保护法 29), each ticked by itself. */
export const sensitiveLabels = { 'id-card': '身份证号', health: '健康状况', photo: '照片' } as const
export const Sensitive = z.enum(['id-card', 'health', 'photo'])
export type Sensitive = z.output<typeof Sensitive>

/** Version and hash of the text in types/consents that stood on the screen, and what was agreed to separately. */
export const Consent = z.strictObject({
  version: z.string().min(1).max(20),
  textHash: z.string().length(64),
  agreed: z.literal(true, { error: '请阅读并勾选同意' }),
  sensitive: z.array(Sensitive).max(3),
})

/** Every field of the paper application form (附件1); sex and birth date come from the ID number and are never asked. */
export const ApplicationForm = z.strictObject({
  name: text(20, '姓名'),
  // Its form is checked by parseIdCard, which says what is wrong with it.
  idCard: z.string({ error: '请填写身份证号' }).trim().min(1, { error: '请填写身份证号' }).max(40),
  ethnicity: text(10, '民族'),
  nativePlace: text(30, '籍贯'),
  political: Political,
  education: Education,
  health: Health,
  wechat: optionalText(30, '微信号'),
  phone: z.string({ error: '请填写手机号' }).regex(/^1[3-9]\d{9}$/, { error: '手机号应为 11 位' }),
  unitId: Id.optional(),
  unit: text(60, '工作单位'),
  post: text(40, '部门及职务'),
  specialties: z.array(Specialty).min(1, { error: '请至少选一个专业类别' }).max(6),
  otherSpecialty: optionalText(30, '其他专业'),
  experience: optionalText(800, '安全生产或职业卫生相关学历、经历、证书'),
  nodeId: Id.describe('the union that reviews it: district, street or group'),
  lawAbiding: z.literal(true, { error: '请确认遵守法律法规、热心公益' }),
  unionMember: z.literal(true, { error: '需要是本区登记的工会会员' }),
  versed: z.literal(true, { error: '请确认有安全生产方面的知识和经验' }),
  fit: z.literal(true, { error: '请确认身体条件能够参加活动' }),
  generalVolunteer: z.boolean().describe('already a general worker-volunteer: ranks first'),
  frontLine: z.boolean().describe('front-line experience: ranks first'),
  pledge: z.literal(true, { error: '请确认每年至少参加两次专题志愿活动' }),
  signature: text(20, '签名').describe('the name as typed; a drawn one stands in papers beside it'),
  papers: Papers.optional(),
})
export type ApplicationForm = z.output<typeof ApplicationForm>
/** The form handed in again: a number left out stays as it was, for the phone only has it masked. */
export const ResubmittedForm = ApplicationForm.extend({
  idCard: ApplicationForm.shape.idCard.optional(),
  phone: ApplicationForm.shape.phone.optional(),
})
export type ResubmittedForm = z.output<typeof ResubmittedForm>

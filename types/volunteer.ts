import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, TimelineItem, Version, optionalText, text } from './fields'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const ApplicationState = z.enum(['submitted', 'union-approved', 'enrolled', 'returned', 'rejected', 'withdrawn'])
export type ApplicationState = z.output<typeof ApplicationState>
export type ApplicationAct =
  | 'resubmit'
  | 'withdraw'
  | 'union-approve'
  | 'union-return'
  | 'union-reject'
  | 'regulator-approve'
  | 'regulator-return'
  | 'regulator-reject'
  | 'erase'

/** Order matters: the union first (qualification), the regulator second (profession). */
export const applicationMachine: Machine<ApplicationState, ApplicationAct> = {
  states: {
    submitted: { label: '待工会审核', tone: 'todo' },
    'union-approved': { label: '待监管审核', tone: 'doing' },
    enrolled: { label: '已入名册', tone: 'done' },
    returned: { label: '请补充后再交', tone: 'late' },
    rejected: { label: '未通过', tone: 'off' },
    withdrawn: { label: '已撤回', tone: 'off' },
  },
  moves: [
    {
      from: ['submitted'],
      act: 'union-approve',
      to: 'union-approved',
      by: ['officer'],
      label: '工会审核通过',
      requires: ['opinion'],
    },
    {
      from: ['submitted'],
      act: 'union-return',
      to: 'returned',
      by: ['officer'],
      label: '退回补充',
      requires: ['opinion'],
    },
    {
      from: ['submitted'],
      act: 'union-reject',
      to: 'rejected',
      by: ['officer'],
      label: '不通过',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-approve',
      to: 'enrolled',
      by: ['regulator'],
      label: '专业审核通过',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-return',
      to: 'returned',
      by: ['regulator'],
      label: '退回补充',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-reject',
      to: 'rejected',
      by: ['regulator'],
      label: '不通过',
      requires: ['opinion'],
    },
    {
      from: ['returned'],
      act: 'resubmit',
      to: 'submitted',
      by: ['applicant'],
      label: '补充后再交',
      requires: ['complete form', 'consent'],
    },
    { from: ['submitted', 'returned'], act: 'withdraw', to: 'withdrawn', by: ['applicant'], label: '撤回申请' },
    {
      from: ['submitted', 'union-approved', 'enrolled', 'returned', 'rejected', 'withdrawn'],
      act: 'erase',
      to: 'withdrawn',
      by: ['clock'],
      label: '注销并删除个人信息',
    },
  ],
}

/** Days after which what is personal of a closed application is deleted; the privacy text says the same. */
export const applicationKeepDays = { withdrawn: 30, rejected: 180 } as const
/** Full years of age between which one may apply. */
export const applicantAge = { youngest: 18, oldest: 70 } as const
/** Types of union nodes that review applications: of an area, an industry or a group. */
export const reviewingTypes = ['geographic', 'industry', 'group'] as const

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

const Political = z.enum(['masses', 'member', 'league', 'democratic'], { error: '请选择政治面貌' })
const Education = z.enum(['junior', 'senior', 'college', 'bachelor', 'master'], { error: '请选择学历' })
const Health = z.enum(['good', 'fair', 'limited'], { error: '请选择健康状况' })

/** Version and hash of the text in types/consents that stood on the screen. */
export const Consent = z.strictObject({
  version: z.string().min(1).max(20),
  textHash: z.string().length(64),
  agreed: z.literal(true, { error: '请阅读并勾选同意' }),
})

/** Every field of the paper application form (附件1); sex and birth date come from the ID number and are never asked. */
export const ApplicationForm = z.strictObject({
  name: text(20, '姓名'),
  idCard: z.string().length(18, { error: '身份证号应为 18 位' }),
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
  unionMember: z.literal(true, { error: '需要是本区登记的工会会员' }),
  generalVolunteer: z.boolean().describe('already a general worker-volunteer: ranks first'),
  frontLine: z.boolean().describe('front-line experience: ranks first'),
  pledge: z.literal(true, { error: '请确认每年至少参加两次专题志愿活动' }),
  signature: text(20, '签名'),
})
export type ApplicationForm = z.output<typeof ApplicationForm>
/** The form handed in again: a number left out stays as it was, for the phone only has it masked. */
export const ResubmittedForm = ApplicationForm.extend({
  idCard: ApplicationForm.shape.idCard.optional(),
  phone: ApplicationForm.shape.phone.optional(),
})
export type ResubmittedForm = z.output<typeof ResubmittedForm>

/** `by` is the reviewer's name for reviewers and the reviewing unit for the applicant. */
const Opinion = z.object({ by: z.string(), unit: z.string(), words: z.string(), at: Instant, approved: z.boolean() })
export const ApplicationRow = z.object({
  id: Id,
  name: z.string(),
  unit: z.string(),
  specialties: z.array(Specialty),
  state: ApplicationState,
  priority: z.int().describe('0..2: how many of the two ranking flags hold'),
  submittedAt: Instant,
  version: Version,
})
/** ID number and phone always masked; the health answer only for reviewers and the applicant. */
export const ApplicationView = ApplicationRow.extend({
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  idCard: z.string(),
  phone: z.string(),
  ethnicity: z.string(),
  nativePlace: z.string(),
  political: Political,
  education: Education,
  health: Health,
  wechat: z.string().nullable(),
  post: z.string(),
  otherSpecialty: z.string().nullable(),
  experience: z.string().nullable(),
  nodeId: Id,
  nodeName: z.string(),
  generalVolunteer: z.boolean(),
  frontLine: z.boolean(),
  unionOpinion: Opinion.nullable(),
  regulatorOpinion: Opinion.nullable(),
  timeline: z.array(TimelineItem),
  acts: z.array(z.string()),
})
export const RosterRow = z.object({
  no: z.int(),
  id: Id,
  name: z.string(),
  sex: z.enum(['male', 'female']),
  idCard: z.string(),
  unit: z.string(),
  post: z.string(),
  specialties: z.array(Specialty),
  phone: z.string(),
  unionOpinion: z.string(),
  regulatorOpinion: z.string(),
  enrolledAt: Instant,
})

const reviewer = { role: ['officer', 'regulator'] } as const
const review = z.strictObject({
  id: Id,
  version: Version,
  decision: z.enum(['approve', 'return', 'reject']),
  opinion: text(200, '审核意见'),
})

export const volunteerContract = {
  ...platformEntries,
  reviewers: {
    kind: 'query',
    input: z.strictObject({ words: optionalText(30) }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
    access: 'anyone',
  },
  apply: {
    kind: 'command',
    input: z.strictObject({ _id: Id, booth: Id.optional(), form: ApplicationForm, consent: Consent }),
    output: ApplicationView,
    access: 'anyone',
    audit: '申请成为志愿者',
  },
  resubmit: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, form: ResubmittedForm, consent: Consent }),
    output: ApplicationView,
    access: { owner: 'application' },
    audit: '补充后再交',
  },
  withdraw: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version }),
    output: Done,
    access: { owner: 'application' },
    audit: '撤回申请',
  },
  mine: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ application: ApplicationView.nullable() }),
    access: 'anyone',
  },
  queue: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: ApplicationState.optional(), ...PageQuery }),
    output: z.object({ items: z.array(ApplicationRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
  detail: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: ApplicationView,
    access: { ...reviewer, scope: 'application' },
  },
  unionReview: {
    kind: 'command',
    input: review,
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '工会审核志愿者',
  },
  regulatorReview: {
    kind: 'command',
    input: review,
    output: Done,
    access: { role: 'regulator', scope: 'application' },
    audit: '监管审核志愿者',
  },
  readIdCard: {
    kind: 'command',
    input: z.strictObject({ id: Id, reason: text(100, '查看原因') }),
    output: z.object({ idCard: z.string(), version: Version.describe('a look is an event: what to review with next') }),
    access: { ...reviewer, scope: 'application' },
    audit: '查看完整身份证号',
  },
  roster: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(RosterRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
} as const satisfies Contract

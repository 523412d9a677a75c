import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import { ApplicationState } from './volunteer'
import { Education, Health, Political, Specialty } from './volunteer-form'

/** What a volunteer on the roster may ask to have corrected; the number of the ID card is checked like a new one. */
export const Correction = z.strictObject({
  name: text(25, '姓名').optional(),
  idCard: z.string().length(18, { error: '身份证号应为 18 位' }).optional(),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/, { error: '手机号应为 11 位' })
    .optional(),
  ethnicity: text(10, '民族').optional(),
  nativePlace: text(30, '籍贯').optional(),
  political: Political.optional(),
  education: Education.optional(),
  health: Health.optional(),
  unit: text(60, '工作单位').optional(),
  post: text(40, '部门及职务').optional(),
})
export type Correction = z.output<typeof Correction>
export type CorrectionField = keyof Correction
export const correctionLabels: Record<CorrectionField, string> = {
  ...{ name: '姓名', idCard: '身份证号', phone: '手机号', ethnicity: '民族', nativePlace: '籍贯' },
  ...{ political: '政治面貌', education: '学历', health: '健康状况', unit: '工作单位', post: '部门及职务' },
}

/** Ways in which somebody of an office gets to see a full number. */
export const LookWay = z.enum(['number', 'print', 'export'])
export type LookWay = z.output<typeof LookWay>
export const lookWays: Record<LookWay, string> = {
  number: '查看了您的完整身份证号',
  print: '打印了您的申请表',
  export: '导出了含您号码的名册',
}

const Asked = z.object({ fields: z.array(z.string()), reason: z.string(), at: Instant })
export const MyData = z.object({
  id: Id,
  version: Version,
  state: ApplicationState,
  ...{ name: z.string(), sex: z.enum(['male', 'female']), birthDate: z.string() },
  idCard: z.string().describe('masked'),
  phone: z.string().describe('masked'),
  ...{ ethnicity: z.string(), nativePlace: z.string(), political: Political, education: Education, health: Health },
  ...{ wechat: z.string().nullable(), unit: z.string(), post: z.string(), specialties: z.array(Specialty) },
  experience: z.string().nullable(),
  pictures: z.int().describe('photograph, signature and certificates'),
  ...{ nodeName: z.string(), regulatorName: z.string().nullable(), teamName: z.string().nullable() },
  consents: z.array(z.object({ version: z.string(), at: Instant })),
  correction: Asked.nullable().describe('asked for and not answered yet'),
  eraseAt: Instant.nullable().describe('when it goes by itself; null while on the roster'),
  mayCorrect: z.boolean(),
})
export type MyData = z.output<typeof MyData>

const Change = z.object({ field: z.string(), before: z.string(), after: z.string() })
export const CorrectionRow = z.object({
  ...{ id: Id, version: Version, name: z.string(), unit: z.string(), nodeName: z.string() },
  changes: z.array(Change).describe('numbers masked'),
  ...{ reason: z.string(), at: Instant },
})
export type CorrectionRow = z.output<typeof CorrectionRow>

const own = { owner: 'application' } as const
const move = { id: Id, version: Version }

/** What a volunteer may do with what is kept of him, and the union's answer to a correction. */
export const privacyEntries = {
  myData: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ data: MyData.nullable().describe('null: nothing personal is kept') }),
    access: 'anyone',
  },
  readMyIdCard: {
    kind: 'command',
    input: z.strictObject({ id: Id, confirm: z.literal(true, { error: '请先确认' }) }),
    output: z.object({ idCard: z.string(), version: Version }),
    access: own,
    audit: '本人查看身份证号',
  },
  askCorrection: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      change: Correction.refine((change) => Object.keys(change).length > 0, { error: '请至少改一项' }),
      reason: text(100, '更正原因'),
    }),
    output: Done,
    access: own,
    audit: '申请更正个人信息',
  },
  dropCorrection: {
    kind: 'command',
    input: z.strictObject(move),
    output: Done,
    access: own,
    audit: '撤回更正申请',
  },
  corrections: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(CorrectionRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  settleCorrection: {
    kind: 'command',
    input: z.strictObject({ ...move, decision: z.enum(['confirm', 'refuse']), words: text(100, '答复') }),
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '答复更正个人信息',
  },
  whoLooked: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({
      items: z.array(z.object({ at: Instant, office: z.string(), way: LookWay, reason: z.string() })),
      more: z.boolean(),
    }),
    access: 'anyone',
  },
  copyMyData: {
    kind: 'command',
    input: z.strictObject({ _id: Id, id: Id }),
    output: z
      .object({ fileName: z.string(), url: z.string(), until: Instant })
      .describe('a JSON file; gone at `until`'),
    access: own,
    audit: '导出我的资料',
  },
  eraseVolunteer: {
    kind: 'command',
    input: z.strictObject({ ...move, confirm: z.literal('删除', { error: '请输入“删除”两个字' }) }),
    output: Done,
    access: own,
    audit: '删除志愿者资料',
  },
} as const satisfies Contract

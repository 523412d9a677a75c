import * as z from './zod'
import { CreditCode } from './credit-code'
import { Id } from './ids'
import { Instant, Version, optionalText, text } from './fields'
import { EnterpriseFlags, EnterpriseView, registerFilter } from './org-office'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type EnterpriseState = 'active' | 'closed'
/** A closed enterprise stays in the register for what was recorded of it; nobody can be found or entered there any more. */
export const enterpriseMachine: Machine<EnterpriseState, 'close' | 'reopen'> = {
  states: { active: { label: '在册', tone: 'doing' }, closed: { label: '已关停', tone: 'off' } },
  moves: [
    { from: ['active'], act: 'close', to: 'closed', by: ['officer'], label: '标记关停' },
    { from: ['closed'], act: 'reopen', to: 'active', by: ['officer'], label: '恢复在册' },
  ],
}

const count = (name: string, max: number) =>
  z
    .int({ error: `请填写${name}` })
    .min(0, { error: `${name}不能是负数` })
    .max(max, { error: `${name}太大了，请核对` })

/** Every field of an enterprise an officer may write. Contacts are a post and an office telephone, never a person's name. */
export const enterpriseFields = {
  name: text(60, '企业名称'),
  industry: text(20, '行业'),
  flags: EnterpriseFlags,
  hasUnion: z.boolean(),
  workers: count('职工人数', 1_000_000),
  teams: count('班组数', 100_000),
  code: CreditCode.describe('unified social credit code, or empty'),
  address: optionalText(100, '地址').transform((words) => words ?? ''),
  contactPost: optionalText(30, '联系岗位').transform((words) => words ?? ''),
  contactPhone: optionalText(20, '联系电话')
    .transform((words) => (words ?? '').normalize('NFKC'))
    .refine((words) => /^[\d\s+()-]*$/.test(words), { error: '联系电话只写数字和横线' }),
  dispatched: count('劳务派遣人数', 1_000_000),
  newForms: count('新就业形态人数', 1_000_000),
}
/** What the register can also say of an enterprise, beyond what every officer must give. */
export const furtherFields = ['code', 'address', 'contactPost', 'contactPhone', 'dispatched', 'newForms'] as const
export const EnterpriseFacts = z.strictObject(enterpriseFields)
export type EnterpriseFacts = z.output<typeof EnterpriseFacts>

/** Names of the fields as people read them. */
export const enterpriseFieldLabels: Record<keyof Omit<EnterpriseFacts, 'flags'>, string> & Record<string, string> = {
  name: '企业名称',
  industry: '行业',
  'flags.highRisk': '高危行业',
  'flags.nonPublic': '非公企业',
  'flags.small': '中小微企业',
  hasUnion: '已建工会',
  workers: '职工人数',
  teams: '班组数',
  code: '统一社会信用代码',
  address: '地址',
  contactPost: '联系岗位',
  contactPhone: '联系电话',
  dispatched: '劳务派遣人数',
  newForms: '新就业形态人数',
}

/** One past step of an enterprise: who, when, and each field that changed with its words before and after. */
export const RegisterStep = z.object({
  at: Instant,
  by: z.string(),
  verb: z.string(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
})

export const EnterpriseDetail = EnterpriseView.extend({
  address: z.string(),
  contactPost: z.string(),
  contactPhone: z.string(),
  dispatched: z.int(),
  newForms: z.int(),
  version: Version,
  history: z.array(RegisterStep).describe('the latest first, at most 20'),
})
export type EnterpriseDetail = z.output<typeof EnterpriseDetail>

const officer = { role: 'officer', scope: 'enterprise' } as const

/** The register of enterprises, beyond founding and listing. */
export const registerEntries = {
  enterprise: { kind: 'query', input: z.strictObject({ id: Id }), output: EnterpriseDetail, access: officer },
  changeEnterprise: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, ...enterpriseFields }),
    output: EnterpriseDetail,
    access: officer,
    audit: '修改企业资料',
  },
  closeEnterprise: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, reason: text(100, '原因') }),
    output: EnterpriseDetail,
    access: officer,
    audit: '企业关停',
  },
  reopenEnterprise: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, reason: text(100, '原因') }),
    output: EnterpriseDetail,
    access: officer,
    audit: '企业恢复在册',
  },
  exportRegister: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...registerFilter }),
    output: z.object({ id: Id, url: z.string(), fileName: z.string(), rows: z.int() }),
    access: { role: 'officer', scope: 'node' },
    audit: '导出企业名册',
  },
} as const satisfies Contract

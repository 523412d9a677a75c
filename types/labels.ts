import * as z from './zod'
import { Instant, text } from './fields'
import type { Contract } from './contract'

const phone = (name: string) =>
  text(20, name).refine((words) => /^[\d-]{3,20}$/.test(words), { error: `${name}只写数字和横线` })

/**
 * What institutions are called here. They change their names (安监 became 应急 in 2018) and differ from town to town, so
 * no page and no printed form has them in its own words.
 */
export const Labels = z.strictObject({
  regulator: text(20, '监管部门全称'),
  regulatorShort: text(10, '监管部门简称'),
  unionDepartment: text(20, '工会主管部门'),
  safetyCentre: text(30, '举报投诉中心'),
  serviceCentre: text(30, '职工服务中心'),
  safetyHotlineName: text(12, '举报热线名称'),
  safetyHotline: phone('举报热线号码'),
  serviceHotlineName: text(12, '服务热线名称'),
  serviceHotline: phone('服务热线号码'),
  volunteerPlatform: text(20, '通用志愿者名称'),
  paperRegulator: text(20, '表上的监管部门'),
  paperBureau: text(20, '表上的区级监管机构'),
})
export type Labels = z.output<typeof Labels>

/** As long as nobody has said otherwise. */
export const shippedLabels: Labels = {
  regulator: '应急管理部门',
  regulatorShort: '应急',
  unionDepartment: '权益保障部门',
  safetyCentre: '安全生产举报投诉中心',
  serviceCentre: '职工服务中心',
  safetyHotlineName: '生产安全举报',
  safetyHotline: '12350',
  serviceHotlineName: '职工服务热线',
  serviceHotline: '12351',
  volunteerPlatform: '首都职工志愿者',
  // As the paper form has them.
  paperRegulator: '安全监管部门',
  paperBureau: '安全监管局',
}

/** What each word is for, for who changes it. */
export const labelNames: Record<keyof Labels, { name: string; hint: string }> = {
  regulator: { name: '监管部门全称', hint: '审核志愿者专业的部门，例如 应急管理局' },
  regulatorShort: { name: '监管部门简称', hint: '用在按钮和短句里，例如 应急' },
  unionDepartment: { name: '工会主管部门', hint: '负责志愿者工作的部门，例如 权益部' },
  safetyCentre: { name: '举报投诉中心', hint: '与工会一起制定志愿者制度的单位' },
  serviceCentre: { name: '职工服务中心', hint: '接收志愿者名册抄送的单位' },
  safetyHotlineName: { name: '举报热线名称', hint: '首页拨号按钮上的名称' },
  safetyHotline: { name: '举报热线号码', hint: '例如 12350' },
  serviceHotlineName: { name: '服务热线名称', hint: '首页拨号按钮上的名称' },
  serviceHotline: { name: '服务热线号码', hint: '例如 12351' },
  paperRegulator: { name: '表上的监管部门', hint: '打印的申请表、名册上的叫法，例如 应急管理部门' },
  paperBureau: { name: '表上的区级监管机构', hint: '打印的申请表注释里的叫法，例如 应急管理局' },
  volunteerPlatform: { name: '通用志愿者名称', hint: '申请人事先登记的志愿者，例如 首都职工志愿者' },
}
export const labelKeys = Object.keys(labelNames) as (keyof Labels)[]

/** Words as they are kept, over those the product comes with: a word added later has its shipped value. */
export const labelsOf = (kept: Partial<Labels> | null | undefined): Labels => ({ ...shippedLabels, ...kept })

export const labelEntries = {
  labels: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ version: z.int().nullable().describe('null: as shipped'), labels: Labels }),
    access: 'anyone',
  },
  labelEditions: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      mayChange: z.boolean(),
      items: z
        .array(
          z.object({
            version: z.int(),
            at: Instant,
            by: z.string(),
            changes: z.array(z.object({ key: z.string(), from: z.string(), to: z.string() })),
          }),
        )
        .describe('the latest first, at most 20'),
    }),
    access: { role: 'officer' },
  },
  setLabels: {
    kind: 'command',
    input: z.strictObject({ version: z.int().min(0).nullable(), labels: Labels }),
    output: z.object({ version: z.int(), labels: Labels }),
    access: { role: 'officer', scope: 'root' },
    audit: '修改机构名称',
  },
} as const satisfies Contract

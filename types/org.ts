import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, optionalText, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const NodeType = z.enum(['geographic', 'industry', 'group', 'enterprise', 'workshop', 'team'])
export const nodeTypeLabels: Record<z.output<typeof NodeType>, string> = {
  geographic: '地方工会',
  industry: '产业（系统）工会',
  group: '集团公司工会',
  enterprise: '企业工会',
  workshop: '车间',
  team: '班组',
}
type NodeTypeName = z.output<typeof NodeType>
/** What may stand directly below a node of each type in the union tree. */
export const childTypes: Readonly<Record<NodeTypeName, readonly NodeTypeName[]>> = {
  geographic: ['geographic', 'industry', 'group', 'enterprise'],
  industry: ['industry', 'group', 'enterprise'],
  group: ['group', 'enterprise'],
  enterprise: ['workshop', 'team'],
  workshop: ['team'],
  team: [],
}
/** The same for the regulators' tree: areas and their departments. */
export const regulatorChildTypes: readonly NodeTypeName[] = ['geographic', 'industry']
/** Two trees: the unions' and the safety regulators'. */
export const Authority = z.enum(['union', 'regulator'])
export const GrantRole = z.enum(['officer', 'regulator', 'fixer', 'team-leader'])
export const roleLabels: Record<z.output<typeof GrantRole>, string> = {
  officer: '工会干部',
  regulator: '监管人员',
  fixer: '企业整改责任人',
  'team-leader': '班组长',
}
/** Roles that make a person one of the managers of a node. */
export const managerRoles: readonly z.output<typeof GrantRole>[] = ['officer', 'regulator']
/** Types of nodes that need two managers; workshops, teams and enterprise unions may do with less. */
export const managedTypes: readonly NodeTypeName[] = ['geographic', 'industry', 'group']
/** A node never falls back from two managers to one. */
export const fewestManagers = 2
export const Grant = z.object({
  id: Id,
  role: GrantRole,
  nodeId: Id,
  nodeName: z.string(),
  authority: Authority,
  enterpriseId: Id.nullable(),
})
export type Grant = z.output<typeof Grant>

export const Me = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable().describe('masked'),
  unit: z.object({ id: Id, name: z.string(), verified: z.boolean() }).nullable(),
  grants: z.array(Grant),
})

export type ErasureState = 'requested' | 'done'
/** Erasing a person: what org itself holds goes at once, the other functions follow through the outbox. */
export const erasureMachine: Machine<ErasureState, 'finish'> = {
  states: { requested: { label: '正在删除', tone: 'doing' }, done: { label: '已删除', tone: 'off' } },
  moves: [{ from: ['requested'], act: 'finish', to: 'done', by: ['clock'], label: '删除完成' }],
}

export const BoothTask = z.enum(['home', 'quiz', 'hazard', 'volunteer'])

const LandingCampaign = z.object({
  id: Id,
  title: z.string(),
  slogan: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['draft', 'open', 'closed']),
  players: z.int(),
  levels: z.int(),
})

export const Landing = z.object({
  union: z.object({ id: Id, name: z.string() }),
  booth: z
    .object({ id: Id, name: z.string(), place: z.string(), task: BoothTask })
    .nullable()
    .describe('another one than was asked for where a lost code leads there; none where it is closed'),
  task: BoothTask.describe('what the code opens'),
  enterprise: z.object({ id: Id, name: z.string() }).nullable(),
  campaign: LandingCampaign.nullable(),
  others: z.array(LandingCampaign).describe('older contests that run here too'),
})

/** What everybody may call. */
export const personEntries = {
  landing: {
    kind: 'query',
    input: z.strictObject({ booth: Id.optional(), by: Id.optional().describe('personId of a personal code') }),
    output: Landing,
    access: 'anyone',
  },
  scan: {
    kind: 'command',
    input: z
      .strictObject({
        _id: Id,
        booth: Id.optional(),
        by: Id.optional().describe('personId of a personal code'),
        at: InstantInput.optional().describe('when it was scanned, where it could not be told at once'),
      })
      .refine(({ booth, by }) => (booth === undefined) !== (by === undefined), { error: '没有认出这个码' }),
    output: z.object({ id: Id }),
    access: 'anyone',
    audit: '扫展台码',
  },
  me: { kind: 'query', input: z.strictObject({}), output: Me, access: 'anyone' },
  setProfile: {
    kind: 'command',
    input: z.strictObject({ name: optionalText(20, '姓名'), unitId: Id.nullable().optional() }),
    output: Me,
    access: 'anyone',
    audit: '修改个人资料',
  },
  bindPhone: {
    kind: 'command',
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: Me,
    access: 'anyone',
    audit: '绑定手机号',
  },
  eraseMe: {
    kind: 'command',
    input: z.strictObject({ confirm: z.literal('注销') }),
    output: z.object({ erased: z.boolean() }),
    access: 'anyone',
    audit: '注销并删除个人资料',
  },
  searchUnits: {
    kind: 'query',
    input: z.strictObject({ words: text(30, '单位名称') }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string(), nodeName: z.string() })) }),
    access: 'anyone',
  },
} as const satisfies Contract

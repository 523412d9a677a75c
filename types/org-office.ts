import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, optionalText, text } from './fields'
import { Authority, GrantRole, Me, NodeType } from './org'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

/** high-risk industry, non-public, small or medium: the three flags of the supervision draw. */
export const EnterpriseFlags = z.strictObject({ highRisk: z.boolean(), nonPublic: z.boolean(), small: z.boolean() })

export const NodeView = z.object({
  id: Id,
  parentId: Id.nullable(),
  type: NodeType,
  authority: Authority,
  name: z.string(),
  depth: z.int(),
  managers: z.int(),
  children: z.int(),
  qualifies: z.boolean().describe("issues the union's opinion on volunteers"),
})
export const EnterpriseView = z.object({
  id: Id,
  nodeId: Id,
  nodeName: z.string(),
  name: z.string(),
  industry: z.string(),
  flags: EnterpriseFlags,
  hasUnion: z.boolean(),
  workers: z.int(),
  teams: z.int(),
  code: z.string(),
  state: z.enum(['active', 'closed']),
})
export const PersonView = z.object({
  grantId: Id,
  personId: Id,
  name: z.string(),
  phone: z.string().nullable(),
  role: GrantRole,
  nodeId: Id,
  nodeName: z.string(),
  since: Instant,
  until: Instant.nullable().describe('end of the term'),
})
export const InviteState = z.enum(['open', 'accepted', 'cancelled', 'expired'])
export type InviteState = z.output<typeof InviteState>
export const inviteMachine: Machine<InviteState, 'accept' | 'cancel' | 'expire'> = {
  states: {
    open: { label: '待接受', tone: 'todo' },
    accepted: { label: '已接受', tone: 'done' },
    cancelled: { label: '已撤回', tone: 'off' },
    expired: { label: '已过期', tone: 'off' },
  },
  moves: [
    { from: ['open'], act: 'accept', to: 'accepted', by: ['applicant'], label: '接受邀请', requires: ['in time'] },
    { from: ['open'], act: 'cancel', to: 'cancelled', by: ['officer'], label: '撤回邀请' },
    { from: ['open'], act: 'expire', to: 'expired', by: ['clock'], label: '邀请过期' },
  ],
}
/** Days an invitation may be accepted. */
export const inviteDays = 7

/** What a list of the register is narrowed by. Nothing said of the state: those that are not closed. */
export const registerFilter = {
  nodeId: Id.optional(),
  words: optionalText(30),
  highRisk: z.boolean().optional(),
  nonPublic: z.boolean().optional(),
  small: z.boolean().optional(),
  hasUnion: z.boolean().optional(),
  state: z.enum(['active', 'closed']).default('active'),
}

const InviteView = z.object({
  id: Id,
  scene: z.string().max(32),
  role: GrantRole,
  nodeName: z.string(),
  invitedBy: z.string(),
  expiresAt: Instant,
  until: Instant.nullable().describe('end of the term'),
  state: InviteState,
})

const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const
/** Regulators look after their own tree as officers do after theirs. */
const manager = <S extends string>(scope: S) => ({ role: ['officer', 'regulator'], scope }) as const

/** What officers call, and who becomes one. */
export const officeEntries = {
  becomeFirstAdministrator: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      secret: text(100, '一次性口令'),
      unionName: text(40, '工会名称'),
      name: text(20, '姓名'),
    }),
    output: Me,
    access: 'anyone',
    audit: '首位管理员启用',
  },
  tree: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ node: NodeView, items: z.array(NodeView), more: z.boolean() }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
  createNode: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id.describe('the parent'),
      type: NodeType,
      name: text(40, '名称'),
      authority: Authority.optional().describe("regulator below the union root begins the regulators' own tree"),
      serves: Id.optional().describe('regulator nodes: the union node of the same level'),
    }),
    output: NodeView,
    access: officer('node'),
    audit: '新建组织',
  },
  enterprises: {
    kind: 'query',
    input: z.strictObject({
      ...registerFilter,
      ...PageQuery,
    }),
    output: z.object({ items: z.array(EnterpriseView), more: z.boolean() }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
  createEnterprise: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id.describe('the union node it belongs to'),
      name: text(60, '企业名称'),
      industry: text(20, '行业'),
      flags: EnterpriseFlags,
      hasUnion: z.boolean(),
      workers: z.int({ error: '请填写职工人数' }).min(0).max(1_000_000),
      teams: z.int({ error: '请填写班组数' }).min(0).max(100_000),
    }),
    output: EnterpriseView,
    access: officer('node'),
    audit: '登记企业',
  },
  people: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(PersonView), invites: z.array(InviteView), more: z.boolean() }),
    access: manager('node'),
  },
  invite: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id,
      role: GrantRole,
      enterpriseId: Id.optional(),
      until: InstantInput.optional().describe('end of the term'),
    }),
    output: InviteView,
    access: manager('node'),
    audit: '邀请人员',
  },
  inviteInfo: { kind: 'query', input: z.strictObject({ id: Id }), output: InviteView, access: 'anyone' },
  acceptInvite: {
    kind: 'command',
    input: z.strictObject({ id: Id, name: text(20, '姓名') }),
    output: Me,
    access: 'anyone',
    audit: '接受邀请',
  },
  cancelInvite: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: InviteView,
    access: manager('invite'),
    audit: '撤回邀请',
  },
  revokeGrant: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('the grant'), personId: Id, reason: text(100, '原因') }),
    output: z.object({ id: Id }),
    access: officer('person'),
    audit: '撤销职务',
  },
} as const satisfies Contract

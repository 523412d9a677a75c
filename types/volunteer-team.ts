import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, TimelineItem, Version, text } from './fields'
import type { Contract } from './contract'
import { Specialty } from './volunteer-form'
import { TeamState } from './volunteer-team-machine'

/** The two authorities that lead a team together. */
export const Side = z.enum(['union', 'regulator'])
export type Side = z.output<typeof Side>
export const sideLabels: Record<Side, string> = { union: '工会方', regulator: '监管方' }

const Seat = z.object({
  name: z.string(),
  office: z.string(),
  acceptedAt: Instant.nullable().describe('null: named, has not accepted yet'),
  isMe: z.boolean(),
})
const row = {
  id: Id,
  name: z.string(),
  nodeName: z.string(),
  state: TeamState,
  members: z.int(),
  times: z.int().describe('services of its members, those who have left or erased themselves included'),
  minutes: z.int().describe('minutes of service'),
  vacant: z.array(Side).describe('without an administrator who accepted'),
  version: Version,
}
export const TeamRow = z.object(row)
export type TeamRow = z.output<typeof TeamRow>
export const TeamView = z.object({
  ...row,
  admins: z.object({ union: Seat.nullable(), regulator: Seat.nullable() }),
  captain: z.object({ id: Id, name: z.string() }).nullable(),
  successorDue: Instant.nullable().describe('by when a successor is to be named'),
  mergedInto: z.string().nullable(),
  absorbed: z.int().describe('teams merged into this one; their service counts in its totals'),
  timeline: z.array(TimelineItem),
  acts: z.array(
    z.enum([
      ...(['name-union', 'name-regulator', 'accept-union', 'accept-regulator'] as const),
      ...(['resign-union', 'resign-regulator', 'captain', 'members', 'merge', 'disband'] as const),
    ]),
  ),
})
export type TeamView = z.output<typeof TeamView>

export const TeamMember = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  unit: z.string(),
  phone: z.string().describe('masked'),
  specialties: z.array(Specialty),
  since: Instant,
})
const Names = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) })
const members = z.object({ items: z.array(TeamMember), more: z.boolean() })

const authority = { role: ['officer', 'regulator'] } as const
const ofTeam = { ...authority, scope: 'team' } as const
const unionOfTeam = { role: 'officer', scope: 'team' } as const
const move = { id: Id, version: Version }
const reason = text(100, '原因')

/** Teams as the two authorities keep them, and as volunteers see their own. */
export const teamEntries = {
  teams: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: TeamState.optional(), ...PageQuery }),
    output: z.object({ items: z.array(TeamRow), more: z.boolean() }),
    access: { ...authority, scope: 'node' },
  },
  team: { kind: 'query', input: z.strictObject({ id: Id }), output: TeamView, access: ofTeam },
  teamMembers: {
    kind: 'query',
    input: z.strictObject({ id: Id, ...PageQuery }),
    output: members,
    access: ofTeam,
  },
  teamless: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: members.describe('on the confirmed roster and in no team'),
    access: { role: 'officer', scope: 'node' },
  },
  seatCandidates: {
    kind: 'query',
    input: z.strictObject({ id: Id, side: Side }),
    output: z.object({ items: z.array(z.object({ personId: Id, name: z.string(), office: z.string() })) }),
    access: ofTeam,
  },
  createTeam: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, unit: text(30, '单位名称') }),
    output: Done,
    access: { role: 'officer', scope: 'node' },
    audit: '组建志愿服务队',
  },
  nameAdmin: {
    kind: 'command',
    input: z.strictObject({ ...move, side: Side, personId: Id }),
    output: Done,
    access: ofTeam,
    audit: '指定队伍管理员',
  },
  acceptSeat: {
    kind: 'command',
    input: z.strictObject({ ...move, side: Side }),
    output: Done,
    access: ofTeam,
    audit: '接受担任队伍管理员',
  },
  resignSeat: {
    kind: 'command',
    input: z.strictObject({ ...move, side: Side, reason }),
    output: Done,
    access: ofTeam,
    audit: '卸任队伍管理员',
  },
  addMembers: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      volunteers: z
        .array(Id)
        .min(1, { error: '请至少选一位志愿者' })
        .max(50, { error: '一次最多编入 50 位' })
        .refine((ids) => new Set(ids).size === ids.length, { error: '同一位只选一次' }),
    }),
    output: z.object({
      added: z.int().describe('those who were in it already included'),
      refused: z.array(z.object({ name: z.string(), why: z.string() })),
    }),
    access: unionOfTeam,
    audit: '编入志愿服务队',
  },
  moveMember: {
    kind: 'command',
    input: z.strictObject({ ...move, teamId: Id, reason }),
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '调整志愿者队伍',
  },
  removeMember: {
    kind: 'command',
    input: z.strictObject({ ...move, reason }),
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '移出志愿服务队',
  },
  leaveTeam: {
    kind: 'command',
    input: z.strictObject({ ...move, reason }),
    output: Done,
    access: { owner: 'application' },
    audit: '退出志愿服务队',
  },
  setCaptain: {
    kind: 'command',
    input: z.strictObject({ ...move, volunteer: Id }),
    output: Done,
    access: ofTeam,
    audit: '指定队长',
  },
  mergeTeam: {
    kind: 'command',
    input: z.strictObject({ ...move, intoId: Id, reason }),
    output: Done,
    access: unionOfTeam,
    audit: '队伍并入别队',
  },
  disbandTeam: {
    kind: 'command',
    input: z.strictObject({ ...move, reason }),
    output: Done,
    access: unionOfTeam,
    audit: '解散队伍',
  },
  myTeam: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      volunteer: z.object({ id: Id, version: Version }).nullable().describe('null: not on the roster'),
      team: z
        .object({
          ...{ id: Id, name: z.string(), nodeName: z.string(), state: TeamState, members: z.int() },
          ...{ times: z.int(), minutes: z.int(), captain: z.string().nullable() },
          admins: z.array(z.object({ name: z.string(), office: z.string() })),
          names: Names.shape.items.describe('the first fifty; names only'),
        })
        .nullable(),
      former: z.array(z.object({ name: z.string(), from: Instant, to: Instant, why: z.string() })),
    }),
    access: 'anyone',
  },
} as const satisfies Contract

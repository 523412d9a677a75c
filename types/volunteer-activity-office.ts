import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, InstantInput, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import { ActivityForm } from './volunteer-activity-form'
import { Checklist } from './volunteer-activity-checklist'
import { ActivityState } from './volunteer-activity-machine'
import { OfficeActivity, OfficeActivityRow } from './volunteer-activity-views'

const organiser = { role: 'officer', scope: 'activity' } as const
const ofPerson = { role: 'officer', scope: 'attendance' } as const
const change = { id: Id, version: Version }

/** What officers call about activities of their node and those below. */
export const activityOfficeEntries = {
  officeActivities: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: ActivityState.optional(), ...PageQuery }),
    output: z.object({ items: z.array(OfficeActivityRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  officeActivity: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: OfficeActivity,
    access: organiser,
  },
  createActivity: {
    kind: 'command',
    input: z.strictObject({
      ...{ _id: Id, nodeId: Id, form: ActivityForm },
      driveId: Id.optional().describe('the drive it is made for'),
    }),
    output: Done,
    access: { role: 'officer', scope: 'node' },
    audit: '新建志愿活动',
  },
  reviseActivity: {
    kind: 'command',
    input: z.strictObject({ ...change, form: ActivityForm }),
    output: Done,
    access: organiser,
    audit: '修改志愿活动',
  },
  checkActivity: {
    kind: 'command',
    input: z.strictObject({ ...change, checklist: Checklist }),
    output: Done,
    access: organiser,
    audit: '核对活动安全准备',
  },
  publishActivity: {
    kind: 'command',
    input: z.strictObject(change),
    output: Done,
    access: organiser,
    audit: '发布志愿活动',
  },
  cancelActivity: {
    kind: 'command',
    input: z.strictObject({ ...change, reason: text(100, '取消原因') }),
    output: Done,
    access: organiser,
    audit: '取消志愿活动',
  },
  finishActivity: {
    kind: 'command',
    input: z.strictObject(change),
    output: Done,
    access: organiser,
    audit: '确认活动结束',
  },
  /** The codes of the next two minutes, so that a bad network does not stop the screen. */
  activityCodes: {
    kind: 'query',
    input: z.strictObject({ id: Id, way: z.enum(['in', 'out']) }),
    output: z.object({
      now: Instant,
      until: Instant,
      signed: z.int(),
      joined: z.int(),
      items: z.array(z.object({ from: Instant, to: Instant, digits: z.string(), qr: z.string(), text: z.string() })),
    }),
    access: organiser,
  },
  /** By hand: nobody came (`inAt` null), is there (`outAt` null), or was there from when to when. */
  setAttendance: {
    kind: 'command',
    input: z.strictObject({
      ...change,
      inAt: InstantInput.nullable(),
      outAt: InstantInput.nullable(),
      reason: text(100, '原因'),
    }),
    output: Done,
    access: ofPerson,
    audit: '手工登记活动考勤',
  },
  settleClaims: {
    kind: 'command',
    input: z.strictObject({ ...change, accept: z.boolean() }),
    output: Done,
    access: ofPerson,
    audit: '核对断网补交的签到',
  },
  answerAbsence: {
    kind: 'command',
    input: z.strictObject({ ...change, upheld: z.boolean(), words: text(100, '答复') }),
    output: Done,
    access: ofPerson,
    audit: '答复未到场说明',
  },
  /** Who came without having joined: found on the roster, written in with a reason. */
  addAttendee: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      applicationId: Id,
      inAt: InstantInput,
      outAt: InstantInput.nullable(),
      reason: text(100, '原因'),
    }),
    output: Done,
    access: organiser,
    audit: '补录到场人员',
  },
  absenceAppeals: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({
      items: z.array(
        z.object({
          id: Id,
          version: Version,
          activityId: Id,
          title: z.string(),
          startsAt: Instant,
          name: z.string(),
          words: z.string(),
          at: Instant,
          byMe: z.boolean(),
        }),
      ),
      more: z.boolean(),
    }),
    access: { role: 'officer', scope: 'node' },
  },
} as const satisfies Contract

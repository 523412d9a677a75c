import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, InstantInput, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import { AttendanceState } from './volunteer-activity-machine'
import { ActivityRow, ActivityView, AttendanceRow } from './volunteer-activity-views'

const Where = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

/** What was read off the organiser's screen: the QR code, or its six digits with the activity they are for. */
const Sign = z
  .strictObject({
    _id: Id.describe('of this try: sent again it gets the same answer'),
    code: Id.optional(),
    activityId: Id.optional(),
    digits: z
      .string()
      .regex(/^\d{6}$/, { error: '请输入六位数字' })
      .optional(),
    way: z.enum(['in', 'out']).optional().describe('of the digits'),
    at: InstantInput.describe('when it was read, by the phone’s clock: only a late one is judged by it'),
    device: Id.optional(),
    where: Where.optional(),
  })
  .refine(({ code, activityId, digits, way }) => (code ? !digits : digits && activityId && way), {
    error: '请扫签到码，或输入六位数字',
    path: ['code'],
  })

/** What volunteers call about activities. */
export const activityEntries = {
  activities: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({
      enrolled: z.boolean().describe('whether the caller is a volunteer'),
      items: z.array(ActivityRow),
      more: z.boolean(),
    }),
    access: 'anyone',
  },
  activity: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: ActivityView,
    access: 'anyone',
  },
  joinActivity: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    access: 'anyone',
    audit: '报名活动',
  },
  leaveActivity: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    access: 'anyone',
    audit: '退出活动',
  },
  attendances: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(AttendanceRow), more: z.boolean() }),
    access: 'anyone',
  },
  signIn: {
    kind: 'command',
    input: Sign,
    output: z.object({
      activityId: Id,
      title: z.string(),
      way: z.enum(['in', 'out']),
      at: Instant,
      state: AttendanceState,
      minutes: z.int(),
      pending: z.boolean().describe('came late: the organiser has to confirm it'),
    }),
    access: 'anyone',
    audit: '活动签到',
  },
  appealAbsence: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, words: text(200, '情况说明') }),
    output: Done,
    access: { owner: 'attendance' },
    audit: '说明未到场情况',
  },
} as const satisfies Contract

import * as z from './zod'
import { Id } from './ids'
import { InstantInput, optionalText, text } from './fields'
import { ActivityCampaign, ActivityFocus, ActivityKind } from './volunteer-activity-kinds'
import { Specialty } from './volunteer-form'

export const mostPlaces = 300

/** What an organiser writes of an activity. Instants in ISO; places are people. */
export const ActivityForm = z.strictObject({
  title: text(30, '活动名称'),
  kind: ActivityKind,
  campaign: ActivityCampaign.nullable(),
  focus: z.array(ActivityFocus).max(3),
  place: text(60, '活动地点'),
  meeting: text(60, '集合地点'),
  bring: optionalText(100, '携带物品'),
  contact: text(40, '联系人和电话'),
  startsAt: InstantInput,
  endsAt: InstantInput,
  quota: z
    .int({ error: '请填写名额' })
    .min(1, { error: '名额至少 1 人' })
    .max(mostPlaces, {
      error: `名额最多 ${mostPlaces} 人`,
    }),
  joinFrom: InstantInput,
  joinUntil: InstantInput,
  leaveUntil: InstantInput,
  audience: z.strictObject({
    nodeId: Id,
    teamId: Id.nullable(),
    specialties: z.array(Specialty).max(6).describe('empty: whatever they do'),
  }),
  bar: z.int().min(1).max(9).nullable().describe('so many no-shows in the year keep one from joining; null: nobody'),
  spot: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .describe('the meeting point, where the organiser gave it'),
})
export type ActivityForm = z.output<typeof ActivityForm>

const longest = 48 * 3_600_000
const furthest = 400 * 86_400_000

/** Field → what does not fit together; `now` in milliseconds. */
export const activityProblems = (form: ActivityForm, now: number): Record<string, string> => {
  const [starts, ends, from, until, leave] = [
    ...[form.startsAt, form.endsAt, form.joinFrom, form.joinUntil, form.leaveUntil],
  ].map((at) => Date.parse(at)) as [number, number, number, number, number]
  const problems: Record<string, string> = {}
  if (starts <= now) problems.startsAt = '开始时间要晚于现在'
  else if (starts > now + furthest) problems.startsAt = '开始时间太远了，请核对年份'
  if (ends <= starts) problems.endsAt = '结束时间要晚于开始时间'
  else if (ends - starts > longest) problems.endsAt = '一次活动最长两天，更长的请分开发布'
  if (until > starts) problems.joinUntil = '报名截止不能晚于活动开始'
  else if (until <= from) problems.joinUntil = '报名截止要晚于报名开始'
  if (leave > starts) problems.leaveUntil = '退出截止不能晚于活动开始'
  return problems
}

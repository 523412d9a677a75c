import { specialtyLabels } from 'types/volunteer-form'
import { overlaps } from 'types/volunteer-activity-hours'
import { activityRules } from 'types/volunteer-activity-kinds'
import { formatDateTime } from 'types/calendar'
import type { ApplicationDoc } from '../documents'
import type { ActivityDoc, AttendanceDoc } from './activity'

type Member = Pick<ApplicationDoc, '_id' | 'under' | 'specialties' | 'team'>
type Audience = ActivityDoc['audience']

/** `东原区总工会的志愿者，电工、燃气专业`. */
export const audienceWord = ({ nodeName, teamName, specialties }: Audience): string =>
  [
    teamName ? `${teamName}的队员` : `${nodeName}的志愿者`,
    specialties.length > 0 && `${specialties.map((one) => specialtyLabels[one]).join('、')}专业`,
  ]
    .filter(Boolean)
    .join('，')

const isInvited = ({ nodeId, teamId, specialties }: Audience, member: Member) =>
  member.under.includes(nodeId) &&
  (teamId === null || member.team?.id === teamId) &&
  (specialties.length === 0 || specialties.some((one) => member.specialties.includes(one)))

const busy: readonly AttendanceDoc['state'][] = ['joined', 'waiting', 'present', 'served']

/** No-shows of a calendar year that stand. */
export const noShowsOf = (own: readonly AttendanceDoc[], year: number): number =>
  own.filter((one) => one.year === year && one.state === 'absent').length

const whenRefused = ({ state, joinFrom, joinUntil }: ActivityDoc, now: Date): string | null => {
  if (state === 'cancelled') return '活动已经取消。'
  if (state !== 'open' || now > joinUntil) return '报名已经截止，可以看看别的活动。'
  return now < joinFrom ? `报名从 ${formatDateTime(joinFrom)} 开始，请到时再来。` : null
}

/** Why this volunteer cannot have a place or wait for one, in a sentence; null where he can. */
export const whyNotJoin = (
  activity: ActivityDoc,
  member: Member | null,
  own: readonly AttendanceDoc[],
  now: Date,
): string | null => {
  if (!member) return '列入志愿者名册以后才能报名，请先申请。'
  const refused = whenRefused(activity, now)
  if (refused) return refused
  if (!isInvited(activity.audience, member)) return `这次活动请${audienceWord(activity.audience)}参加。`
  if (activity.line.length >= activity.quota + activityRules.waitlist) return '名额和候补都满了，可以看看别的活动。'
  const clash = own.find(
    (one) => one.activityId !== activity._id && busy.includes(one.state) && overlaps(one, activity),
  )
  if (clash) return `和您报名的“${clash.title}”时间冲突，请先退出那一个。`
  const shows = noShowsOf(own, yearOf(activity.startsAt))
  if (activity.bar !== null && shows >= activity.bar)
    return `您今年有 ${shows} 次报名后没有到场，这次活动不能报名。有特殊情况请先说明。`
  return null
}

/** Calendar year of an instant in Shanghai. */
export const yearOf = (at: Date): number => Number(formatDateTime(at).slice(0, 4))

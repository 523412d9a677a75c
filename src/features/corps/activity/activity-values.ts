import { addDays, formatTime } from 'types/calendar'
import { activityKinds, campaignLabels, focusLabels, placeLabels } from 'types/volunteer-activity-kinds'
import type { ActivityForm } from 'types/volunteer-activity-form'
import type { OfficeActivity } from 'types/volunteer-activity-views'
import { specialtyLabels } from 'types/volunteer-form'
import { dayIn, dayOf } from '@/lib/clock'

/** What the form holds: days as `YYYY-MM-DD`, times as `HH:mm`. */
export type ActivityValues = {
  title: string
  kind: string
  campaign: string
  focus: string[]
  day: string
  from: string
  to: string
  place: string
  meeting: string
  bring: string
  contact: string
  quota: number | undefined
  joinUntil: string
  leaveUntil: string
  teamId: string
  specialties: string[]
  hasBar: boolean
}

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

export const kindOptions = Object.entries(activityKinds).map(([value, { label, place }]) => ({
  value,
  label: `${placeLabels[place]} · ${label}`,
}))
export const campaignOptions = [{ value: '', label: '不属于专项' }, ...optionsOf(campaignLabels)]
export const focusOptions = optionsOf(focusLabels)
export const specialtyOptions = optionsOf(specialtyLabels)

const pad = (value: number) => String(value).padStart(2, '0')
/** Every half hour of the day. */
export const timeOptions = Array.from({ length: 48 }, (_, index) => {
  const value = `${pad(Math.floor(index / 2))}:${index % 2 === 0 ? '00' : '30'}`
  return { value, label: value }
})

const barAt = 3

export const blankActivity = (title = ''): ActivityValues => ({
  ...{ title, kind: '', campaign: '', focus: [], day: dayIn(7), from: '09:00', to: '11:00' },
  ...{ place: '', meeting: '', bring: '', contact: '', quota: undefined, joinUntil: dayIn(6), leaveUntil: dayIn(6) },
  ...{ teamId: '', specialties: [], hasBar: false },
})

const dayBefore = (at: string, startsAt: string) => (at === startsAt ? dayOf(startsAt) : dayOf(at))

export const activityValues = (activity: OfficeActivity): ActivityValues => ({
  ...{ title: activity.title, kind: activity.kind, campaign: activity.campaign ?? '', focus: activity.focus },
  ...{ day: dayOf(activity.startsAt), from: formatTime(activity.startsAt), to: formatTime(activity.endsAt) },
  ...{ place: activity.place, meeting: activity.meeting, bring: activity.bring ?? '', contact: activity.contact },
  ...{ quota: activity.quota, joinUntil: dayBefore(activity.joinUntil, activity.startsAt) },
  ...{ leaveUntil: dayBefore(activity.leaveUntil, activity.startsAt), teamId: activity.audience.teamId ?? '' },
  ...{ specialties: activity.audience.specialties, hasBar: activity.bar !== null },
})

/** An instant of a Shanghai day and time, ISO; empty where one of them is missing. */
export const instantOf = (day: string, time: string): string => {
  const at = new Date(`${day}T${time}:00+08:00`)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}

const earlier = (left: string, right: string) => (left < right ? left : right)

type Kept = { joinFrom: string; nodeId: string; spot: ActivityForm['spot'] }

/** What the form says, as the contract takes it: who ends before he begins ends the next day. */
export const toActivityForm = (values: ActivityValues, { joinFrom, nodeId, spot }: Kept): ActivityForm => {
  const { title, kind, campaign, focus, day, from, to, place, meeting, bring, contact, quota, hasBar } = values
  const startsAt = instantOf(day, from)
  const lastMoment = (date: string) => earlier(instantOf(date, '23:59'), startsAt)
  return {
    ...{ title, place, meeting, bring, contact, startsAt, joinFrom, spot },
    kind: kind as ActivityForm['kind'],
    campaign: (campaign || null) as ActivityForm['campaign'],
    focus: focus as ActivityForm['focus'],
    endsAt: instantOf(to > from ? day : addDays(day, 1), to),
    quota: quota ?? 0,
    joinUntil: lastMoment(values.joinUntil),
    leaveUntil: lastMoment(values.leaveUntil),
    audience: {
      ...{ nodeId, teamId: values.teamId || null },
      specialties: values.specialties as ActivityForm['audience']['specialties'],
    },
    bar: hasBar ? barAt : null,
  }
}

/** Field of the contract → field of the form that shows its complaint. */
export const formFieldOf: Record<string, keyof ActivityValues> = {
  ...{ startsAt: 'day', endsAt: 'to', joinUntil: 'joinUntil', leaveUntil: 'leaveUntil', joinFrom: 'joinUntil' },
  ...{ 'audience.teamId': 'teamId', 'audience.nodeId': 'teamId' },
}

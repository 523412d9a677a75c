import { formatTime, formatWeekday } from 'types/calendar'
import { attendanceMachine } from 'types/volunteer-activity-machine'
import type { ActivityRow } from 'types/volunteer-activity-views'
import { dayOf, showDay, showTime } from '@/lib/clock'

type Span = { startsAt: string; endsAt: string }

/** `6 月 12 日 周五 09:00–11:00`; over midnight the end has its day. */
export const spanWord = ({ startsAt, endsAt }: Span): string => {
  const end = dayOf(startsAt) === dayOf(endsAt) ? formatTime(endsAt) : showTime(endsAt)
  return `${showDay(startsAt)} ${formatWeekday(startsAt)} ${formatTime(startsAt)}–${end}`
}

/** `已报 12 / 30 人，候补 3 人`. */
export const placesWord = ({ joined, quota, waiting }: Pick<ActivityRow, 'joined' | 'quota' | 'waiting'>): string =>
  [`已报 ${joined} / ${quota} 人`, waiting > 0 && `候补 ${waiting} 人`].filter(Boolean).join('，')

export const stateOf = (state: keyof typeof attendanceMachine.states) => attendanceMachine.states[state]

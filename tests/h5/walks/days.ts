import dayjs from 'dayjs'

/** A day about a week ahead, in the month the officer's calendar opens on (seven days ahead). */
export const dayAhead = (now = new Date()): { label: string; words: string } => {
  const shown = dayjs(now).add(7, 'day')
  const later = dayjs(now).add(9, 'day')
  const day = later.month() === shown.month() ? later : dayjs(now).add(5, 'day')
  return { label: `${day.month() + 1} 月 ${day.date()} 日`, words: `${day.month() + 1}月${day.date()}日` }
}

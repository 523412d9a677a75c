import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China keeps one time and no summer time: a fixed offset is exact and spares the zone tables. */
const shanghai = (at: string | Date) => dayjs(at).utcOffset(8)

/** `6 月 18 日` */
export const showDay = (at: string | Date): string => shanghai(at).format('M 月 D 日')

/** `2027 年 6 月 18 日` */
export const showDate = (at: string | Date): string => shanghai(at).format('YYYY 年 M 月 D 日')

/** `6 月 18 日 08:12`; with the year when it is not this one. */
export const showTime = (at: string | Date, now: Date = new Date()): string => {
  const time = shanghai(at)
  return time.format(time.year() === shanghai(now).year() ? 'M 月 D 日 HH:mm' : 'YYYY 年 M 月 D 日 HH:mm')
}

/** Whole calendar days from now to then in Shanghai; negative when it has passed. */
export const daysUntil = (at: string | Date, now: Date = new Date()): number =>
  shanghai(at).startOf('day').diff(shanghai(now).startOf('day'), 'day')

/** `还有 12 天` / `今天截止` / `已逾期 1 天` */
export const showRemaining = (at: string | Date, now: Date = new Date()): string => {
  const days = daysUntil(at, now)
  if (days > 0) return `还剩 ${days} 天`
  return days === 0 ? '今天截止' : `已逾期 ${-days} 天`
}

/** `刚刚` / `5 分钟前` / `3 小时前`, then the time itself. */
export const showAgo = (at: string | Date, now: Date = new Date()): string => {
  const minutes = dayjs(now).diff(at, 'minute')
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  return minutes < 1440 ? `${Math.floor(minutes / 60)} 小时前` : showTime(at, now)
}

/** `01:47` */
export const showSeconds = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}

/** `1 分 52 秒` */
export const showDuration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes} 分 ${Math.round(seconds % 60)} 秒` : `${Math.round(seconds)} 秒`
}

/** The end of a Shanghai day (`YYYY-MM-DD`) as an instant: what a deadline means. */
export const endOfDay = (day: string): string => dayjs.utc(day).utcOffset(8, true).endOf('day').toISOString()

/** `YYYY-MM-DD` of an instant, in Shanghai. */
export const dayOf = (at: string | Date): string => shanghai(at).format('YYYY-MM-DD')

/** `YYYY-MM-DD` so many days from today, in Shanghai. */
export const dayIn = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000))

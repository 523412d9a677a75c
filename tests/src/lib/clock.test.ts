import {
  dayOf,
  daysUntil,
  endOfDay,
  showAgo,
  showDay,
  showDuration,
  showRemaining,
  showSeconds,
  showTime,
} from '@/lib/clock'

const now = new Date('2027-06-11T00:12:00Z')

it('shows Shanghai time wherever the phone is', () => {
  expect(showTime('2027-06-11T00:12:00Z', now)).toBe('6 月 11 日 08:12')
  expect(showTime('2026-12-31T16:30:00Z', new Date('2027-01-01T00:00:00Z'))).toBe('1 月 1 日 00:30')
  expect(showTime('2026-06-11T00:12:00Z', now)).toBe('2026 年 6 月 11 日 08:12')
  expect(showDay('2027-06-11T16:00:00Z')).toBe('6 月 12 日')
})

it('counts whole days in Shanghai', () => {
  expect(daysUntil('2027-06-11T15:59:59Z', now)).toBe(0)
  expect(daysUntil('2027-06-11T16:00:00Z', now)).toBe(1)
  expect(showRemaining('2027-06-13T02:00:00Z', now)).toBe('还剩 2 天')
  expect(showRemaining('2027-06-11T10:00:00Z', now)).toBe('今天截止')
  expect(showRemaining('2027-06-09T10:00:00Z', now)).toBe('已逾期 2 天')
})

it('ends a day at its last millisecond in Shanghai', () => {
  expect(endOfDay('2027-06-18')).toBe('2027-06-18T15:59:59.999Z')
  expect(dayOf(endOfDay('2027-06-18'))).toBe('2027-06-18')
  expect(dayOf('2027-06-18T16:00:00Z')).toBe('2027-06-19')
})

it('says how long ago in words', () => {
  expect(showAgo('2027-06-11T00:11:40Z', now)).toBe('刚刚')
  expect(showAgo('2027-06-11T00:00:00Z', now)).toBe('12 分钟前')
  expect(showAgo('2027-06-10T20:12:00Z', now)).toBe('4 小时前')
  expect(showAgo('2027-06-09T20:12:00Z', now)).toBe('6 月 10 日 04:12')
})

it('shows durations', () => {
  expect([showSeconds(107), showSeconds(-3), showSeconds(0.4)]).toEqual(['01:47', '00:00', '00:00'])
  expect([showDuration(112), showDuration(45)]).toEqual(['1 分 52 秒', '45 秒'])
})

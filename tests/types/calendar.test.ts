import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import * as calendar from 'types/calendar'

const { addDays, addWorkingDays, dateOf, daysBetween, daysLeft, dueAfterDays, dueAfterWorkingDays, endOfDay } = calendar
const { formatDue, isCalendarDate, isWorkingDay, monthlyDeadline, overdueDays, quarterlyDeadline, reportDeadline } =
  calendar

// Spring Festival 2026 as officers would enter it.
const book = {
  holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  workdays: ['2026-02-14', '2026-02-28'],
}
const anyDate = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))

describe('days in Shanghai', () => {
  test('turn at 16:00 UTC', () => {
    expect(dateOf(new Date('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28')
    expect(dateOf('2026-02-28T16:00:00.000Z')).toBe('2026-03-01')
    expect(calendar.startOfDay('2026-03-01').toISOString()).toBe('2026-02-28T16:00:00.000Z')
    expect(endOfDay('2026-02-28').toISOString()).toBe('2026-02-28T15:59:59.999Z')
  })
  test.each(['America/New_York', 'Pacific/Kiritimati', 'UTC'])('and nothing changes in a process in %s', (zone) => {
    const entry = path.resolve(__dirname, '../../types/calendar.ts')
    const code = buildSync({ entryPoints: [entry], bundle: true, format: 'cjs', write: false }).outputFiles[0]?.text
    const print = `const c = module.exports; const at = new Date('2026-02-28T15:59:59.999Z')
      console.log([c.formatDateTime(at), c.formatWeekday(at), c.endOfDay('2026-03-08').toISOString(), c.monthlyDeadline('2026-02-03'),
      c.addDays('2026-03-07', 3), c.formatSheetTime(at)].join('|'))`
    const out = execFileSync(process.execPath, ['-e', `${code};${print}`], { env: { ...process.env, TZ: zone } })
    expect(String(out).trim()).toBe(
      '2026年2月28日 23:59|周六|2026-03-08T15:59:59.999Z|2026-02-28|2026-03-10|2026-02-28 23:59',
    )
  })
  test('each day is 24 hours long and belongs to its own date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(calendar.startOfDay(date))).toBe(date)
        expect(dateOf(endOfDay(date))).toBe(date)
        expect(endOfDay(date).getTime() + 1).toBe(calendar.startOfDay(addDays(date, 1)).getTime())
        expect(daysBetween(date, addDays(date, 40))).toBe(40)
      }),
    )
  })
  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%p is a date: %p', (text, real) => expect(isCalendarDate(text)).toBe(real))
})

describe('reports', () => {
  test.each([
    ['2026-01-01', '2026-01-30'],
    ['2026-01-30', '2026-01-30'],
    ['2026-01-31', '2026-02-28'],
    ['2024-02-10', '2024-02-29'],
    ['2016-02-29', '2016-02-29'],
    ['2026-02-28', '2026-02-28'],
    ['2026-03-01', '2026-03-30'],
    ['2026-12-31', '2027-01-30'],
  ])('monthly: on %s the 30th is %s, in February the last day', (date, due) => expect(monthlyDeadline(date)).toBe(due))
  test.each([
    ['2026-01-01', '2026-03-20'],
    ['2026-03-20', '2026-03-20'],
    ['2026-03-21', '2026-06-20'],
    ['2026-07-02', '2026-09-20'],
    ['2026-12-20', '2026-12-20'],
    ['2026-12-21', '2027-03-20'],
  ])("quarterly: on %s the 20th of the quarter's last month is %s", (date, due) =>
    expect(quarterlyDeadline(date)).toBe(due),
  )
  test('monthly while a drive runs, quarterly at other times', () => {
    const drives = [{ from: '2025-12-01', to: '2026-04-30' }]
    expect(reportDeadline('2025-11-30', drives)).toBe('2025-12-20')
    expect(reportDeadline('2025-12-01', drives)).toBe('2025-12-30')
    expect(reportDeadline('2026-04-30', drives)).toBe('2026-04-30')
    expect(reportDeadline('2026-05-01', drives)).toBe('2026-06-20')
    expect(reportDeadline('2026-05-01', [])).toBe('2026-06-20')
  })
  test('is never in the past and never further than its period', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(daysBetween(date, monthlyDeadline(date))).toBeGreaterThanOrEqual(0)
        expect(daysBetween(date, monthlyDeadline(date))).toBeLessThanOrEqual(31)
        expect(daysBetween(date, quarterlyDeadline(date))).toBeGreaterThanOrEqual(0)
        expect(daysBetween(date, quarterlyDeadline(date))).toBeLessThanOrEqual(92)
        expect(isCalendarDate(monthlyDeadline(date)) && isCalendarDate(quarterlyDeadline(date))).toBe(true)
      }),
    )
  })
})

describe('working days', () => {
  test('follow the holiday book, weekends included', () => {
    const works = [
      '2026-02-13',
      '2026-02-14',
      '2026-02-15',
      '2026-02-16',
      '2026-02-21',
      '2026-02-23',
      '2026-02-24',
      '2026-02-28',
    ]
    expect(works.map((date) => isWorkingDay(date, book))).toEqual([true, true, false, false, false, false, true, true])
  })
  test('the starting day does not count', () => {
    expect(addWorkingDays('2026-02-13', 1, book)).toBe('2026-02-14')
    expect(addWorkingDays('2026-02-13', 3, book)).toBe('2026-02-25')
    expect(addWorkingDays('2026-02-13', 0, book)).toBe('2026-02-13')
    expect(addWorkingDays('2026-03-06', 1, { holidays: [], workdays: [] })).toBe('2026-03-09')
  })
  test('become the end of that day', () => {
    const now = new Date('2026-02-12T16:00:00.000Z')
    expect(dueAfterWorkingDays(now, 1, book)).toEqual(endOfDay('2026-02-14'))
    expect(dueAfterDays(now, 3)).toEqual(endOfDay('2026-02-16'))
    expect(dueAfterDays(now, 3, book)).toEqual(endOfDay('2026-02-24'))
  })
  test('n working days later lie exactly n working days', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 30 }), (start, count) => {
        const from = addDays('2025-12-01', start)
        const to = addWorkingDays(from, count, book)
        const between = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1))
        expect(between.filter((date) => isWorkingDay(date, book))).toHaveLength(count)
        expect(isWorkingDay(to, book)).toBe(true)
      }),
    )
  })
})

describe('what is left', () => {
  const deadline = endOfDay('2026-03-10')
  test.each([
    ['2026-03-07T00:00:00Z', 3, 0, '还剩 3 天'],
    ['2026-03-09T15:59:59Z', 1, 0, '还剩 1 天'],
    ['2026-03-09T16:00:00Z', 0, 0, '今天到期'],
    ['2026-03-10T15:59:59.999Z', 0, 0, '今天到期'],
    ['2026-03-10T16:00:00Z', 0, 1, '已逾期 1 天'],
    ['2026-03-12T15:00:00Z', 0, 2, '已逾期 2 天'],
  ])('at %s: %i left, %i overdue, %s', (now, left, over, words) => {
    expect([daysLeft(deadline, now), overdueDays(deadline, now), formatDue(deadline, now)]).toEqual([left, over, words])
  })
  test('an hour past a deadline within a day is one day overdue', () => {
    expect(overdueDays('2026-03-10T04:00:00Z', '2026-03-10T05:00:00Z')).toBe(1)
  })
})

test('what a screen shows, from a Date or its ISO text', () => {
  const at = '2026-03-08T17:05:00.000Z'
  expect(calendar.formatDate(at)).toBe('2026年3月9日')
  expect(calendar.formatMonthDay(new Date(at))).toBe('3月9日')
  expect(calendar.formatMonth(at)).toBe('2026年3月')
  expect(calendar.formatTime(at)).toBe('01:05')
  expect(calendar.formatDateTime(at)).toBe('2026年3月9日 01:05')
  expect(calendar.formatSheetTime(at)).toBe('2026-03-09 01:05')
  expect(calendar.formatWeekday(at)).toBe('周一')
})

import {
  copyOf,
  driveProblems,
  monthsBetween,
  nextDue,
  noGoals,
  sameDayIn,
  stageOn,
  type DriveForm,
} from 'types/drive-form'
import { reportDays, toIcs, yearEntries } from 'types/drive-calendar'
import { mayJoin } from 'types/drive-machine'
import { daysOf, drivePatterns, findPattern, formOf, type DrivePattern } from 'types/drive-patterns'
import { DriveForm as Schema } from 'types/drive-form'
import { bookOf, shippedHolidays } from 'types/holidays'
import { foundField, sumFound } from 'types/hazard-found'

const book = bookOf(shippedHolidays)
const form: DriveForm = {
  ...{ theme: '安全生产月', slogan: '', cover: 'flag', pattern: null, from: '2028-02-01', to: '2028-02-29' },
  ...{ monthly: false, open: true, goals: noGoals, kinds: [] },
  stages: [
    { name: '动员', from: '2028-02-01', to: '2028-02-10', due: null },
    { name: '总结', from: '2028-02-11', to: '2028-02-29', due: '2028-02-29' },
  ],
}
const pattern = (code: string) => findPattern(code) as DrivePattern

describe('dates of a drive', () => {
  test('a copy of a leap year ends on the last day of February', () => {
    const next = copyOf(form, 1)
    expect([next.to, next.stages[1]?.to, next.stages[1]?.due]).toEqual(['2029-02-28', '2029-02-28', '2029-02-28'])
    expect(driveProblems(next)).toEqual({})
    expect(sameDayIn('2028-02-29', 4)).toBe('2032-02-29')
  })

  test.each([
    [{ to: '2028-01-31' }, 'to'],
    [{ to: '2031-02-01' }, 'to'],
    [{ from: '2028-02-05' }, 'stages.0.from'],
    [{ stages: [form.stages[0]!, { ...form.stages[1]!, from: '2028-02-10' }] }, 'stages.1.from'],
    [{ stages: [{ ...form.stages[0]!, due: '2028-01-01' }] }, 'stages.0.due'],
    [{ goals: { ...noGoals, found: 3, closed: 4 } }, 'goals.closed'],
  ])('%j is said at %s', (change, field) => expect(Object.keys(driveProblems({ ...form, ...change }))).toEqual([field]))

  test('30 February is no day', () => expect(Schema.safeParse({ ...form, to: '2028-02-30' }).success).toBe(false))

  test('the stage of a day, and what is due next', () => {
    expect(stageOn(form.stages, '2028-02-10')?.name).toBe('动员')
    expect(stageOn(form.stages, '2028-03-01')).toBeNull()
    expect(nextDue(form.stages, '2028-02-29')).toEqual({ name: '总结', due: '2028-02-29' })
    expect(nextDue(form.stages, '2028-03-01')).toBeNull()
  })

  test('months over the turn of a year', () =>
    expect(monthsBetween('2026-11-30', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']))
})

describe('patterns', () => {
  test.each(drivePatterns.map(({ code }) => code))('%s is a drive that can be made as it is', (code) => {
    const made = formOf(pattern(code), 2026, book)
    expect(Schema.safeParse(made).success).toBe(true)
    expect(driveProblems(made as DriveForm)).toEqual({})
  })

  test('the Spring Festival follows the holiday book, and is unknown without one', () => {
    expect(daysOf(pattern('spring-festival'), 2026, book)).toEqual({ from: '2026-01-31', to: '2026-02-14' })
    expect(daysOf(pattern('spring-festival'), 2027, book)).toBeNull()
    expect(formOf(pattern('spring-festival'), 2027, book)).toBeNull()
  })

  test('the action of the winter ends in the next year, its report ten days later', () => {
    const made = formOf(pattern('search-drive'), 2026, book) as DriveForm
    expect([made.from, made.to, made.monthly]).toEqual(['2026-12-01', '2027-04-30', true])
    expect(made.stages.at(-1)?.due).toBe('2027-05-10')
  })
})

describe('the year', () => {
  const winter = { from: '2026-12-01', to: '2027-04-30', monthly: true }

  test('reports are quarterly, and monthly while an action runs', () => {
    expect(reportDays(2026, [winter])).toEqual(['2026-03-20', '2026-06-20', '2026-09-20', '2026-12-30'])
    const next = ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30']
    expect(reportDays(2027, [winter])).toEqual([...next, '2027-06-20', '2027-09-20', '2027-12-20'])
    expect(reportDays(2027, [{ ...winter, monthly: false }])).toHaveLength(4)
  })

  test('two actions at once make no report due twice', () => {
    const twice = [winter, { ...winter, from: '2027-02-01' }]
    expect(reportDays(2027, twice)).toEqual(reportDays(2027, [winter]))
  })

  const drive = { id: 'd', theme: '安全生产月', from: '2026-06-01', to: '2026-06-30', pattern: 'safety-month' }
  const entries = yearEntries(2026, [{ ...drive, monthly: false, stages: form.stages }], book)

  test('a pattern somebody has made is offered no more', () => {
    const offered = entries.flatMap((entry) => (entry.kind === 'pattern' ? [entry.code] : []))
    expect(offered).not.toContain('safety-month')
    expect(offered).toHaveLength(drivePatterns.length - 1)
    expect(entries.some(({ kind, words }) => kind === 'holiday' && words === '放假')).toBe(true)
  })

  test('as a file: whole days, lines of at most 75 bytes, nothing nobody has decided on', () => {
    const text = toIcs(entries, '青泽市总工会', new Date('2026-01-01T00:00:00Z'))
    expect(text).toContain('DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260701\r\nSUMMARY:安全生产月\r\n')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(entries.filter(({ kind }) => kind !== 'pattern').length)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const ids = text.match(/^UID:.*(?:\r\n .*)*/gm) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('who may put something of his own into a drive', () => {
  const drive = { nodeId: 'b', state: 'published' as const, open: true }
  expect(mayJoin(drive, ['a', 'b'])).toBe(true)
  expect(mayJoin(drive, ['a', 'b', 'c'])).toBe(true)
  expect(mayJoin({ ...drive, open: false }, ['a', 'b', 'c'])).toBe(false)
  expect(mayJoin({ ...drive, state: 'draft' }, ['a', 'b', 'c'])).toBe(false)
  expect(mayJoin(drive, ['a'])).toBe(false)
  expect(mayJoin({ ...drive, state: 'withdrawn' }, ['a', 'b'])).toBe(false)
})

test('a month is summed over days and kinds', () => {
  const values = {
    ...{ [foundField('2026-06-09', 'fire', 'found')]: 3, [foundField('2026-06-09', 'fire', 'closed')]: 1 },
    ...{ [foundField('2026-06-10', 'health', 'found')]: 2, [foundField('2026-06-11', 'fire', 'found')]: 5 },
  }
  const span = { from: '2026-06-09', to: '2026-06-10' }
  expect(sumFound('2026-06', values, { ...span, kinds: [] })).toEqual({ found: 5, closed: 1 })
  expect(sumFound('2026-06', values, { ...span, kinds: ['fire'] })).toEqual({ found: 3, closed: 1 })
  expect(sumFound('2026-07', values, { ...span, kinds: [] })).toEqual({ found: 0, closed: 0 })
})

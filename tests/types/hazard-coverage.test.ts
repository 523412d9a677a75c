import fc from 'fast-check'
import { coverRow, coverShare, findingField } from 'types/hazard-cover-row'
import { findingOf, monthsOf, periodWord, periodsOf, stepPeriod } from 'types/hazard-coverage'

test('a date lies in a month, a quarter and a year, and their months hold it', () => {
  expect(periodsOf('2026-06-10')).toEqual(['2026-06', '2026-q2', '2026'])
  expect(periodsOf('2026-12-31')).toEqual(['2026-12', '2026-q4', '2026'])
  expect(monthsOf('2026-q1')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(monthsOf('2026')).toHaveLength(12)
  expect(['2026-06', '2026-q2', '2026'].map(periodWord)).toEqual(['2026年6月', '2026年第二季度', '2026年'])
})

test('a step back and a step forth lead to where one was, over the turn of the year', () => {
  expect(stepPeriod('2026-01', -1)).toBe('2025-12')
  expect(stepPeriod('2026-q4', 1)).toBe('2027-q1')
  fc.assert(
    fc.property(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      for (const period of periodsOf(`${year}-${String(month).padStart(2, '0')}-15`))
        expect(stepPeriod(stepPeriod(period, 1), -1)).toBe(period)
    }),
  )
})

test('what is not taken on, declined or put together with another counts nowhere', () => {
  const hazard = {
    overdue: false,
    createdAt: '2026-05-31T16:30:00.000Z',
    source: 'team',
    enterprise: { id: 'e' },
  } as const
  expect(findingOf({ ...hazard, state: 'fixing' })).toEqual({
    ...{ enterpriseId: 'e', date: '2026-06-01', source: 'team', closed: false, overdue: false },
  })
  for (const state of ['reported', 'declined', 'merged'] as const) expect(findingOf({ ...hazard, state })).toBeNull()
  expect(findingOf({ ...hazard, state: 'closed', enterprise: null })).toBeNull()
  expect(findingOf({ ...hazard, state: 'accepted', source: null })).toBeNull()
})

test('shares of changes add up to the last row, whatever came between', () => {
  const unit = { _id: 'e', name: '一厂', nodeName: '东原' }
  const counts = fc.record({
    [findingField('2026-04', 'team', 'found')]: fc.nat(3),
    [findingField('2026-06', 'worker', 'found')]: fc.nat(3),
    [findingField('2026-06', 'worker', 'closed')]: fc.nat(3),
    [findingField('2026-07', 'expert', 'found')]: fc.nat(3),
  })
  const unders = fc.constantFrom(['city', 'east'], ['city', 'west'], ['city'])
  const sumOf = (rows: readonly ReturnType<typeof coverRow>[]) => {
    const sums: Record<string, number> = {}
    rows.forEach((row, index) => {
      for (const { key, fields } of coverShare(rows[index - 1], row))
        for (const [field, by] of Object.entries(fields)) sums[`${key} ${field}`] = (sums[`${key} ${field}`] ?? 0) + by
    })
    return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0))
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(unders, counts), { minLength: 1, maxLength: 6 }), (steps) => {
      const rows = steps.map(([under, some]) => coverRow(unit, [...under], '2026-q2', some))
      expect(sumOf(rows)).toEqual(sumOf(rows.slice(-1)))
    }),
  )
})

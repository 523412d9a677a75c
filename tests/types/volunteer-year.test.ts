import fc from 'fast-check'
import {
  neededIn,
  opensAt,
  proposeResult,
  quotaOf,
  reminderDue,
  shelfOf,
  yearOf,
  yearRuleOf,
  type YearRule,
} from 'types/volunteer-year-rules'
import { spellNumber, surnameAlone } from 'types/volunteer-certificate-rules'

const rule = yearRuleOf(2026)
const numbers = (times: number, minutes = 0, absences = 0) => ({ times, all: times, minutes, absences })

describe('the year of an instant', () => {
  test('is the one in Shanghai: its night begins eight hours before UTC’s', () => {
    expect(yearOf('2026-12-31T15:59:59.999Z')).toBe(2026)
    expect(yearOf('2026-12-31T16:00:00.000Z')).toBe(2027)
    expect(yearOf('2028-02-29T15:59:59.000Z')).toBe(2028)
  })
})

describe('how many are needed', () => {
  test('two, whoever came when, as long as the rule says so', () => {
    expect(neededIn(2026, '2020-05-01T00:00:00.000Z')).toBe(2)
    expect(neededIn(2026, '2026-11-30T00:00:00.000Z')).toBe(2)
    expect(neededIn(2026, null)).toBe(2)
  })

  test('a rule may ask fewer of who came in the second half, from the very first of July in Shanghai', () => {
    const mild: YearRule = { ...rule, neededLate: 1 }
    expect(neededIn(2026, '2026-06-30T15:59:59.999Z', mild)).toBe(2)
    expect(neededIn(2026, '2026-06-30T16:00:00.000Z', mild)).toBe(1)
    expect(neededIn(2027, '2026-07-01T00:00:00.000Z', mild)).toBe(2)
  })

  test('a later rule holds from its first year on', () => {
    const rules = [rule, { ...rule, from: 2027, needed: 3 }]
    expect([2026, 2027, 2030].map((year) => yearRuleOf(year, rules).needed)).toEqual([2, 3, 3])
  })
})

describe('what the rule proposes', () => {
  test('below the number: not qualified, whatever else', () => {
    expect(proposeResult(numbers(1, 10_000), 2, rule)).toBe('unqualified')
    expect(proposeResult(numbers(2), 2, rule)).toBe('qualified')
  })

  test('a candidate needs times, hours and nobody’s empty chair', () => {
    const { times, minutes } = rule.excellent
    expect(proposeResult(numbers(times, minutes), 2, rule)).toBe('excellent')
    expect(proposeResult(numbers(times - 1, minutes), 2, rule)).toBe('qualified')
    expect(proposeResult(numbers(times, minutes - 1), 2, rule)).toBe('qualified')
    expect(proposeResult(numbers(times, minutes, 1), 2, rule)).toBe('qualified')
  })

  test('shelves and proposal never contradict each other', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(2000), fc.nat(3), fc.integer({ min: 1, max: 4 }), (times, minutes, away, need) => {
        const proposed = proposeResult(numbers(times, minutes, away), need, rule)
        expect(proposed === 'unqualified').toBe(shelfOf({ times }, need) !== 'enough')
      }),
    )
  })

  test('the quota is a share, one at least, none of nobody', () => {
    expect([0, 1, 6, 7, 13, 14, 100].map((people) => quotaOf(people, rule))).toEqual([0, 1, 1, 1, 1, 2, 15])
  })
})

describe('days of the year', () => {
  test('reminders come from their day in Shanghai on, the latest counts', () => {
    expect(reminderDue(new Date('2026-08-31T15:59:59.000Z'))).toBeNull()
    expect(reminderDue(new Date('2026-08-31T16:00:00.000Z'))).toBe('09-01')
    expect(reminderDue(new Date('2026-11-01T02:00:00.000Z'))).toBe('11-01')
    expect(reminderDue(new Date('2026-12-31T15:00:00.000Z'))).toBe('11-01')
    expect(reminderDue(new Date('2026-12-31T16:00:00.000Z'))).toBeNull()
  })

  test('an assessment opens in December', () => {
    expect(opensAt(2026).toISOString()).toBe('2026-11-30T16:00:00.000Z')
  })
})

test('a number keeps its digits and grows past them', () => {
  expect(spellNumber(2026, 7)).toBe('安志〔2026〕0007号')
  expect(spellNumber(2026, 12_345)).toBe('安志〔2026〕12345号')
})

test('of a name the surname alone is left, however long it is', () => {
  expect(['李明', '阿依古丽·买买提', ''].map(surnameAlone)).toEqual(['李*', '阿*', '某*'])
})

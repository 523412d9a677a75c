import { nextFire } from '../../localcloud/timers/next-fire'
import { parseCron } from '../../localcloud/timers/parse-cron'

const next = (cron: string, after: string): string | undefined => {
  const parsed = parseCron(cron)
  if (!parsed) throw new Error(`not a cron: ${cron}`)
  const found = nextFire(parsed, Date.parse(after))
  return found === undefined ? undefined : new Date(found).toISOString()
}

describe('a timer’s seven fields', () => {
  test.each([
    ['every minute', '0 * * * * * *', '2026-03-01T00:00:00Z', '2026-03-01T00:01:00.000Z'],
    ['strictly after', '0 * * * * * *', '2026-03-01T00:00:59.999Z', '2026-03-01T00:01:00.000Z'],
    ['every five seconds', '*/5 * * * * * *', '2026-03-01T00:00:03Z', '2026-03-01T00:00:05.000Z'],
    ['a step from a start', '0 10/20 * * * * *', '2026-03-01T00:31:00Z', '2026-03-01T00:50:00.000Z'],
    ['eight in the morning of Beijing', '0 0 8 * * * *', '2026-03-01T01:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['midnight of Beijing', '0 0 0 * * * *', '2026-02-28T15:59:59Z', '2026-02-28T16:00:00.000Z'],
    ['lists and ranges', '0 30 9-17 * * MON-FRI *', '2026-03-06T10:00:00Z', '2026-03-09T01:30:00.000Z'],
    ['weekday by number, 0 is Sunday', '0 0 12 * * 0 *', '2026-03-02T00:00:00Z', '2026-03-08T04:00:00.000Z'],
    ['day or weekday when both are given', '0 0 0 15 * MON *', '2026-03-03T00:00:00Z', '2026-03-08T16:00:00.000Z'],
    ['the last day only where there is one', '0 0 0 31 * * *', '2026-03-31T00:00:00Z', '2026-05-30T16:00:00.000Z'],
    ['leap day', '0 0 0 29 FEB * *', '2026-03-01T00:00:00Z', '2028-02-28T16:00:00.000Z'],
    ['a year', '0 0 0 1 1 * 2027', '2026-03-01T00:00:00Z', '2026-12-31T16:00:00.000Z'],
  ])('%s', (_name, cron, after, expected) => {
    expect(next(cron, after)).toBe(expected)
  })

  test('a year gone by never comes', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-03-01T00:00:00Z')).toBeUndefined()
  })

  test.each([
    '',
    '* * * * *',
    '0 * * * * *',
    '60 * * * * * *',
    '0 0 24 * * * *',
    '0 0 0 0 * * *',
    '0 0 0 1 13 * *',
    'a * * * * * *',
    '0 5-3 * * * * *',
    '0 */0 * * * * *',
    '0 * * * * * * *',
  ])('“%s” is none', (text) => {
    expect(parseCron(text)).toBeUndefined()
  })
})

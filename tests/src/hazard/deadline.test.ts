import { deadlineOf, shareGone } from '@/features/hazard/deadline'

const dueAt = '2027-06-18T15:59:59.999Z'
const at = (instant: string) => new Date(instant)

it('counts whole days to the deadline in Shanghai', () => {
  const running = deadlineOf({ state: 'assigned', dueAt, overdue: false }, at('2027-06-16T00:00:00Z'))
  expect(running).toEqual({ dueAt, late: false, words: '还剩 2 天', by: '6 月 18 日前改完' })
})

it('is late from the very instant on, marked by the clock or not', () => {
  expect(deadlineOf({ state: 'assigned', dueAt, overdue: false }, at('2027-06-19T01:00:00Z'))).toMatchObject({
    late: true,
    words: '已逾期 1 天',
  })
  expect(deadlineOf({ state: 'assigned', dueAt, overdue: true }, at('2027-06-18T10:00:00Z'))).toMatchObject({
    late: true,
    words: '已逾期',
  })
  expect(deadlineOf({ state: 'assigned', dueAt, overdue: false }, at('2027-06-18T10:00:00Z'))).toMatchObject({
    late: false,
    words: '今天截止',
  })
})

it.each(['reported', 'accepted', 'answered', 'closed', 'declined'] as const)('runs for nobody when %s', (state) => {
  expect(deadlineOf({ state, dueAt, overdue: false }, at('2027-06-16T00:00:00Z'))).toBeNull()
})

it('fills the bar from the step at work to the deadline and stays inside it', () => {
  const from = '2027-06-10T00:00:00Z'
  const to = '2027-06-20T00:00:00Z'
  expect(shareGone(from, to, at('2027-06-15T00:00:00Z'))).toBeCloseTo(0.5)
  expect(shareGone(from, to, at('2027-06-01T00:00:00Z'))).toBe(0)
  expect(shareGone(from, to, at('2027-07-01T00:00:00Z'))).toBe(1)
  expect(shareGone(to, from, at('2027-06-15T00:00:00Z'))).toBe(1)
})

import { checklistProblems, checklistTemplates, currentChecklist } from 'types/volunteer-activity-checklist'
import { activityProblems, ActivityForm } from 'types/volunteer-activity-form'
import { hoursWord, minutesBetween, overlaps, serviceMinutes, signWindow } from 'types/volunteer-activity-hours'
import { activityKinds, activityRules, isSpecial } from 'types/volunteer-activity-kinds'
import { activityMachine, attendanceMachine } from 'types/volunteer-activity-machine'
import { deriveId } from 'types/ids'

const at = (clock: string, day = '2028-02-29') => new Date(`${day}T${clock}:00+08:00`)
const span = { startsAt: at('09:00'), endsAt: at('11:00') }

describe('hours of service', () => {
  test.each([
    ['09:00', '11:00', 120],
    ['08:10', '11:00', 120],
    ['09:00', '11:04', 120],
    ['09:00', '11:05', 130],
    ['09:00', '13:00', 150],
    ['10:57', '11:00', 0],
    ['09:30', '09:30', 0],
    ['11:20', '11:40', 20],
  ])('from %s to %s are %i minutes', (from, to, minutes) => {
    expect(serviceMinutes(span, at(from), at(to))).toBe(minutes)
  })

  test('over midnight and the end of February nothing is lost', () => {
    const night = { startsAt: at('23:00'), endsAt: at('01:00', '2028-03-01') }
    expect(serviceMinutes(night, at('23:00'), at('01:00', '2028-03-01'))).toBe(120)
    expect(minutesBetween(at('23:59', '2028-02-28'), at('00:01'))).toBe(2)
  })

  test('written out', () => {
    expect([0, 45, 60, 150].map(hoursWord)).toEqual(['0 分', '45 分', '1 小时', '2 小时 30 分'])
  })

  test('codes are taken from an hour before the start to the end, and out until two hours after', () => {
    expect(signWindow(span, 'in')).toEqual({ from: at('08:00'), to: at('11:00') })
    expect(signWindow(span, 'out')).toEqual({ from: at('09:00'), to: at('13:00') })
  })

  test('one that begins as the other ends is no clash', () => {
    expect(overlaps(span, { startsAt: at('11:00'), endsAt: at('12:00') })).toBe(false)
    expect(overlaps(span, { startsAt: at('10:59'), endsAt: at('12:00') })).toBe(true)
  })
})

describe('what an activity is', () => {
  test('nine kinds, four inside an enterprise and five towards society; a campaign makes any of them special', () => {
    const places = Object.values(activityKinds).map(({ place }) => place)
    expect(places.filter((place) => place === 'inside')).toHaveLength(4)
    expect(places.filter((place) => place === 'society')).toHaveLength(5)
    expect(isSpecial('society-law', null)).toBe(false)
    expect(isSpecial('society-law', 'month')).toBe(true)
    expect(isSpecial('society-supervision', null)).toBe(true)
  })

  test('every version of the checklist has points of its own, and one that may never be left out', () => {
    for (const { items } of checklistTemplates) {
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
      expect(items.some(({ may }) => !may)).toBe(true)
    }
  })

  test('the checklist names each point that is open', () => {
    const ready = currentChecklist.items.map(({ key }) => ({ key, answer: 'ready' as const, measure: '' }))
    const full = { version: currentChecklist.version, owner: '方若谷', answers: ready }
    expect(checklistProblems(full)).toEqual({})
    for (const { key } of currentChecklist.items) {
      const open = checklistProblems({ ...full, answers: ready.filter((one) => one.key !== key) })
      expect(Object.keys(open)).toEqual([key])
    }
    expect(Object.keys(checklistProblems({ ...full, owner: '' }))).toEqual(['owner'])
  })
})

describe('the form', () => {
  const now = at('09:00', '2028-02-28')
  const form = ActivityForm.parse({
    ...{ title: '巡查', kind: 'society-law', campaign: null, focus: [], place: '广场', meeting: '东门', contact: '方' },
    ...{ startsAt: span.startsAt.toISOString(), endsAt: span.endsAt.toISOString(), quota: 3, bar: null, spot: null },
    ...{ joinFrom: now.toISOString(), joinUntil: span.startsAt.toISOString(), leaveUntil: span.startsAt.toISOString() },
    audience: { nodeId: deriveId('node', 'a'), teamId: null, specialties: [] },
  })
  const problems = (change: Partial<typeof form>) =>
    Object.keys(activityProblems({ ...form, ...change }, now.getTime()))

  test('times that fit are taken; each that does not is named', () => {
    expect(problems({})).toEqual([])
    expect(problems({ startsAt: now.toISOString() })).toContain('startsAt')
    expect(problems({ endsAt: form.startsAt })).toEqual(['endsAt'])
    expect(problems({ endsAt: at('09:01', '2028-03-02').toISOString() })).toEqual(['endsAt'])
    expect(problems({ joinUntil: at('09:01').toISOString() })).toEqual(['joinUntil'])
    expect(problems({ joinUntil: form.joinFrom })).toEqual(['joinUntil'])
    expect(problems({ leaveUntil: at('09:01').toISOString() })).toEqual(['leaveUntil'])
  })
})

describe('the tables', () => {
  test('nothing comes back from an end but by hand', () => {
    const over = activityMachine.moves.filter(({ from }) => from.includes('done') || from.includes('cancelled'))
    expect(over).toEqual([])
    const after = attendanceMachine.moves.filter(({ from, by }) => from.includes('served') && !by.includes('officer'))
    expect(after).toEqual([])
  })

  test('a slot is shorter than the pause after wrong digits', () => {
    expect(activityRules.slotSeconds).toBeLessThan(activityRules.digitsPause * 60)
  })
})

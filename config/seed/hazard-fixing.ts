import { dueAfterDays } from 'types/calendar'
import { isBeingFixed, type HazardState } from 'types/hazard'
import { progressDays } from 'types/hazard-five'
import type { City } from './city'
import { openDice } from './dice'
import type { Times } from './hazard-days'
import type { Story } from './hazard-stories'
import type { Person } from './people'
import type { Happening } from './trail'
import { atWork } from './working-hours'

type Plot = { id: string; state: HazardState; story: Story; times: Times; fixer: Person | null; number: number }

const answerables = ['设备部经理', '安全科科长', '车间主任', '后勤部主管'] as const
const notes = ['材料已经到货，周末停机更换。', '已改好一半，剩下的排在夜班。', '请了厂家来人，明天到现场。'] as const
const reasons = ['配件要从外地调货，请求延期一周。', '停产检修排在下周，请求延期。'] as const
const later = 7

const planOf = ({ story, times, fixer, number }: Plot) =>
  times.plan
    ? {
        ...{ answerable: answerables[number % answerables.length], measures: story.suggestion.replace('建议', '') },
        ...{ money: (number % 7) * 400, dueAt: times.dueAt, emergency: '改好之前停用，专人看守。' },
        ...{ at: times.plan, by: fixer?.personId ?? '' },
      }
    : null

const note = ({ state, times, number }: Plot, now: Date) => {
  if (state !== 'fixing' || !times.plan || number % 2 === 0) return null
  const at = atWork(times.plan, [30, 44], openDice(`hazard-notes/${number}`))
  return at < now ? { words: notes[number % notes.length] ?? '', at } : null
}

const request = ({ state, times, number }: Plot, noted: Date | undefined, now: Date) => {
  if (state !== 'fixing' || !times.plan || !times.dueAt || number % 6 !== 2) return null
  const at = atWork(noted ?? times.plan, [3, 9], openDice(`hazard-extensions/${number}`))
  const dueAt = dueAfterDays(times.dueAt, later)
  return at < now && at < times.dueAt ? { at, dueAt, reason: reasons[number % reasons.length] ?? '' } : null
}

/** Periods gone by without a word: the clock reminded of each. */
const silences = (from: Date, major: boolean, now: Date) => {
  const days = major ? progressDays.watched : progressDays.usual
  const reminded: Date[] = []
  let due = dueAfterDays(from, days)
  while (due < now) {
    const at = new Date(due.getTime() + 300_000)
    reminded.push(at)
    due = dueAfterDays(at, days)
  }
  return { reminded, due }
}

/** What happened on the way between plan and answer, and the fields that came of it. */
export const fixingOf = (city: City, plot: Plot) => {
  const now = city.at(0, 6)
  const { state, times, fixer, story } = plot
  const plan = planOf(plot)
  const noted = note(plot, now)
  const asked = request(plot, noted?.at, now)
  const from = state === 'fixing' ? (noted?.at ?? times.plan) : undefined
  const silence = from ? silences(from, story.major === true, now) : null
  const by = { by: fixer?.personId ?? '', name: fixer?.name ?? '', to: 'fixing' }
  const clock = { by: 'clock', name: '系统', to: 'fixing', act: 'remind-progress', verb: '提醒报告进展' }
  const happenings: Happening[] = [
    ...(noted ? [{ ...by, act: 'progress', verb: '报告整改进展', at: noted.at, data: { words: noted.words } }] : []),
    ...(asked
      ? [
          {
            ...{ ...by, act: 'askExtension', verb: '申请延期', at: asked.at },
            data: { reason: asked.reason, dueAt: asked.dueAt.toISOString() },
          },
        ]
      : []),
    ...(silence?.reminded ?? []).map((at) => ({ ...clock, at })),
  ]
  const fields = {
    ...{ handedAt: times.assign ?? null, plan, formerPlans: [], progressDueAt: silence?.due ?? null },
    notes: noted ? [{ words: noted.words, photos: [], at: noted.at, by: fixer?.personId ?? '' }] : [],
    extensions: asked
      ? [
          {
            ...{ state: 'asked', reason: asked.reason, dueAt: asked.dueAt, was: times.dueAt, askedAt: asked.at },
            ...{ askedBy: fixer?.personId ?? '', answer: null, answeredAt: null },
          },
        ]
      : [],
  }
  return { happenings, fields }
}

/** The state the clock found a hazard in when it marked it late. */
export const lateIn = ({ state, times }: Pick<Plot, 'state' | 'times'>) =>
  isBeingFixed(state) && !times.plan ? 'assigned' : 'fixing'

import { dueAfterDays } from 'types/calendar'
import type { HazardState } from 'types/hazard'
import { watchDays } from 'types/hazard-five'
import { congressLabels, listingLabels } from 'types/hazard-proof-views'
import { HazardSource } from 'types/hazard-record'
import type { City } from './city'
import { openDice } from './dice'
import type { Times } from './hazard-days'
import type { Story } from './hazard-stories'
import type { Happening } from './trail'
import { atWork } from './working-hours'

type Plot = { state: HazardState; story: Story; times: Times; number: number }
type Officer = Pick<Happening, 'by' | 'name'> & { office: string }

/** The state a hazard stood at at that moment, before anybody reopened it. */
const stateAt = ({ assign, plan, answer }: Times, at: Date) => {
  if (answer && at >= answer) return 'answered'
  if (plan && at >= plan) return 'fixing'
  return assign && at >= assign ? 'assigned' : 'accepted'
}

const isProven = ({ state, story, times, number }: Plot) =>
  story.major === true && times.assign !== undefined && (number % 3 > 0 || state === 'closed' || state === 'reopened')

const proofsOf = (plot: Plot, officer: Officer): { happenings: Happening[]; proofs: object } => {
  const { times, number } = plot
  if (!isProven(plot) || !times.accept) return { happenings: [], proofs: { regulator: null, congress: null } }
  const at = atWork(times.accept, [1, 2], openDice(`hazard-proofs/${number}`))
  const regulator = { at, to: '区应急管理局', number: `应急收〔2026〕${100 + number}号` }
  const congress = { at, form: 'board' as const, where: '厂区公示栏' }
  const data = { to: regulator.to, number: regulator.number, form: congressLabels.board, where: congress.where }
  const { office, ...by } = officer
  const event = { ...by, act: 'prove', to: stateAt(times, at), at, verb: '登记双报告', data: { ...data, office } }
  return { happenings: [event], proofs: { regulator, congress } }
}

/** One major hazard in five that is still being fixed is listed. */
const listingOf = ({ state, story, times, number }: Plot, officer: Officer, now: Date) => {
  if (!story.major || state !== 'fixing' || !times.plan || number % 5 > 1) return { happenings: [], listing: null }
  const at = atWork(times.plan, [2, 5], openDice(`hazard-listing/${number}`))
  if (at >= now) return { happenings: [], listing: null }
  const dueAt = dueAfterDays(at, 60)
  const listing = {
    number: `安委督〔2026〕${number}号`,
    level: 'city' as const,
    publishedAt: at,
    dueAt,
    extensions: [],
  }
  const data = { number: listing.number, level: listingLabels.city, dueAt: dueAt.toISOString() }
  const { office, ...by } = officer
  const event = { ...by, act: 'list', to: 'fixing', at, verb: '登记挂牌督办', data: { ...data, office } }
  return { happenings: [event], listing: { ...listing, delisted: null } }
}

const reason = '这两天又看到老样子，没有真正改好。'

const reopeningOf = ({ state, times }: Plot) => {
  if (state !== 'reopened' || !times.close) return { happenings: [], reopenings: [] }
  const at = new Date(times.close.getTime() + 48 * 3_600_000)
  const event = { by: 'reporter', name: '上报人', act: 'reopen', to: 'reopened', at, verb: '反映仍有隐患' }
  return {
    happenings: [{ ...event, data: { reason } }],
    reopenings: [{ by: 'reporter', reason, photos: [], at }],
  }
}

/** Closed more than a month ago, the officers were asked to look again. */
const watchOf = ({ state, times }: Plot, now: Date) => {
  if (!times.close) return { watchUntil: null, recheckAt: null }
  const recheckAt = dueAfterDays(times.close, watchDays.lookAgain)
  return {
    watchUntil: dueAfterDays(times.close, watchDays.until),
    recheckAt: state === 'closed' && recheckAt > now ? recheckAt : null,
  }
}

const levels = ['1', '2', '3'] as const
/** One in four has a grade of the campaign's own. */
export const levelOf = (number: number) => (number % 4 === 1 ? (levels[number % 3] ?? null) : null)

/** What the law asks beside the fixing, what came after the closing, and how the record is filed. */
export const watchingOf = (city: City, plot: Plot, officer: Officer) => {
  const now = city.at(0, 6)
  const { happenings: proven, proofs } = proofsOf(plot, officer)
  const { happenings: listed, listing } = listingOf(plot, officer, now)
  const { happenings: again, reopenings } = reopeningOf(plot)
  const { story, times, number } = plot
  const sources = HazardSource.options
  const filed = {
    record: story.kind === 'health' ? 'health' : 'danger',
    level: levelOf(number),
    source: number % 3 > 0 ? ('worker' as const) : sources[number % sources.length],
  }
  return {
    happenings: [...proven, ...listed, ...again],
    listing,
    fields: {
      ...{ proofs, listing, reopenings, ...watchOf(plot, now) },
      ...(times.accept ? filed : { record: null, level: null, source: null }),
    },
  }
}

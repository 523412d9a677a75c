import { dueAfterDays, formatDate } from 'types/calendar'
import { hazardKindLabels, type HazardState } from 'types/hazard'
import { ladderRules, leavesAt, rungAbove } from 'types/hazard-ladder'
import { replyDays, type LetterState } from 'types/hazard-letter'
import { lawsFor } from 'types/hazard-letter-laws'
import { bookOf, shippedHolidays } from 'types/holidays'
import { deriveId } from 'types/ids'
import type { City } from './city'
import { openDice } from './dice'
import type { Times } from './hazard-days'
import type { Story } from './hazard-stories'
import type { Person } from './people'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import { atWork } from './working-hours'

const clock = { by: 'clock', name: '系统', verb: '提高督促层级' }

/** As cloudfunctions/hazard/ladder: from the moment it was marked overdue, one rung a term until it was answered. */
export const climbing = (marked: Happening | undefined, major: boolean, until: Date) => {
  if (!marked) return { happenings: [], fields: {} }
  const grade = major ? 'major' : 'general'
  const happenings: Happening[] = []
  let rung = ladderRules[grade].start
  let since = marked.at
  // The clock's next minute.
  let nextAt: Date | null = new Date(marked.at.getTime() + 60_000)
  while (nextAt && nextAt <= until) {
    const above = rungAbove(rung)
    if (!above) break
    const at: Date = nextAt
    happenings.push({ ...clock, act: 'climb', to: marked.to, at, data: { from: rung, rung: above } })
    ;[rung, since, nextAt] = [above, at, leavesAt(grade, above, at)]
  }
  return { happenings, fields: { ladder: { rung, since, nextAt } } }
}

/** What a letter is written about. */
export type LetterPlot = {
  id: string
  number: number
  state: HazardState
  serial: string
  story: Story
  named: boolean
  times: Times
  under: string[]
  enterpriseId: string
  enterprise: string
  officer: { person: Person; node: Node }
  above: string
  regulator: string
}

type Course = { state: LetterState; happenings: Happening[]; fields: Record<string, unknown>; sentAt: Date | null }

const wanted: readonly LetterState[] = ['sent', 'referred', 'replied', 'refused', 'drafted']
const said = '认为设备还能用，暂不更换。'
const reason = '企业不采纳工会建议，隐患仍然存在，提请依法督促整改。'

const courseOf = (city: City, plot: LetterPlot, index: number): Course => {
  const { officer, times, id, regulator } = plot
  const dice = openDice(`letter/${id}`)
  const acting = { by: officer.person.personId, name: officer.person.name }
  const step = (act: string, to: string, at: Date, verb: string, data: object = {}) => ({
    ...{ ...acting, act, to, at, verb },
    data: { ...data, office: officer.node.name },
  })
  const now = city.at(0, 6)
  const drafted = atWork(times.assign ?? times.create, [3, 20], dice)
  const happenings: Happening[] = [step('create', 'drafted', drafted, '起草建议函', { hazard: plot.serial })]
  const fields: Record<string, unknown> = {
    ...{ sent: null, replyDueAt: null, reply: null, refusal: null, referral: null, clockAt: null },
  }
  const goal = wanted[index % wanted.length] ?? 'sent'
  let state: LetterState = 'drafted'
  let at = drafted
  const next = (hours: readonly [number, number]) => {
    at = atWork(at, [...hours], dice)
    return at < now
  }
  if (goal === 'drafted' || !next([2, 24])) return { state, happenings, fields, sentAt: null }
  const sentAt = at
  const replyDueAt = dueAfterDays(sentAt, replyDays, bookOf(shippedHolidays))
  const way = index % 2 === 0 ? 'hand' : 'post'
  state = 'sent'
  happenings.push(step('send', 'sent', sentAt, '发出建议函', { way, at: sentAt.toISOString() }))
  const soon = dueAfterDays(replyDueAt, -3)
  const clockAt = soon > now ? soon : replyDueAt > now ? new Date(replyDueAt.getTime() + 1) : null
  Object.assign(fields, { sent: { way, at: sentAt, note: null }, replyDueAt, clockAt })
  if (goal === 'sent' || !next([40, 90])) return { state, happenings, fields, sentAt }
  if (goal === 'replied') {
    const reply = { words: plot.story.done, at, photos: [] }
    happenings.push(step('reply', 'replied', at, '记录企业回复', { words: reply.words }))
    return { state: 'replied', happenings, fields: { ...fields, reply, clockAt: null }, sentAt }
  }
  state = 'refused'
  happenings.push(step('refuse', 'refused', at, '记录企业不采纳', { words: said }))
  Object.assign(fields, { refusal: { words: said, at }, clockAt: null })
  if (goal === 'refused' || !next([4, 20])) return { state, happenings, fields, sentAt }
  const to = { regulator, union: plot.above }
  happenings.push(step('refer', 'referred', at, '提请监管部门和上级工会', { ...to, reason }))
  const referral = {
    at,
    reason,
    regulator: { to: regulator, receipt: null as object | null },
    union: { to: plot.above, receipt: null },
  }
  if (next([20, 40])) {
    const number = `应急收〔${city.today.slice(0, 4)}〕${dice.between(20, 90)}号`
    happenings.push(step('receive', 'referred', at, '记录收件编号', { from: 'regulator', number }))
    referral.regulator.receipt = { number, at }
  }
  return { state: 'referred', happenings, fields: { ...fields, referral }, sentAt }
}

const factsOf = ({ named, story, times }: LetterPlot) =>
  named
    ? `${formatDate(times.create)}，职工反映你单位${story.place}存在${hazardKindLabels[story.kind]}方面的问题：${story.words}`
    : `近期，职工反映你单位${story.place}存在${hazardKindLabels[story.kind]}方面的问题，经现场核实属实。`

/** Letters about every tenth hazard that was handed to an enterprise, numbered in the order they went out. */
export const putLetters = (city: City, plots: readonly LetterPlot[]) => {
  const year = city.today.slice(0, 4)
  const numbers = new Map<string, number>()
  const now = city.at(0, 6)
  const written = plots
    .map((plot, index) => ({ plot, course: courseOf(city, plot, index) }))
    // Handed over so lately that nobody has sat down to write yet.
    .filter(({ course }) => course.happenings.every(({ at }) => at < now))
  const when = (sentAt: Date | null) => sentAt?.getTime() ?? Infinity
  for (const { plot, course } of [...written].sort((a, b) => when(a.course.sentAt) - when(b.course.sentAt))) {
    const _id = deriveId('seed-letter', plot.id)
    const issuer = { id: plot.officer.node._id, name: plot.officer.node.name }
    const count = (numbers.get(issuer.id) ?? 0) + 1
    if (course.sentAt) numbers.set(issuer.id, count)
    const number = course.sentAt ? `${issuer.name.replace(/总?工会$/, '')}工安建〔${year}〕${count}号` : null
    const happenings = course.happenings.map((one) =>
      one.act === 'send' ? { ...one, data: { ...one.data, number } } : one,
    )
    const subject = `建议函 ${number ?? plot.serial}`
    city.add('hazard_letters', {
      ...trail(city, { collection: 'hazard_letters', _id, under: plot.under, subject }, happenings),
      ...course.fields,
      ...{ hazardId: plot.id, hazard: plot.serial, issuer, number, to: plot.enterprise, replyDays },
      numberKey: number ? `${issuer.id}.${year}.${String(count).padStart(5, '0')}` : `.${_id}`,
      title: plot.story.kind === 'health' ? '关于消除职业危害的建议函' : '关于整改事故隐患的建议函',
      facts: factsOf(plot),
      laws: lawsFor(plot.story.kind)
        .slice(0, 4)
        .map(({ id }) => id),
      suggestion: plot.story.suggestion,
    })
  }
}

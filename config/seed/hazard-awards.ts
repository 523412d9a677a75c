import { dateOf, dueAfterWorkingDays } from 'types/calendar'
import { gradeRank, rewardWord, type AwardContent } from 'types/hazard-award'
import { surnameOf, tailName } from 'types/hazard-award-names'
import { deriveId, receiptCode } from 'types/ids'
import type { City } from './city'
import { officerFor, type Cast, type Plot } from './hazard-plot'
import { levelOf } from './hazard-watch'
import type { Person } from './people'
import { fingerprint } from './seal'
import { trail, type Happening } from './trail'
import type { Node } from './tree'

/** A closed hazard with who reported it first. */
export type Earning = { plot: Plot; owner: Person }

type Batch = {
  name: string
  title: string
  node: Node
  /** Days from today: closed between, announced, settled; null: not yet. */
  days: { from: number; to: number; announced: number | null; final: number | null }
  count: number
  reward: AwardContent['reward']
  handed: number
}

const idOf = (name: string) => deriveId('seed-award', name)
const claim = { where: '市总工会一楼服务大厅', days: 60 }
const noticeDays = 5
const weekends = { holidays: [], workdays: [] }

// Named ones with an even number agreed to their surname.
const isCallable = ({ identity, number }: Plot) => identity === 'named' && number % 2 === 0

const candidateOf = ({ plot, owner }: Earning) => {
  const { id, serial, story, identity, place, number, times } = plot
  const nameless = identity === 'anonymous'
  const who = nameless ? id : owner.openid
  const keeps = identity !== 'named'
  return {
    ...{ of: id, hazardId: id, code: receiptCode(id), serial, kind: story.kind, level: levelOf(number), identity },
    grade: story.major ? ('major' as const) : ('general' as const),
    ...{
      owner: nameless ? null : owner.openid,
      enterprise: place.enterprise?.name ?? null,
      employers: place.hiddenFrom,
    },
    ...{ employerId: keeps ? (place.enterprise?._id ?? null) : null, person: who },
    token: deriveId('award', fingerprint(`award/${id}/${who}`)),
    ...{ masked: keeps ? null : surnameOf(owner.name), callable: isCallable(plot) },
    ...{ first: true, at: times.create, hazards: 1 },
  }
}
type Candidate = ReturnType<typeof candidateOf>

const inOrder = (left: Candidate, right: Candidate) =>
  gradeRank(left) - gradeRank(right) || left.at.getTime() - right.at.getTime()

/** As cloudfunctions/hazard/award/eligible: the gravest first, everybody once. */
const ranked = (earnings: readonly Earning[]) => {
  const best = new Map<string, Candidate>()
  for (const one of earnings.map(candidateOf).sort(inOrder)) {
    const before = best.get(one.person)
    best.set(one.person, before ? { ...before, hazards: before.hazards + 1 } : one)
  }
  return [...best.values()]
}

const within = ({ plot }: Earning, { node, days }: Batch, city: City) => {
  const closed = plot.times.close && dateOf(plot.times.close)
  const [from, to] = [days.from, days.to].map((day) => dateOf(city.at(day, 9)))
  return plot.place.under.includes(node._id) && closed && from && to && closed >= from && closed <= to
}

const labelOf = ({ callable, masked, code }: Candidate) => (callable && masked ? masked : tailName(code, true))

type Put = { taken: Set<string>; notes: Map<string, Record<string, unknown>> }

const putBatch = (cast: Cast, earnings: readonly Earning[], batch: Batch, { taken, notes }: Put) => {
  const { city } = cast
  const { name, title, node, days, count, reward } = batch
  const _id = idOf(name)
  const { person } = officerFor(cast, node.under)
  const acting = { by: person.personId, name: person.name }
  const step = (act: string, to: string, at: Date, verb: string, data: object = {}): Happening => ({
    ...{ ...acting, act, to, at, verb },
    data: { ...data, office: node.name },
  })
  const drafted = city.at((days.announced ?? 0) - 1, 15)
  const announcedAt = days.announced === null ? null : city.at(days.announced, 10)
  const objectUntil = announcedAt && dueAfterWorkingDays(announcedAt, noticeDays, weekends)
  const finalAt = days.final === null ? null : city.at(days.final, 9.5)
  const fitting = earnings.filter((one) => within(one, batch, city) && !taken.has(one.plot.id))
  // One after the other, as they come to the desk.
  const handedAt = (index: number) => new Date(city.at(-1, 15).getTime() + index * 7 * 60_000)
  const places = announcedAt
    ? ranked(fitting)
        .slice(0, count)
        .map((one, index) => ({
          ...{ ...one, seat: index + 1, shownAt: announcedAt, reward },
          handed: finalAt && index < batch.handed ? { at: handedAt(index), by: `${node.name} ${person.name}` } : null,
        }))
    : []
  const happenings = [
    step('create', 'draft', drafted, '拟定奖励名单', { title, count }),
    ...(announcedAt
      ? [step('announce', 'announced', announcedAt, '公示奖励名单', { people: places.length, days: noticeDays })]
      : []),
    ...(finalAt ? [step('finish', 'final', finalAt, '奖励名单定稿', { people: places.length })] : []),
    ...places.flatMap(({ handed, seat }) =>
      handed ? [step('handOver', 'final', handed.at, '发放奖励', { seat })] : [],
    ),
  ]
  const until = dateOf(city.at(claim.days, 9))
  const [from, to] = [dateOf(city.at(days.from, 9)), dateOf(city.at(days.to, 9))]
  city.add('hazard_awards', {
    ...trail(city, { collection: 'hazard_awards', _id, under: node.under, subject: `奖励 ${title}` }, happenings),
    ...{ title, count, from, to, grade: 'any', kinds: [], who: 'first', reward, claim: { where: claim.where, until } },
    ...{ node: { id: node._id, name: node.name }, places, left: [], rewards: [] },
    ...{ noticeDays: announcedAt && noticeDays, announcedAt, objectUntil, finalAt, reason: null },
    rewarded: places.length > 0 ? places.map(({ token }) => token) : [`.${_id}`],
    clockAt: finalAt ? null : objectUntil && new Date(objectUntil.getTime() + 1),
  })
  for (const place of places) {
    taken.add(place.hazardId)
    const stage = place.handed ? 'handed' : finalAt ? 'final' : 'announced'
    const note = {
      ...{ id: _id, stage, title, seat: place.seat, label: labelOf(place), reward: rewardWord(reward) },
      ...{ where: claim.where, until, announcedAt, objectUntil, finalAt, handedAt: place.handed?.at ?? null },
    }
    notes.set(place.hazardId, { awards: { [place.of]: note } })
  }
  return { _id, title, node, places }
}

const putObjection = (
  { city }: Cast,
  { _id: awardId, title, node, places }: ReturnType<typeof putBatch>,
  officer: Person,
  {
    words,
    at,
    seat,
    answer,
  }: { words: string; at: Date; seat: number | null; answer: { words: string; at: Date } | null },
) => {
  const place = places.find((one) => one.seat === seat)
  const _id = deriveId('seed-objection', awardId, words)
  const raised = { by: 'reporter', name: '提出人', act: 'create', to: 'raised', at, verb: '提出异议' }
  const happenings: Happening[] = [{ ...raised, data: { award: title, seat } }]
  if (answer)
    happenings.push({
      ...{ by: officer.personId, name: officer.name, act: 'answer', to: 'answered', at: answer.at, verb: '答复异议' },
      data: { words: answer.words, upheld: false, office: node.name },
    })
  city.add('hazard_objections', {
    ...trail(city, { collection: 'hazard_objections', _id, under: node.under, subject: `异议 ${title}` }, happenings),
    ...{ awardId, award: title, seat: place?.seat ?? null, label: place ? labelOf(place) : null, words },
    ...{ wordsCheck: 'pass', owner: null, answer: answer && { ...answer, upheld: false }, clockAt: null },
  })
}

/**
 * A settled batch of the city, one of a district that is shown and objected to, and a draft.
 * @returns what stands in the rewarded hazards, by their ids
 */
export const putAwards = (cast: Cast, earnings: readonly Earning[]): Map<string, Record<string, unknown>> => {
  const { city, nodes } = cast
  const notes = new Map<string, Record<string, unknown>>(
    earnings.flatMap(({ plot }) => (isCallable(plot) ? [[plot.id, { callable: [plot.id] }] as const] : [])),
  )
  const put: Put = { taken: new Set(), notes: new Map() }
  const root = nodes[0] as Node
  const east = nodes.find(({ name }) => name === '东原区总工会') as Node
  const money = (yuan: number) => ({ money: yuan, words: null })
  putBatch(
    cast,
    earnings,
    {
      ...{ name: 'first', title: '第一批隐患排查奖励', node: root, count: 22, reward: money(500), handed: 5 },
      days: { from: -60, to: -14, announced: -12, final: -4 },
    },
    put,
  )
  const shown = putBatch(
    cast,
    earnings,
    {
      ...{ name: 'second', title: '东原区第二批排查奖励', node: east, count: 8, reward: money(300), handed: 0 },
      days: { from: -40, to: -3, announced: -2, final: null },
    },
    put,
  )
  const words = { money: 200, words: '急救包' }
  const draft = { name: 'third', title: '第二批隐患排查奖励', node: root, count: 10, reward: words, handed: 0 }
  putBatch(cast, earnings, { ...draft, days: { from: -30, to: 0, announced: null, final: null } }, put)
  const { person } = officerFor(cast, east.under)
  const answer = { words: '已核对上报时间，名单无误，谢谢提醒。', at: city.at(-1, 11) }
  putObjection(cast, shown, person, {
    ...{ words: '第一位和我是同一天报的，请核对谁先。', at: city.at(-2, 16), seat: 1, answer },
  })
  putObjection(cast, shown, person, {
    ...{ words: '这一位的隐患听说又出现了，是不是再看一看？', at: city.at(-1, 18), seat: 2, answer: null },
  })
  for (const [id, note] of put.notes) notes.set(id, { ...notes.get(id), ...note })
  return notes
}

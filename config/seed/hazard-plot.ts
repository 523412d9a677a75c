import { type HazardState } from 'types/hazard'
import { receiptCode } from 'types/ids'
import type { Booth } from './booths'
import type { City } from './city'
import type { Enterprise } from './enterprises'
import { steps, type Step, type Times } from './hazard-days'
import { fixingOf, lateIn } from './hazard-fixing'
import { climbing } from './hazard-onward'
import type { Story } from './hazard-stories'
import { watchingOf } from './hazard-watch'
import type { Person, Staff } from './people'
import type { Happening } from './trail'
import type { Node } from './tree'

export type Identity = 'named' | 'hidden' | 'anonymous'
export type Cast = {
  city: City
  nodes: readonly Node[]
  enterprises: readonly Enterprise[]
  workers: readonly Person[]
  booths: readonly Booth[]
  staff: Staff
}
export type Place = { node: Node; under: string[]; enterprise: Enterprise | null; hiddenFrom: string[] }

// As cloudfunctions/hazard/report/route: a hidden reporter's matter goes to the union above the employer's own.
export const placeOf = ({ nodes }: Cast, enterprise: Enterprise | null, at: Node, identity: Identity): Place => {
  const nodeOf = (id: string | undefined) => nodes.find((one) => one._id === id) as Node
  const from = enterprise ? (enterprise.union ?? nodeOf(enterprise.nodeId)) : at
  const climbs = identity === 'hidden' && from.type === 'enterprise'
  const node = climbs ? nodeOf(from.under.at(-2)) : from
  return { node, under: node.under, enterprise, hiddenFrom: climbs ? [from._id] : [] }
}

/** Who handles what lies here: the lowest office that is held. */
export const officerFor = ({ nodes, staff }: Cast, under: readonly string[]) => {
  const id = [...under].reverse().find((candidate) => staff.officers.has(candidate)) ?? ''
  return { person: (staff.officers.get(id) ?? [])[0] as Person, node: nodes.find((node) => node._id === id) as Node }
}

export type Plot = {
  id: string
  state: HazardState
  story: Story
  identity: Identity
  place: Place
  times: Times
  serial: string
  fixer: Person | null
  number: number
  /** Id of the hazard it was put together with. */
  into?: string
}
/** A story before it has its number, with what is told of it alone. */
export type Told = {
  plot: Omit<Plot, 'serial'>
  owner: Person
  booth: Booth
  number: number
  change?: Record<string, unknown>
}

/** The steps of one story, oldest first. */
export const stepsOf = (cast: Cast, plot: Plot): Happening[] => {
  const { state, story, place, times, serial, fixer } = plot
  const officer = officerFor(cast, place.under)
  const by = { by: officer.person.personId, name: officer.person.name }
  const office = { office: officer.node.name }
  const grade = story.major ? 'major' : 'general'
  const all: Record<Step, Omit<Happening, 'act' | 'at'>> = {
    create: {
      to: 'reported',
      by: 'reporter',
      name: '上报人',
      verb: '上报隐患',
      data: { kind: story.kind },
    },
    accept: {
      ...by,
      to: 'accepted',
      verb: '受理隐患',
      data: { ...office, node: officer.node.name, grade, serial },
    },
    decline: {
      ...by,
      to: 'declined',
      verb: '不予受理',
      data: { ...office, node: officer.node.name, reason: '与已受理的隐患是同一处，请关注原编号的进展。' },
    },
    merge: { ...by, to: 'merged', verb: '合并隐患', data: { ...office, into: receiptCode(plot.into ?? plot.id) } },
    assign: {
      ...by,
      to: 'assigned',
      verb: '交办整改',
      data: { ...office, dueAt: times.dueAt?.toISOString() },
    },
    plan: {
      ...{ by: fixer?.personId ?? '', name: fixer?.name ?? '' },
      to: 'fixing',
      verb: '落实整改方案',
      data: { measures: story.suggestion, dueAt: times.dueAt?.toISOString() },
    },
    answer: {
      by: fixer?.personId ?? '',
      name: fixer?.name ?? '',
      to: 'answered',
      verb: '回复整改情况',
    },
    close: {
      ...by,
      to: 'closed',
      verb: '核实销号',
      data: { ...office, words: '现场核实，整改到位。' },
    },
  }
  return steps[state].map((act) => ({ ...all[act], act, at: times[act] ?? times.create }))
}

// As cloudfunctions/hazard/clock/overdue: the clock comes by within the minute.
const overdueMark = (city: City, plot: Plot): Happening[] => {
  const { dueAt, answer } = plot.times
  return dueAt && dueAt < (answer ?? city.at(0, 6))
    ? [
        {
          ...{ act: 'overdue', to: lateIn(plot), at: new Date(dueAt.getTime() + 60_000) },
          ...{ by: 'clock', name: '系统', verb: '整改逾期', data: { dueAt: dueAt.toISOString() } },
        },
      ]
    : []
}

/** What the ladder made of a late one. */
export const climbed = (city: City, plot: Plot) =>
  climbing(overdueMark(city, plot)[0], plot.story.major ?? false, plot.times.answer ?? city.at(0, 6))

/** Reports, supervision and what came after the closing. */
export const watchingFor = (cast: Cast, plot: Plot) => {
  const { person, node } = officerFor(cast, plot.place.under)
  return watchingOf(cast.city, plot, { by: person.personId, name: person.name, office: node.name })
}

/** Everything that happened, in its order. */
export const happeningsOf = (cast: Cast, plot: Plot): Happening[] =>
  [
    ...stepsOf(cast, plot),
    ...fixingOf(cast.city, plot).happenings,
    ...watchingFor(cast, plot).happenings,
    ...overdueMark(cast.city, plot),
    ...climbed(cast.city, plot).happenings,
  ].sort((a, b) => a.at.getTime() - b.at.getTime())

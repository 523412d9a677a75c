import { deriveId } from 'types/ids'
import { teamName } from 'types/volunteer-team-machine'
import type { City } from './city'
import type { Person, Staff } from './people'
import { trail, type Happening } from './trail'
import type { Node } from './tree'

type Cast = { city: City; nodes: readonly Node[]; staff: Staff }
type Side = 'union' | 'regulator'

const idOf = (node: Node) => deriveId('seed-team', node._id)
const nameOf = ({ name }: Node) => teamName(name.replace(/总?工会$/, ''))

const isDistrict = ({ authority, depth, type }: Node) => authority === 'union' && depth === 1 && type === 'geographic'
const regulatorOf = (nodes: readonly Node[], { under }: Node) =>
  [...under]
    .reverse()
    .flatMap((id) => nodes.find((one) => one.serves === id) ?? [])
    .at(0)

// Every fourth volunteer is in no team yet: there is somebody to put in.
const isFree = (id: string) => id.charCodeAt(0) % 4 === 0

/** The team of a volunteer's district; null where he is in none. */
export const teamIdOf = (nodes: readonly Node[], id: string, under: readonly string[]): string | null => {
  const home = nodes.find((node) => isDistrict(node) && under.includes(node._id))
  return home && !isFree(id) ? idOf(home) : null
}

type Served = { applicationId: string; year: number; state: string; minutes: number }
type Serving = { id: string; under: readonly string[] }

/** What they served counts for their teams, as cloudfunctions/volunteer/team/service keeps it. */
export const putTeamServices = (
  { city, nodes, volunteers }: Pick<Cast, 'city' | 'nodes'> & { volunteers: readonly Serving[] },
  all: readonly Served[],
): void => {
  for (const { id, under } of volunteers) {
    const team = teamIdOf(nodes, id, under)
    const years = new Map<number, { times: number; minutes: number }>()
    for (const { applicationId, year, state, minutes } of all) {
      if (applicationId !== id || state !== 'served') continue
      const sum = years.get(year) ?? { times: 0, minutes: 0 }
      years.set(year, { times: sum.times + 1, minutes: sum.minutes + minutes })
    }
    for (const [year, sum] of team ? years : []) {
      const _id = deriveId('team-service', id, String(year))
      city.add('team_services', {
        _id,
        applicationId: id,
        year,
        of: { [team ?? '']: sum },
        rev: 0,
        outbox: [],
        outboxAt: null,
      })
      city.count('volunteer', `team.${team}`, 'times', sum.times)
      city.count('volunteer', `team.${team}`, 'minutes', sum.minutes)
    }
  }
}

/** Fields of an enrolled volunteer: the team of his district. */
export const teamOf = ({ city, nodes }: Pick<Cast, 'city' | 'nodes'>, id: string, under: readonly string[]) => {
  const home = nodes.find((node) => isDistrict(node) && under.includes(node._id))
  if (!home || isFree(id)) return { team: null, teamHistory: [] }
  const team = { id: idOf(home), name: nameOf(home) }
  city.count('volunteer', `team.${team.id}`, 'members')
  return { team, teamHistory: [{ ...team, from: city.at(-3, 10), to: null, why: null }] }
}

type Founding = { node: Node; regulator: Node; officer: Person; inspector: Person | null }

const seatOf = (person: Person, node: Node, acceptedAt: Date | null) => ({
  ...{ personId: person.personId, name: person.name, nodeId: node._id, nodeName: node.name, acceptedAt },
})

const stepsOf = (city: City, { node, regulator, officer, inspector }: Founding): Happening[] => {
  const step = (act: string, to: string, hour: number, who: Person, verb: string, data: object): Happening => ({
    ...{ act, to, at: city.at(-4, hour), by: who.personId, name: who.name, verb },
    data: { ...data, office: who === officer ? node.name : regulator.name },
  })
  const side: Side = 'regulator'
  return [
    step('create', 'forming', 9, officer, '组建志愿服务队', { name: nameOf(node) }),
    ...(inspector
      ? [
          step('name', 'forming', 14, inspector, '指定队伍管理员', { side, personId: inspector.personId }),
          step('start', 'working', 15, inspector, '接受担任队伍管理员', { side }),
        ]
      : []),
  ]
}

const putOne = (city: City, founding: Founding) => {
  const { node, regulator, officer, inspector } = founding
  const [_id, name] = [idOf(node), nameOf(node)]
  const under = [...node.under, ...regulator.under]
  const happenings = stepsOf(city, founding)
  const accepted = happenings.at(-1)?.at ?? null
  city.add('teams', {
    ...trail(city, { collection: 'teams', _id, under, subject: name }, happenings),
    ...{ name, nameKey: name, node: { id: node._id, name: node.name }, unionUnder: node.under },
    regulator: { id: regulator._id, name: regulator.name, under: regulator.under },
    admins: {
      union: seatOf(officer, node, happenings[0]?.at ?? null),
      regulator: inspector && seatOf(inspector, regulator, accepted),
    },
    adminIds: [officer, ...(inspector ? [inspector] : [])].map(({ personId }) => personId),
    vacant: { union: null, regulator: inspector ? null : city.at(-4, 9) },
    ...{ captain: null, absorbed: [], mergedInto: null, clockAt: inspector ? null : city.at(11, 23) },
  })
}

/** A working team in every district with a regulator of its own, and one that a street is still forming. */
export const putTeams = ({ city, nodes, staff }: Cast): void => {
  const found = (node: Node | undefined, isWorking: boolean) => {
    const regulator = node && regulatorOf(nodes, node)
    const officer = node && staff.officers.get(node._id)?.[0]
    if (!node || !regulator || !officer) return
    const inspector = isWorking ? (staff.regulators.get(regulator._id)?.[0] ?? null) : null
    putOne(city, { node, regulator, officer, inspector })
  }
  for (const node of nodes.filter(isDistrict)) found(node, true)
  found(
    nodes.find(({ name }) => name === '槐荫街道总工会'),
    false,
  )
}

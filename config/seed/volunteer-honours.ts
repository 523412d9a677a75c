import { dueAfterDays } from 'types/calendar'
import { deriveId } from 'types/ids'
import { teamName } from 'types/volunteer-team-machine'
import type { Person } from './people'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import type { Settled, YearCast } from './volunteer-years'

const shownDays = 5

type Whom = { applicationId: string | null; team: { id: string; name: string } | null }
type Plan = { name: string; node: Node; root: Node; by: Person; whom: Whom; reason: string; announcer: Person | null }

const putOne = ({ city }: YearCast, { name, node, root, by, whom, reason, announcer }: Plan) => {
  const _id = deriveId('seed-honour', name)
  const year = Number(city.today.slice(0, 4))
  const kind = whom.team ? 'team' : 'person'
  const announcedAt = announcer && city.at(-1, 10)
  const step = (act: string, to: string, at: Date, who: Person, verb: string, data: object): Happening => ({
    ...{ act, to, at, by: who.personId, name: who.name, verb },
    data: { ...data, office: act === 'create' ? node.name : root.name },
  })
  const steps = [
    step('create', 'recommended', city.at(-2, 15), by, '推荐优秀志愿者或队伍', { kind, year }),
    ...(announcer && announcedAt
      ? [step('announce', 'announced', announcedAt, announcer, '公示推荐', { days: shownDays })]
      : []),
  ]
  city.add('volunteer_honours', {
    ...trail(
      city,
      { collection: 'volunteer_honours', _id, under: node.under, subject: `${year} 年度优秀推荐 ${node.name}` },
      steps,
    ),
    ...{ kind, ...whom, year, forKey: `${kind}.${whom.applicationId ?? whom.team?.id ?? ''}.${year}` },
    ...{ node: { id: node._id, name: node.name }, decider: root.name },
    ...{ recommendedBy: by.personId, reason, shown: announcedAt !== null, announcedAt },
    objectUntil: announcedAt && dueAfterDays(announcedAt, shownDays),
    ...{ objections: [], closing: null, certified: false },
  })
}

/** Two recommendations of a district: a volunteer who is being shown, and a team the city has yet to look at. */
export const putHonours = (cast: YearCast, settled: readonly Settled[]): void => {
  const { nodes, staff, city } = cast
  const root = nodes[0] as Node
  const node = nodes.find(({ name }) => name === '东原区总工会') as Node
  const [by] = staff.officers.get(node._id) ?? []
  const [announcer] = staff.officers.get(root._id) ?? []
  const person = settled.find(({ volunteer }) => volunteer.under.includes(node._id))?.volunteer
  if (!by || !announcer) return
  const common = { node, root, by }
  if (person)
    putOne(cast, {
      ...{ ...common, name: `person ${city.today}`, whom: { applicationId: person.id, team: null }, announcer },
      reason: '连续两年带队走访企业，查出的配电隐患全部整改。',
    })
  const team = { id: deriveId('seed-team', node._id), name: teamName('东原区') }
  putOne(cast, {
    ...{ ...common, name: `team ${city.today}`, whom: { applicationId: null, team }, announcer: null },
    reason: '全年组织专题活动，队员人人达标，没有无故缺席。',
  })
}

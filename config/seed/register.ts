import { creditCheckLetter } from 'types/credit-code'
import { shippedLabels } from 'types/labels'
import { nextTermAt } from 'types/org-managers'
import { deriveId } from 'types/ids'
import { managerRoles, roleLabels } from 'types/org'
import type { City } from './city'
import { openDice } from './dice'
import type { Enterprise } from './enterprises'
import type { Person, Staff } from './people'
import { trail, type Happening } from './trail'
import type { Node } from './tree'

type By = { personId: string; name: string }

const streets = ['东原路', '松涛路', '码头街', '菱塘路', '港前大道', '高新三路']
const posts = ['安全科', '综合办公室', '生产部', '人力资源部']
const codeLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A code of no real enterprise: no place has the number 900101. */
const codeOf = (name: string) => {
  const dice = openDice(`code/${name}`)
  const tail = Array.from({ length: 7 }, () => codeLetters.charAt(dice.below(codeLetters.length))).join('')
  const body = `91900101MA${tail}`
  return body + creditCheckLetter(body)
}

/** What the register knows of an enterprise beyond its name and size. */
export const furtherFacts = ({ name, workers }: Enterprise) => {
  const dice = openDice(`register/${name}`)
  return {
    ...{
      code: codeOf(name),
      address: `${dice.pick(streets)} ${dice.between(2, 98)} 号`,
      contactPost: dice.pick(posts),
    },
    ...{ contactPhone: `0900-55${String(dice.below(100_000)).padStart(5, '0')}` },
    ...{
      dispatched: Math.round((workers * dice.below(16)) / 100),
      newForms: dice.chance(20) ? dice.between(2, 20) : 0,
    },
  }
}

const closed = ['星河纺织', '晨曦燃气']

/** What happened to an enterprise in the register after its founding; two of sixty are closed. */
export const laterSteps = (city: City, { name, workers }: Enterprise, by: By): Happening[] => {
  const dice = openDice(`steps/${name}`)
  const who = { by: by.personId, name: by.name, to: 'active' }
  const counted = { field: 'workers', from: String(Math.max(1, workers - dice.between(3, 20))), to: String(workers) }
  const moved = { field: 'contactPost', from: '综合办公室', to: '安全科' }
  const change = { ...who, act: 'change', at: city.at(-dice.between(10, 90), 15), verb: '修改企业资料' }
  const changed = dice.chance(60)
    ? [{ ...change, data: { changes: [counted, moved].slice(0, dice.between(1, 2)) } }]
    : []
  if (!closed.includes(name)) return changed
  const close = { ...who, to: 'closed', act: 'close', at: city.at(-5, 10), verb: '企业关停' }
  return [...changed, { ...close, data: { reason: '已注销，设备拆除完毕' } }]
}

const isDistrict = (under: readonly string[]) => under.length === 2

/** Officers of districts hold their office for a term; some of them end within weeks. */
export const withTerms = (city: City, person: Person): Person => {
  const dice = openDice(`term/${person.personId}`)
  const grants = person.grants.map((grant) => {
    if (grant.role !== 'officer' || !isDistrict(grant.under)) return grant
    const until = city.at(dice.chance(30) ? dice.between(12, 28) : dice.between(300, 900), 24)
    return { ...grant, until, nextAt: nextTermAt(until, city.at(0, 9)) }
  })
  return { ...person, grants }
}

/** Who came to the offices of a node, as its trail tells it. */
export const appointmentsOf = (city: City, staff: Staff, node: Node): Happening[] =>
  [...(staff.officers.get(node._id) ?? []), ...(staff.regulators.get(node._id) ?? [])].flatMap(
    ({ personId, name, grants }, index) =>
      grants
        .filter(({ nodeId, role }) => nodeId === node._id && managerRoles.includes(role))
        .map(({ id, role }) => ({
          ...{ act: 'appoint', to: 'active', at: city.at(-180, 9 + index), by: personId, name },
          ...{ verb: `任命${roleLabels[role]}`, data: { grantId: id, role, personId, until: null } },
        })),
  )

const moved = { node: '槐荫街道总工会', from: '西岭区总工会', to: '东原区总工会' }
const told: Record<string, readonly [string, string]> = {
  [moved.node]: ['move', '调整组织隶属'],
  [moved.from]: ['letGo', '下级组织移出'],
  [moved.to]: ['takeIn', '下级组织移入'],
}

/** One street went from one district to another, once. */
export const movesOf = (city: City, { name }: Node, by: By): Happening[] => {
  const [act, verb] = told[name] ?? []
  if (!act || !verb) return []
  const data = { moveId: deriveId('seed-move', moved.node), ...moved }
  return [{ act, to: 'active', at: city.at(-60, 15), by: by.personId, name: by.name, verb, data }]
}

/** The words of this city, changed once since it began. */
export const putLabels = (city: City, root: Node, by: By) => {
  const changes = [
    { key: 'regulator', from: shippedLabels.regulator, to: '应急管理局' },
    { key: 'unionDepartment', from: shippedLabels.unionDepartment, to: '权益部' },
  ]
  const happened = {
    ...{ act: 'create', to: 'kept', at: city.at(-150, 10), by: by.personId, name: by.name, verb: '修改机构名称' },
    data: { changes },
  }
  const place = { collection: 'org_labels', _id: 'labels', under: root.under, subject: '机构名称' }
  const labels = { ...shippedLabels, regulator: '应急管理局', unionDepartment: '权益部' }
  city.add('org_labels', { ...trail(city, place, [happened]), labels })
}

/** One officer of a district left two weeks ago, with applications to review and an activity to come. */
export const putVolunteerHandover = (city: City, node: Node, staff: Staff) => {
  const at = city.at(-14, 10)
  const data = { waiting: 2, teams: 0, activities: 1 }
  const happened = { act: 'create', to: 'handed', at, by: 'clock', name: '系统', verb: '移交志愿者工作', data }
  const _id = deriveId('seed-volunteer-handover', node._id)
  const place = { collection: 'volunteer_handovers', _id, under: node.under, subject: `移交「${node.name}」志愿者工作` }
  const people = (staff.officers.get(node._id) ?? []).map(({ name }) => name)
  city.add('volunteer_handovers', {
    ...trail(city, place, [happened]),
    ...{ node: { id: node._id, name: node.name }, left: '钱学海', waiting: 2, teams: [] },
    activities: [{ id: deriveId('seed-handed-activity', node._id), name: '用电安全进车间', startsAt: city.at(6, 9) }],
    to: { id: node._id, name: node.name, people },
  })
}

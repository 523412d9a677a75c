import { canonicalJson, chainStart } from 'types/chain'
import { deriveId } from 'types/ids'
import { sha256Hex } from 'types/sha256'
import type { City } from './city'
import type { Person, Staff } from './people'
import { trail } from './trail'
import type { Node } from './tree'

type RosterPerson = Record<string, unknown> & { name: string }
type Enrolled = { applicationId: string; person: RosterPerson; enrolledAt: Date }
type Row = Enrolled & { no: number; salt: string }

const rosterId = (regulator: Node) => deriveId('seed-roster', regulator._id)

const digestOf = ({ no, applicationId, person, salt, enrolledAt }: Row) =>
  sha256Hex(canonicalJson({ no, applicationId, person, salt, enrolledAt }))

/** What somebody of the demonstration agreed to, and did, with a version. */
const signed = ({ personId, name }: Person, unit: string, at: Date) => ({ personId, name, unit, at })

const putRoster = (city: City, nodes: readonly Node[], staff: Staff, regulator: Node, rows: readonly Row[]) => {
  const union = nodes.find(({ _id }) => _id === regulator.serves)
  const [inspector] = staff.regulators.get(regulator._id) ?? []
  const [officer] = union ? (staff.officers.get(union._id) ?? []) : []
  if (!union || !inspector || !officer) return
  const _id = rosterId(regulator)
  const list = `seed-${_id}`
  const [sealedAt, confirmedAt] = [city.at(-2, 15), city.at(-1, 10)]
  const digests = rows.map(digestOf)
  const hash = sha256Hex([chainStart, ...digests].join('\n'))
  const data = { no: 1, rows: rows.length, joined: rows.length, changed: 0, left: 0, hash }
  const steps = [
    { act: 'create', to: 'sealed', at: sealedAt, who: inspector, verb: '封存名册并反馈工会', data },
    { act: 'confirm', to: 'confirmed', at: confirmedAt, who: officer, verb: '确认收到名册', data: { no: 1, hash } },
  ]
  const subject = `${union.name}志愿者名册第 1 版`
  const under = [...union.under, ...regulator.under]
  const happenings = steps.map(({ who, ...step }) => ({ ...step, by: who.personId, name: who.name }))
  city.add('rosters', {
    ...trail(city, { collection: 'rosters', _id, under, subject }, happenings),
    ...{
      regulator: { id: regulator._id, name: regulator.name },
      union: { id: union._id, name: union.name },
      no: 1,
      list,
    },
    ...{ rows: rows.length, joined: rows.length, changed: 0, gone: [], hash, previous: null, question: null },
    ...{ sealed: signed(inspector, regulator.name, sealedAt), confirmed: signed(officer, union.name, confirmedAt) },
    copies: [
      { recipient: '市职工服务中心', on: city.today, note: '纸质复印件一份', by: officer.name, at: confirmedAt },
    ],
  })
  for (const [index, row] of rows.entries())
    city.add('roster_rows', {
      ...{ _id: deriveId('seed-roster-row', row.applicationId), list, ...row },
      ...{ digest: digests[index], change: 'joined' },
    })
}

/** Rosters of the demonstration: filled while volunteers are put down, sealed and confirmed at the end. */
export const openRosters = () => {
  const all = new Map<Node, Row[]>()
  return {
    /** Takes somebody on; answers where he stands. */
    enrol: (regulator: Node, one: Enrolled) => {
      const rows = all.get(regulator) ?? []
      const no = rows.length + 1
      all.set(regulator, [...rows, { ...one, no, salt: deriveId('seed-salt', one.applicationId) }])
      return { id: rosterId(regulator), version: 1, no }
    },
    seal: (city: City, nodes: readonly Node[], staff: Staff) => {
      for (const [regulator, rows] of all) putRoster(city, nodes, staff, regulator, rows)
    },
  }
}

/** A choice of the best that is going on at a union, among those who wait there. */
export const putShortlist = (city: City, node: Node, officer: Person, waiting: readonly string[]) => {
  const _id = deriveId('seed-shortlist', node._id)
  const at = city.at(-1, 9)
  const born = {
    ...{ act: 'create', to: 'open', at, by: officer.personId, name: officer.name },
    ...{ verb: '发起择优推荐', data: { places: 2 } },
  }
  const [first, second, third] = waiting
  city.add('shortlists', {
    ...trail(city, { collection: 'shortlists', _id, under: node.under, subject: '择优推荐「六月第一批」' }, [born]),
    ...{ nodeId: node._id, nodeName: node.name, title: '六月第一批', places: 2 },
    picks: [
      ...(first ? [{ id: first, pick: 'in', reason: '电工证在有效期内，一线经历十二年' }] : []),
      ...(second ? [{ id: second, pick: 'in', reason: '参加过三次隐患排查' }] : []),
      ...(third ? [{ id: third, pick: 'reserve', reason: '名额不够，先候补' }] : []),
    ],
  })
}

import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import { reviewingTypes } from 'types/volunteer'
import type { teamEntries } from 'types/volunteer-team'
import { successorDays, teamName } from 'types/volunteer-team-machine'
import { born } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { findRegulatorFor, type NodeDoc } from '../node-store'
import { toSeat } from './seats'
import type { TeamDoc } from './team'
import { createTeam as insertTeam, findTeam } from './team-store'
import { tellAuthorities } from './told'

const checkNode = (node: NodeDoc) => {
  const types: readonly string[] = reviewingTypes
  if (node.authority === 'union' && types.includes(node.type)) return
  throw new AppError('NOT_ALLOWED_NOW', { message: '志愿服务队由街道（乡镇）、开发区、产业或集团公司工会组建。' })
}

const regulatorOf = async (under: readonly string[]) => {
  const node = await findRegulatorFor(under)
  if (node) return { id: node._id, name: node.name, under: node.under }
  throw new AppError('NOT_ALLOWED_NOW', {
    message: '还没有登记对应的监管部门，队伍需要两方管理员，请联系上级工会管理员登记。',
  })
}

const alreadyThere = async (doc: TeamDoc) => {
  const before = await findTeam(doc._id)
  if (!before)
    throw new AppError('ALREADY_EXISTS', { message: '已经有一支同名的队伍。', fields: { unit: '请换一个单位名称' } })
  if (!isSameAuthor(before, doc) || !isSame(before, doc, ['name', 'node'])) throw new AppError('ALREADY_EXISTS')
  return { id: before._id, state: before.state, version: before.version }
}

/** A team of a union node: its founder leads for the union, the regulator is asked to name its own administrator. */
export const createTeam: Handler<(typeof teamEntries)['createTeam'], NodeDoc> = async (
  { _id, unit },
  { subject: node, caller, grant, now, acting },
) => {
  checkNode(node)
  const regulator = await regulatorOf(node.under)
  const name = teamName(unit)
  const seat = grant && toSeat(caller.personId, caller.name, grant, now)
  const lines = { unionUnder: node.under, regulator }
  const fields = {
    ...{ ...lines, name, nameKey: name, node: { id: node._id, name: node.name } },
    ...{ admins: { union: seat, regulator: null }, adminIds: [caller.personId] },
    ...{ vacant: { union: null, regulator: now }, captain: null, absorbed: [], mergedInto: null },
    clockAt: dueAfterDays(now, successorDays),
  }
  const word = { title: '请指定监管方队伍管理员', by: fields.clockAt, note: '两方都接受后队伍成立' }
  const push = await tellAuthorities({ _id, ...fields }, word)
  const under = [...node.under, ...regulator.under]
  const birth = { _id, state: 'forming' as const, under, subject: name, at: now, data: { name }, push }
  const doc: TeamDoc = { ...born(acting('officer'), birth), ...fields }
  if (await insertTeam(doc)) return { id: _id, state: doc.state, version: doc.version }
  return alreadyThere(doc)
}

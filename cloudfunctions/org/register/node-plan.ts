import { nodeTypeLabels } from 'types/org'
import { deriveId } from 'types/ids'
import type { Acting } from '../../kit/aggregate'
import type { NodeDoc } from '../documents'
import { createNode, findNode, listNamedNodes } from '../node-store'
import { layNode, mayStandBelow } from '../nodes'
import type { RowError } from './enterprise-rows'
import type { NodeRow, ReadNodes } from './node-rows'
import { chunksOf, type Plan, type Work } from './plan'

type NodeWork = Work & { id: string; type: NodeDoc['type']; parentId: string }
/** A union as far as the rules of the tree ask for it: one that stands, or one of the sheet. */
type Place = { id: string; type: NodeDoc['type'] }

const askedAtOnce = 100

const carryOut = async (some: readonly NodeWork[], acting: Acting, now: Date): Promise<number> => {
  let done = 0
  for (const { id: _id, parentId, name, type } of some) {
    const parent = await findNode(parentId)
    if (!parent) continue
    if (await createNode(await layNode(parent, { _id, nodeId: parentId, type, name }, acting, now))) done += 1
  }
  return done
}

type Table = { home: NodeDoc; known: Map<string, NodeDoc[]>; byName: Map<string, NodeRow[]>; sheetId: string }
type Fault = { column: string; message: string }

const idOf = ({ row }: NodeRow, sheetId: string) => deriveId('imported', sheetId, String(row))

const parentOf = ({ parent }: NodeRow, { home, known, byName }: Table): NodeDoc | NodeRow | Fault => {
  if (parent === '' || parent === home.name) return home
  const standing = known.get(parent) ?? []
  const laid = byName.get(parent) ?? []
  const [first, ...others] = [...standing, ...laid.filter((row) => !standing.some(({ type }) => type === row.type))]
  const fault = (message: string) => ({ column: '上级', message })
  if (!first) return fault(`没有“${parent}”：范围内和表格里都没有，请核对名称或补一行`)
  return others.length > 0 ? fault(`有不止一个“${parent}”，请到那一级工会分开导入`) : first
}

const isRow = (place: NodeDoc | NodeRow): place is NodeRow => 'row' in place

/** Rows in the order in which they can be founded, parents first; those that go round in a circle are faults. */
const settle = (rows: readonly NodeRow[], table: Table) => {
  const places = new Map<number, Place>()
  const errors: RowError[] = []
  const work: NodeWork[] = []
  let same = 0
  const place = (row: NodeRow, above: readonly number[]): Place | null => {
    const settled = places.get(row.row)
    if (settled) return settled
    if (errors.some((error) => error.row === row.row)) return null
    const fail = (column: string, message: string) => {
      errors.push({ row: row.row, column, message })
      return null
    }
    if (above.includes(row.row)) return fail('上级', '几行的上级互相指向，绕成了一圈')
    const found = parentOf(row, table)
    if ('message' in found) return fail(found.column, found.message)
    const parent = isRow(found) ? place(found, [...above, row.row]) : { id: found._id, type: found.type }
    // The fault stands at the row above already.
    if (!parent) return errors.some((error) => error.row === row.row) ? null : fail('上级', '上级那一行有误')
    if (!mayStandBelow(parent, 'union', row.type))
      return fail('类型', `${nodeTypeLabels[parent.type]}下面不能建${nodeTypeLabels[row.type]}`)
    const standing = (table.known.get(row.name) ?? []).find(({ parentId }) => parentId === parent.id)
    if (standing && standing.type !== row.type)
      return fail('类型', `已有的“${row.name}”是${nodeTypeLabels[standing.type]}`)
    const id = standing?._id ?? idOf(row, table.sheetId)
    if (standing) same += 1
    else work.push({ row: row.row, kind: 'fresh', name: row.name, id, type: row.type, parentId: parent.id })
    places.set(row.row, { id, type: row.type })
    return { id, type: row.type }
  }
  for (const row of rows) place(row, [])
  return { work, same, errors }
}

const grouped = <T extends { name: string }>(list: readonly T[]) => {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(one.name, [...(groups.get(one.name) ?? []), one])
  return groups
}

/** What taking in this sheet of unions below another would do: parents first, whatever the order of the rows. */
export const planNodes = async (
  { read, rows, errors }: ReadNodes,
  home: NodeDoc,
  sheetId: string,
): Promise<Plan<NodeWork>> => {
  const standing: NodeDoc[] = []
  const names = [...new Set(rows.flatMap(({ name, parent }) => [name, ...(parent ? [parent] : [])]))]
  for (const some of chunksOf(names, askedAtOnce)) standing.push(...(await listNamedNodes(home._id, some)))
  const settled = settle(rows, { home, known: grouped(standing), byName: grouped(rows), sheetId })
  const all = [...errors, ...settled.errors].sort((a, b) => a.row - b.row)
  return { read, work: settled.work, same: settled.same, alike: [], errors: all, carryOut }
}

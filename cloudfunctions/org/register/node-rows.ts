import { nodeTypeLabels } from 'types/org'
import type { NodeCore } from 'types/documents'
import { clip } from 'types/text'
import { text } from 'types/fields'
import type { SheetColumn, SheetContent, SheetRow } from '../../kit/sheet-read'
import { cleanName, type RowError } from './enterprise-rows'

export type NodeKey = 'parent' | 'name' | 'type'

export const nodeColumns: readonly SheetColumn<NodeKey>[] = [
  { key: 'name', titles: ['名称', '工会名称', '组织名称', '单位名称'] },
  { key: 'type', titles: ['类型', '组织类型', '工会类型', '类别'] },
  { key: 'parent', titles: ['上级', '上级工会', '上级组织', '所属上级'], optional: true },
]

type NodeType = NodeCore['type']
const types = new Map<string, NodeType>([
  ...Object.entries(nodeTypeLabels).map(([type, label]): [string, NodeType] => [label, type as NodeType]),
  ...['地方', '区县', '街道', '乡镇', '乡镇街道', '地方工会'].map((word): [string, NodeType] => [word, 'geographic']),
  ...['产业', '系统', '产业工会', '系统工会', '行业', '行业工会'].map((word): [string, NodeType] => [word, 'industry']),
  ...['集团', '集团公司', '集团工会'].map((word): [string, NodeType] => [word, 'group']),
  ...['企业', '企业工会', '基层工会'].map((word): [string, NodeType] => [word, 'enterprise']),
])

/** `parent` empty: below the union the sheet is taken in for. */
export type NodeRow = { row: number; parent: string; name: string; type: NodeType }
export type ReadNodes = { read: number; rows: NodeRow[]; errors: RowError[] }

const Name = text(40, '名称')

const readRow = ({ row, values }: SheetRow<NodeKey>): NodeRow | RowError => {
  const name = Name.safeParse(cleanName(values.name))
  if (!name.success) return { row, column: '名称', message: name.error.issues[0]?.message ?? '名称有误' }
  const type = types.get(cleanName(values.type))
  if (!type) {
    const known = Object.values(nodeTypeLabels).join('、')
    const shown = clip(values.type.trim(), 12)
    return { row, column: '类型', message: `${shown ? `“${shown}”不认识` : '没有填类型'}，应是${known}` }
  }
  return { row, parent: cleanName(values.parent), name: name.data, type }
}

/** Every row with text is a union or an error; one that stands twice is an error at its second place. */
export const parseNodeRows = ({ rows, faults }: SheetContent<NodeKey>): ReadNodes => {
  const errors: RowError[] = faults.map(({ row, message }) => ({ row, column: null, message }))
  const faulty = new Set(faults.map(({ row }) => row))
  const firstRows = new Map<string, number>()
  const good: NodeRow[] = []
  for (const raw of rows.filter(({ row }) => !faulty.has(row))) {
    const parsed = readRow(raw)
    const mark = 'message' in parsed ? '' : `${parsed.parent}/${parsed.name}`
    const twin = firstRows.get(mark)
    if ('message' in parsed) errors.push(parsed)
    else if (twin !== undefined)
      errors.push({ row: parsed.row, column: '名称', message: `与第 ${twin} 行是同一个组织` })
    else {
      firstRows.set(mark, parsed.row)
      good.push(parsed)
    }
  }
  return { read: rows.length, rows: good, errors: errors.sort((a, b) => a.row - b.row) }
}

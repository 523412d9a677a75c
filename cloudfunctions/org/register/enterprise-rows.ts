import { plainWidth } from 'types/bank'
import { enterpriseFields, EnterpriseFacts, enterpriseFieldLabels } from 'types/org-register'
import { clip } from 'types/text'
import type { SheetColumn, SheetContent, SheetRow } from '../../kit/sheet-read'

export type RowError = { row: number; column: string | null; message: string }
type TextKey = 'name' | 'node' | 'industry' | 'code' | 'address' | 'contactPost' | 'contactPhone'
type CountKey = 'workers' | 'teams' | 'dispatched' | 'newForms'
type YesKey = 'hasUnion' | 'highRisk' | 'nonPublic' | 'small'
export type EnterpriseKey = TextKey | CountKey | YesKey

const optional = (key: EnterpriseKey, ...titles: string[]): SheetColumn<EnterpriseKey> => ({
  ...{ key, titles, optional: true },
})

/** Titles as unions write them; only the name must be there. */
export const enterpriseColumns: readonly SheetColumn<EnterpriseKey>[] = [
  { key: 'name', titles: ['企业名称', '单位名称', '企业（单位）名称', '名称', '企业'] },
  optional('node', '所属工会', '上级工会', '工会名称', '所属工会组织'),
  optional('code', '统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码'),
  optional('industry', '行业', '所属行业', '行业类别'),
  optional('workers', '职工人数', '职工数', '员工人数', '职工总数', '从业人数'),
  optional('teams', '班组数', '班组数量', '班组'),
  optional('dispatched', '劳务派遣人数', '劳务派遣', '劳务派遣工'),
  optional('newForms', '新就业形态人数', '新就业形态', '新就业形态劳动者'),
  optional('hasUnion', '已建工会', '是否建会', '建会', '是否已建工会', '建会情况'),
  optional('highRisk', '高危', '高危行业', '是否高危', '是否高危行业'),
  optional('nonPublic', '非公', '非公企业', '是否非公', '是否非公企业'),
  optional('small', '中小微', '中小微企业', '是否中小微', '企业规模'),
  optional('address', '地址', '企业地址', '单位地址', '详细地址'),
  optional('contactPost', '联系岗位', '联系人岗位', '联系部门', '联系人职务'),
  optional('contactPhone', '联系电话', '电话', '办公电话'),
]

/** What one row says of an enterprise: only the cells that hold something. */
export type EnterpriseRow = {
  row: number
  name: string
  /** Name of the union it belongs to; empty: the one the sheet is taken in for. */
  node: string
  facts: Partial<Omit<EnterpriseFacts, 'flags' | 'name'>> & { flags: Partial<EnterpriseFacts['flags']> }
}

const yesWords = new Set(['是', '有', '√', '✓', '✔', '对', '1', 'Y', 'YES', 'TRUE', '已建', '已建会', '建'])
const noWords = new Set(['否', '无', '×', 'X', '✗', '✘', '0', 'N', 'NO', 'FALSE', '未建', '未建会', '没有', '不是'])
const smallWords = new Set([
  '中型',
  '小型',
  '微型',
  '中',
  '小',
  '微',
  '中小微',
  '小微',
  '中型企业',
  '小型企业',
  '微型企业',
])
const largeWords = new Set(['大型', '大', '大型企业', '特大型'])

/** Blanks go, letters and digits get their ordinary width, brackets the Chinese one: two spellings become one. */
export const cleanName = (cell: string): string =>
  plainWidth(cell).replace(/\s+/g, '').replace(/[(﹙]/g, '（').replace(/[)﹚]/g, '）')

const readYes = (key: YesKey, cell: string): boolean | string => {
  const word = cell.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (key === 'small' && smallWords.has(word)) return true
  if (key === 'small' && largeWords.has(word)) return false
  if (yesWords.has(word)) return true
  return noWords.has(word) ? false : `“${clip(cell.trim(), 12)}”看不懂，请填“是”或“否”`
}

const readCount = (cell: string): number | string => {
  const digits = cell
    .normalize('NFKC')
    .replace(/[\s,，约]/g, '')
    .replace(/[人名个]+$/, '')
  return /^\d{1,9}(\.0+)?$/.test(digits) ? Number(digits) : `“${clip(cell.trim(), 12)}”不是数字，请填整数`
}

const counts: readonly CountKey[] = ['workers', 'teams', 'dispatched', 'newForms']
const yeses: readonly YesKey[] = ['hasUnion', 'highRisk', 'nonPublic', 'small']
const texts = ['industry', 'code', 'address', 'contactPost', 'contactPhone'] as const

const titleOf = (key: string) =>
  enterpriseColumns.find((column) => column.key === key)?.titles[0] ?? enterpriseFieldLabels[key] ?? key

const present = (values: SheetRow<EnterpriseKey>['values'], key: EnterpriseKey) => values[key].trim() !== ''

const readRow = ({ row, values }: SheetRow<EnterpriseKey>): EnterpriseRow | RowError => {
  const fail = (key: string, message: string): RowError => ({ row, column: titleOf(key), message })
  const name = enterpriseFields.name.safeParse(cleanName(values.name))
  if (!name.success) return fail('name', name.error.issues[0]?.message ?? '企业名称有误')
  const facts: Record<string, unknown> = {}
  const flags: Record<string, boolean> = {}
  for (const key of counts.filter((one) => present(values, one))) {
    const read = readCount(values[key])
    if (typeof read === 'string') return fail(key, read)
    facts[key] = read
  }
  for (const key of yeses.filter((one) => present(values, one))) {
    const read = readYes(key, values[key])
    if (typeof read === 'string') return fail(key, read)
    if (key === 'hasUnion') facts.hasUnion = read
    else flags[key] = read
  }
  for (const key of texts.filter((one) => present(values, one))) facts[key] = plainWidth(values[key]).trim()
  for (const [key, value] of Object.entries(facts)) {
    const checked = EnterpriseFacts.shape[key as keyof typeof EnterpriseFacts.shape].safeParse(value)
    if (!checked.success) return fail(key, checked.error.issues[0]?.message ?? '这一格有误')
    facts[key] = checked.data
  }
  return { row, name: name.data, node: cleanName(values.node), facts: { ...facts, flags } }
}

export type ReadEnterprises = { read: number; rows: EnterpriseRow[]; errors: RowError[] }

/** Every row with text is an enterprise or an error, none is lost; one that stands twice is an error at its second place. */
export const parseEnterpriseRows = ({ rows, faults }: SheetContent<EnterpriseKey>): ReadEnterprises => {
  const errors: RowError[] = faults.map(({ row, message }) => ({ row, column: null, message }))
  const faulty = new Set(faults.map(({ row }) => row))
  const firstRows = new Map<string, number>()
  const good: EnterpriseRow[] = []
  for (const raw of rows.filter(({ row }) => !faulty.has(row))) {
    const parsed = readRow(raw)
    if ('message' in parsed) {
      errors.push(parsed)
      continue
    }
    const marks = [`${parsed.node}/${parsed.name}`, ...(parsed.facts.code ? [parsed.facts.code] : [])]
    const twin = marks.map((mark) => firstRows.get(mark)).find((found) => found !== undefined)
    if (twin === undefined) good.push(parsed)
    else errors.push({ row: parsed.row, column: '企业名称', message: `与第 ${twin} 行是同一家企业` })
    for (const mark of marks) if (!firstRows.has(mark)) firstRows.set(mark, parsed.row)
  }
  return { read: rows.length, rows: good, errors: errors.sort((a, b) => a.row - b.row) }
}

import { hazardKindLabels } from 'types/hazard'
import { periodWord } from 'types/hazard-coverage'
import { volumeRows, type ExportWhat } from 'types/hazard-export'
import { hazardMachine } from 'types/hazard-machine'
import { campaignGradeLabels, recordLabels, sourceLabels } from 'types/hazard-record'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import type { CoverageDoc } from '../cover/cover-store'
import type { HazardDoc } from '../hazard'
import { ledgerWhere } from '../ledger/ledger-filter'
import { coverageColumns } from './coverage-columns'
import { listCoverage, listForSheet, type Cursor, type ExportDoc } from './export-store'
import { drawnAt, ledgerColumns } from './ledger-columns'

const pageRows = 300
export const atStart: Cursor = { urgent: 1, at: null, seen: [], page: 1 }

/** What a sheet holds, in the words of its filter. */
export const titleOf = (what: ExportWhat): string => {
  if (what.of === 'coverage') {
    const narrowed = what.missing ? `（没有${sourceLabels[what.missing]}的企业）` : ''
    return `${periodWord(what.period)}四查覆盖表${narrowed}`
  }
  const { state, overdue, listed, kind, source, record, level, period, words } = what.filter
  const parts = [
    ...[
      period && periodWord(period),
      state && hazardMachine.states[state].label,
      overdue && '逾期',
      listed && '挂牌督办',
    ],
    ...[kind && hazardKindLabels[kind], source && sourceLabels[source], record && recordLabels[record]],
    ...[level && campaignGradeLabels[level], words && `含“${words}”`],
  ].filter(Boolean)
  return parts.length > 0 ? `隐患台账（${parts.join('、')}）` : '隐患台账'
}

/** What was read, and where to go on; null at the end. */
type Read<Row> = { rows: Row[]; next: Cursor | null }

const readOn = (cursor: Cursor, page: readonly HazardDoc[]): Cursor => {
  const last = page.at(-1)
  // The urgent ones are through: the others from their newest on.
  if (!last) return { ...atStart, urgent: 0 }
  const at = last.createdAt
  const before = cursor.at?.getTime() === at.getTime() ? cursor.seen : []
  const seen = page.filter(({ createdAt }) => createdAt.getTime() === at.getTime()).map(({ _id }) => _id)
  return { ...cursor, at, seen: [...before, ...seen] }
}

const readLedger = async ({ nodeId, what, cursor: start }: ExportDoc): Promise<Read<HazardDoc>> => {
  const rows: HazardDoc[] = []
  let cursor = start
  while (what.of === 'ledger' && rows.length < volumeRows) {
    const where = ledgerWhere(nodeId, what.filter, { after: cursor })
    const page = where ? await listForSheet(where, Math.min(pageRows, volumeRows - rows.length)) : []
    rows.push(...page)
    if (page.length === 0 && (cursor.urgent === 0 || !where)) return { rows, next: null }
    cursor = readOn(cursor, page)
  }
  return { rows, next: cursor }
}

const readCoverage = async ({ nodeId, what, cursor }: ExportDoc): Promise<Read<CoverageDoc>> => {
  const rows: CoverageDoc[] = []
  for (let page = cursor.page; what.of === 'coverage' && rows.length < volumeRows; page++) {
    const { items, more } = await listCoverage(nodeId, what, page, pageRows)
    rows.push(...items)
    if (!more) return { rows, next: null }
    cursor = { ...cursor, page: page + 1 }
  }
  return { rows, next: cursor }
}

const write = <Row>(doc: ExportDoc, rows: readonly Row[], columns: readonly FormColumn<Row>[], now: Date) => {
  const volume = doc.step > 0 ? `　第 ${doc.step + 1} 册` : ''
  // Numbers run on from the volume before.
  const running = columns.map((column) => ({
    ...column,
    cell: (row: Row, index: number) => column.cell(row, index + doc.rows),
  }))
  return writeSheet({
    ...{ title: doc.title, sheet: doc.what.of === 'ledger' ? '隐患台账' : '四查覆盖表', columns: running, rows },
    ...(doc.what.of === 'ledger' && { paper: 'a3' as const }),
    subtitle: `填报单位：${doc.nodeName}　${drawnAt(now)}${volume}`,
    footer: ['填表人：　　　　　　　　　　审核人：　　　　　　　　　　工会（盖章）：'],
  })
}

/** The next volume of a sheet: its bytes, its rows, and where the one after begins; null after the last. */
export const nextVolume = async (doc: ExportDoc, now: Date) => {
  if (doc.what.of === 'ledger') {
    const { rows, next } = await readLedger(doc)
    return { rows: rows.length, next, bytes: await write(doc, rows, ledgerColumns, now) }
  }
  const { rows, next } = await readCoverage(doc)
  return { rows: rows.length, next, bytes: await write(doc, rows, coverageColumns, now) }
}

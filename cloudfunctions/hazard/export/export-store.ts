import { coverShelf } from 'types/hazard-cover-row'
import type { ExportState, ExportWhat } from 'types/hazard-export'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection, type Filter } from '../../kit/collection'
import { isAnswerTooLarge } from '../../kit/platform-error'
import type { CoverageDoc } from '../cover/cover-store'
import type { HazardDoc } from '../hazard'
import type { ReadTo } from '../ledger/ledger-filter'

/** Where the reading stopped: in the ledger, and for other lists the next page. */
export type Cursor = ReadTo & { page: number }

/** A sheet that is written volume by volume. */
export type ExportDoc = Aggregate<ExportState> & {
  /** Who asked: nobody else can open it. */
  personId: string
  nodeId: string
  nodeName: string
  title: string
  what: ExportWhat
  cursor: Cursor
  rows: number
  /** Rises with every volume. */
  step: number
  volumes: { fileId: string; rows: number }[]
}

export const exports = collection<ExportDoc>('hazard_exports')
const hazards = collection<HazardDoc>('hazards')
const coverage = collection<CoverageDoc>('hazard_coverage')

export const createExport = (doc: ExportDoc) => exports.insert(doc)
export const findExport = (id: string) => exports.find(id)

export const listExportsOf = (personId: string) =>
  exports.list({ personId }, { sort: [['createdAt', 'desc']], limit: 10 })

export const listWorking = (limit: number) =>
  exports.list({ state: 'working' }, { sort: [['createdAt', 'asc']], limit })

export const listReadyBefore = (before: Date, limit: number) =>
  exports.list({ state: 'ready', createdAt: command.lte(before) }, { sort: [['createdAt', 'asc']], limit })

type Progress = Pick<ExportDoc, 'cursor' | 'rows' | 'volumes'>

/** Keeps a finished volume; 0 where another instance was faster. */
export const keepVolume = ({ _id, step }: ExportDoc, progress: Progress) =>
  exports.update({ _id, state: 'working', step }, { ...progress, step: step + 1 })

const sheetFields = [
  ...['code', 'serial', 'state', 'kind', 'grade', 'record', 'level', 'source', 'words', 'place', 'enterprise', 'node'],
  ...[
    'createdAt',
    'handedAt',
    'dueAt',
    'overdue',
    'suggestion',
    'listing',
    'danger',
    'plan',
    'answer.at',
    'answer.words',
  ],
  ...['events.act', 'events.at'],
]

/** The newest hazards of a filter, as many as fit into one answer. */
export const listForSheet = async (where: Filter, limit: number): Promise<HazardDoc[]> => {
  const sort = [
    ['createdAt', 'desc'],
    ['_id', 'desc'],
  ] as const
  try {
    return await hazards.list(where, { sort, limit, fields: sheetFields })
  } catch (thrown) {
    if (!isAnswerTooLarge(thrown) || limit < 8) throw thrown
    return listForSheet(where, Math.ceil(limit / 4))
  }
}

/** A page of the coverage, the least covered first. */
export const listCoverage = (
  nodeId: string,
  { period, missing }: ExportWhat & { of: 'coverage' },
  page: number,
  size: number,
) =>
  coverage.page(
    { shelves: coverShelf(nodeId, period, missing) },
    {
      sort: [
        ['covered', 'asc'],
        ['nodeName', 'asc'],
        ['name', 'asc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
      fields: ['enterpriseId', 'name', 'nodeName', 'covered', 'sources'],
    },
  )

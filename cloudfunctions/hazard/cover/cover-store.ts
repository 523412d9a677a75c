import type { EnterpriseCore, NodeCore } from 'types/documents'
import { coverShelf, type CoverRow } from 'types/hazard-cover-row'
import type { CoverPeriod } from 'types/hazard-coverage'
import type { HazardSource } from 'types/hazard-record'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** A row with what the drainer needs of it: made of the enterprise's counters, by the drainer alone. */
export type CoverageDoc = CoverRow & {
  /** Rises with each change: it is counted once. */
  rev: number
  outbox: OutboxItem[]
  outboxAt: Date | null
}

/** How far the register was last read for the rows of enterprises where nothing was found. */
export type CensusNote = { _id: string; periods: string[]; after: string; doneAt: Date | null }

/** As they are stored: what a new row differs in is worked out against the one that was counted. */
export const coverage = collection<CoverageDoc>('hazard_coverage', { asStored: true })
const census = collection<CensusNote>('hazard_census')
const enterprises = collection<EnterpriseCore>('enterprises')
const nodes = collection<NodeCore>('nodes')

const atOnce = 500
const atOnceNew = 50

export const listRows = async (ids: readonly string[]): Promise<CoverageDoc[]> => {
  const rows: CoverageDoc[] = []
  for (let at = 0; at < ids.length; at += atOnce)
    rows.push(...(await coverage.list({ _id: command.in(ids.slice(at, at + atOnce)) })))
  return rows
}

/** Rows nobody had before; one that stands already is left alone. */
export const createRows = async (docs: readonly CoverageDoc[]): Promise<void> => {
  for (let at = 0; at < docs.length; at += atOnceNew) {
    const some = docs.slice(at, at + atOnceNew)
    if (!(await coverage.insertAll(some))) for (const doc of some) await coverage.insert(doc)
  }
}

/** 0 where another drainer was faster. */
export const changeRow = ({ _id, rev }: CoverageDoc, row: Omit<CoverRow, '_id'>, item: OutboxItem, at: Date) =>
  coverage.update({ _id, rev }, { ...row, rev: rev + 1, outbox: command.push([item]), outboxAt: at })

type Page = { page: number; size: number }
type Asked = { nodeId: string; period: CoverPeriod; missing?: HazardSource }

const leastFirst = [
  ['covered', 'asc'],
  ['nodeName', 'asc'],
  ['name', 'asc'],
  ['_id', 'asc'],
] as const
const rowFields = ['enterpriseId', 'name', 'nodeName', 'covered', 'sources']

/** A page of a node's enterprises in a period, the least covered first. */
export const pageOfRows = ({ nodeId, period, missing }: Asked, page: Page) =>
  coverage.page({ shelves: coverShelf(nodeId, period, missing) }, { sort: leastFirst, ...page, fields: rowFields })

const registered = ['name', 'nodeId', 'nodeName', 'under']
export type Registered = Pick<EnterpriseCore, '_id' | 'name' | 'nodeId' | 'nodeName' | 'under'>

export const listEnterprises = (ids: readonly string[]): Promise<Registered[]> =>
  enterprises.list({ _id: command.in(ids) }, { fields: registered })

/** The next of the register in the order of their ids; none that is closed. */
export const listEnterprisesAfter = (after: string, limit: number): Promise<Registered[]> =>
  enterprises.list(
    { _id: command.gt(after), state: command.neq('closed') },
    { sort: [['_id', 'asc']], limit, fields: registered },
  )

export const listNodeTypes = (ids: readonly string[]) => nodes.list({ _id: command.in(ids) }, { fields: ['type'] })

const censusId = 'coverage'
export const findCensus = () => census.find(censusId)
export const noteCensus = (note: Omit<CensusNote, '_id'>) => census.put({ _id: censusId, ...note })

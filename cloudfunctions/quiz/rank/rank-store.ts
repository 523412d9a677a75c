import type { RankBy } from 'types/unit-ranks'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { BoardDoc, UnitRankDoc } from './rank-documents'

const ranks = collection<UnitRankDoc>('quiz_units')
const boards = collection<BoardDoc>('quiz_units')

export type RowKind = UnitRankDoc['kind']
export const rankId = (campaignId: string, unitId: string) => `${campaignId}.${unitId}`
export const boardId = (campaignId: string) => `${campaignId}.board`

export const putRow = (row: UnitRankDoc) => ranks.put(row)
export const createRows = (rows: readonly UnitRankDoc[]) => ranks.putNew(rows)
export const dropRows = (ids: readonly string[]) => ranks.remove({ _id: command.in(ids) })

/** One page of a contest's rows, best first. */
export const pageRows = (campaignId: string, kind: RowKind, by: RankBy, page: number, size: number) =>
  ranks.page(
    { campaignId, kind },
    {
      sort: [
        [`keys.${by}`, 'desc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )

/** One page by name. */
export const pageByName = (campaignId: string, kind: RowKind, page: number, size: number) =>
  ranks.page(
    { campaignId, kind },
    {
      sort: [
        ['name', 'asc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )

// Far below what fits into one answer of the platform, however long the names.
const largestPage = 500

/** All rows of these kinds: as many as there are registered units, however many play. */
export const allRows = async (campaignId: string, ...kinds: RowKind[]): Promise<UnitRankDoc[]> => {
  const all: UnitRankDoc[] = []
  for (const kind of kinds)
    for (let page = 1, more = true; more; page++) {
      const found = await pageByName(campaignId, kind, page, largestPage)
      all.push(...found.items)
      more = found.more
    }
  return all
}

export const findRow = (campaignId: string, unitId: string) => ranks.find(rankId(campaignId, unitId))

/** A unit's row, null where nobody has played for it, and the board beside it: one trip. */
export const findWithBoard = async (campaignId: string, unitId: string) => {
  const ids = [rankId(campaignId, unitId), boardId(campaignId)]
  const found: (UnitRankDoc | BoardDoc)[] = await ranks.list({ _id: command.in(ids) }, { limit: 2 })
  const row = found.find((doc): doc is UnitRankDoc => doc.kind === 'unit') ?? null
  return { row, board: found.find((doc): doc is BoardDoc => doc.kind === 'board') ?? null }
}

export const putBoard = (board: BoardDoc) => boards.put(board)
/** Just the keys of one figure: all a page needs. */
export const findBoard = async (campaignId: string, fields?: readonly string[]): Promise<Partial<BoardDoc> | null> =>
  (await boards.list({ _id: boardId(campaignId) }, fields ? { fields } : {}))[0] ?? null
export const findCensusTimes = async (campaignIds: readonly string[]): Promise<Map<string, Date>> => {
  const found = await boards.list({ _id: command.in(campaignIds.map(boardId)) }, { fields: ['campaignId', 'censusAt'] })
  return new Map(found.map(({ campaignId, censusAt }) => [campaignId, censusAt]))
}

import { addDays, startOfDay } from 'types/calendar'
import type { EnterpriseCore } from 'types/documents'
import type { BoardRow, BoardState } from 'types/hazard-board'
import { watchDays } from 'types/hazard-five'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { HazardDoc } from '../hazard'

type Edition = { edition: number; publishedAt: Date; rows: BoardRow[] }

/** What a union has made public about one enterprise in one month, as it stood when it was published. */
export type BoardDoc = Aggregate<BoardState> &
  Edition & {
    enterprise: { id: string; name: string }
    month: string
    issuer: string
    /** Editions it replaced, oldest first; the latest twelve. */
    former: Edition[]
  }

export const boards = collection<BoardDoc>('hazard_boards')
const enterprises = collection<EnterpriseCore>('enterprises')
const hazards = collection<HazardDoc>('hazards')

export const findEnterprise = (id: string) => enterprises.find(id)
export const findBoard = (id: string) => boards.find(id)
export const createBoard = (doc: BoardDoc) => boards.insert(doc)

/** Published boards of an enterprise, latest month first. */
export const listPublished = (enterpriseId: string) =>
  boards.list({ 'enterprise.id': enterpriseId, state: 'published' }, { sort: [['month', 'desc']], limit: 24 })

const handedFields = [
  ...['serial', 'kind', 'grade', 'place', 'words', 'state', 'overdue', 'dueAt', 'handedAt'],
  ...['events.act', 'events.at'],
]

/**
 * What was handed to the enterprise and was not over when the month began: it knows of these, and of no other. A closing
 * is found by the day until which it is watched, so that what is long over is not read.
 */
export const listHanded = async (enterpriseId: string, month: string): Promise<HazardDoc[]> => {
  const watchedFrom = startOfDay(addDays(`${month}-01`, watchDays.until))
  const [open, over] = await Promise.all([
    hazards.list({ fixingFor: enterpriseId, fixRank: command.lt(2) }, { fields: handedFields }),
    hazards.list(
      { fixingFor: enterpriseId, fixRank: 2, watchUntil: command.gte(watchedFrom) },
      { sort: [['watchUntil', 'asc']], fields: handedFields },
    ),
  ])
  return [...open, ...over]
}

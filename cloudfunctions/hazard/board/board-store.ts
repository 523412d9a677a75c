import type { EnterpriseCore } from 'types/documents'
import type { BoardRow, BoardState } from 'types/hazard-board'
import type { Aggregate } from '../../kit/aggregate'
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

/** What was ever handed to the enterprise: it knows of these, and of no other. */
export const listHanded = (enterpriseId: string) =>
  hazards.list(
    { fixingFor: enterpriseId },
    {
      sort: [
        ['fixRank', 'asc'],
        ['dueAt', 'asc'],
        ['_id', 'asc'],
      ],
      fields: ['serial', 'kind', 'grade', 'place', 'words', 'state', 'overdue', 'dueAt', 'handedAt', 'events'],
    },
  )

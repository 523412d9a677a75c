import type { SheetKind, SheetReport, SheetState } from 'types/org-imports'
import type { Aggregate } from '../../kit/aggregate'
import { collection } from '../../kit/collection'

/** A table of enterprises or unions, from its being looked over to its last row taken in. */
export type SheetDoc = Aggregate<SheetState> & {
  nodeId: string
  kind: SheetKind
  /** Person id of who had it checked. */
  by: string
  fileId: string
  /** Of the file as it was checked: only that one is taken in. */
  sha256: string
  file: string
  /** Numbers of the rows nearly like a known name; `take` those chosen of them. */
  alikeRows: number[]
  take: number[]
  /** Who said that it be taken in; null before. */
  saver: { by: string; name: string; office: string } | null
} & Pick<
    SheetReport,
    'read' | 'fresh' | 'changed' | 'same' | 'rejected' | 'done' | 'total' | 'message' | 'errors' | 'similar'
  >

export const sheets = collection<SheetDoc>('org_imports')
export const findSheet = (id: string) => sheets.find(id)
export const createSheet = (doc: SheetDoc) => sheets.insert(doc)

export const listSavingSheets = (limit: number) =>
  sheets.list({ state: 'saving' }, { sort: [['createdAt', 'asc']], limit })

/** How far it has come; the trail keeps only the beginning and the end. */
export const noteDone = ({ _id }: SheetDoc, done: number) => sheets.update({ _id, state: 'saving' }, { done })

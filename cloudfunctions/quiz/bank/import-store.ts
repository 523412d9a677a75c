import type { Aggregate } from '../../kit/aggregate'
import { collection } from '../../kit/collection'
import type { RowError } from './import-rows'

export type ImportDoc = Aggregate<'checked' | 'saved'> & {
  nodeId: string
  /** Person id of who had it checked. */
  by: string
  fileId: string
  /** Of the file as it was checked: only that one is taken in. */
  sha256: string
  file: string
  read: number
  good: number
  duplicates: number
  /** Good ones without an article. */
  flagged: number
  errors: RowError[]
}

export const imports = collection<ImportDoc>('question_imports')
export const findImport = (id: string) => imports.find(id)
export const createImport = (doc: ImportDoc) => imports.insert(doc)

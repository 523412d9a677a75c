import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { RowError } from './import-rows'

/** A row of the sheet beside the question of the bank it looks like. */
export type SimilarRow = {
  row: number
  stem: string
  similarity: number
  other: { stem: string; law: string; article: number; owner: string }
}

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
  /** Rows whose stem is nearly one of the bank: all of them by number, and the first of them in full. */
  alike: number[]
  similar: SimilarRow[]
  rejected: number
  /** Of the shipped questions: those of an earlier edition that read as this one's now, and those an officer had changed. */
  renewed?: number
  kept?: { id: string; stem: string }[]
  /** The first of the rejected. */
  errors: RowError[]
}

export const imports = collection<ImportDoc>('question_imports')
export const findImport = (id: string) => imports.find(id)
export const listImports = (ids: readonly string[]) => imports.list({ _id: command.in(ids) }, { fields: ['fileId'] })
export const createImport = (doc: ImportDoc) => imports.insert(doc)

import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

/** A sheet of the register somebody drew; its file goes after a day, and this note with it. */
export type ExportDoc = Aggregate<'made'> & {
  personId: string
  fileId: string
  fileName: string
  rows: number
  /** What was asked for, as one text: the same id may not mean another sheet. */
  asked: string
}

export const exports = collection<ExportDoc>('org_exports')
export const findExport = (id: string) => exports.find(id)
export const createExport = (doc: ExportDoc) => exports.insert(doc)

export const listExportsBefore = (before: Date) =>
  exports.list({ createdAt: command.lte(before) }, { sort: [['createdAt', 'asc']], limit: 50 })
/** Those whose events are archived. */
export const forgetExports = (ids: readonly string[]) => exports.remove({ _id: command.in(ids), outboxAt: null })

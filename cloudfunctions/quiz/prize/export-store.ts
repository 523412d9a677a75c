import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { ExportDoc } from './documents'

const exports = collection<ExportDoc>('quiz_exports')

export const noteExport = (doc: ExportDoc) => exports.insert(doc)
export const findOldExports = (before: Date) => exports.list({ at: command.lte(before) }, { limit: 50 })
export const forgetExports = (ids: readonly string[]) => exports.remove({ _id: command.in(ids) })

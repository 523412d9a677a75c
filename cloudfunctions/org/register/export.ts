import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import type { registerEntries } from 'types/org-register'
import { born } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { writeSheet } from '../../kit/sheet-write'
import type { EnterpriseDoc, NodeDoc } from '../documents'
import { pageEnterprises, type Wanted } from '../enterprise-store'
import { toWanted } from '../enterprises'
import { createExport, findExport, forgetExports, listExportsBefore, type ExportDoc } from './export-store'
import { registerColumns } from './sheet-columns'

/** As many rows as are written within one call. */
const mostRows = 5_000
const pageSize = 500
const keepMs = 86_400_000

const readRows = async (wanted: Wanted): Promise<EnterpriseDoc[]> => {
  const rows: EnterpriseDoc[] = []
  for (let page = 1, more = true; more; page++) {
    const found = await pageEnterprises(wanted, { page, size: pageSize })
    rows.push(...found.items)
    more = found.more
    if (rows.length > mostRows)
      throw new AppError('TOO_LARGE', { message: `一次最多导出 ${mostRows} 家企业，请选下级工会分开导出。` })
  }
  return rows
}

/** Names of unions and booths may hold what a phone takes for a folder. */
const asFileName = (name: string) => name.replace(/[\\/:*?"<>|\s]/g, '')

/** A sheet as its officer gets it: the address expires. */
export const answerExport = async ({ _id: id, fileId, fileName, rows }: ExportDoc) => {
  const url = (await tempUrls([fileId])).get(fileId) ?? ''
  return { id, url, fileName: asFileName(fileName), rows }
}

const draw = async (node: NodeDoc, rows: readonly EnterpriseDoc[], now: Date) => {
  const bytes = await writeSheet({
    ...{ title: `${node.name}企业名册`, columns: registerColumns, rows },
    subtitle: `截至 ${formatDate(now)}，共 ${rows.length} 家`,
    footer: ['填表人：　　　　　　　　　　工会（盖章）：'],
  })
  const cloudPath = `exports/org/${newRequestId()}.xlsx`
  return (await platform.uploadFile({ cloudPath, fileContent: bytes })).fileID
}

/** The register of a subtree as a sheet. The same id again is the same sheet. */
export const exportRegister: Handler<(typeof registerEntries)['exportRegister'], NodeDoc> = async (
  { _id, ...filter },
  { subject: node, caller, acting, now },
) => {
  const asked = JSON.stringify(toWanted(node, filter))
  const before = await findExport(_id)
  if (before) {
    if (before.personId !== caller.personId || before.asked !== asked) throw new AppError('ALREADY_EXISTS')
    return answerExport(before)
  }
  const rows = await readRows(toWanted(node, filter))
  const fileId = await draw(node, rows, now)
  const birth = { _id, state: 'made' as const, under: node.under, subject: `${node.name}企业名册`, at: now }
  const doc: ExportDoc = {
    ...born(acting('officer'), { ...birth, data: { rows: rows.length } }),
    ...{ personId: caller.personId, fileId, rows: rows.length, asked, fileName: `${node.name}企业名册.xlsx` },
  }
  return answerExport((await createExport(doc)) ? doc : ((await findExport(_id)) ?? doc))
}

/** Sheets go a day after they were drawn, their files first. */
export const dropExports = async (now: Date): Promise<number> => {
  const old = await listExportsBefore(new Date(now.getTime() - keepMs))
  if (old.length === 0) return 0
  await platform.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  return forgetExports(old.map(({ _id }) => _id))
}

import { AppError } from 'types/app-error'
import type { sheetEntries } from 'types/hazard-export'
import { born } from '../../kit/aggregate'
import { tempUrls } from '../../kit/files'
import { isSame } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { Seat } from '../subjects'
import { createExport, findExport, listExportsOf, type ExportDoc } from './export-store'
import { atStart, titleOf } from './volume'

type Entries = typeof sheetEntries

const toJobs = async (docs: readonly ExportDoc[]) => {
  const urls = await tempUrls(docs.flatMap(({ volumes }) => volumes.map(({ fileId }) => fileId)))
  return docs.map(({ _id: id, title, nodeName, state, rows, createdAt: at, volumes }) => ({
    ...{ id, title, state, rows, at },
    volumes: volumes.map(({ fileId, rows: count }, index) => ({
      fileName: `${nodeName}${title}${volumes.length > 1 ? `-${index + 1}` : ''}.xlsx`,
      ...{ url: urls.get(fileId) ?? '', rows: count },
    })),
  }))
}

const jobOf = async (doc: ExportDoc) => {
  const [job] = await toJobs([doc])
  if (!job) throw new AppError('INTERNAL')
  return job
}

/** Asks for a sheet; the clock writes it. The same id again is the same sheet. */
const exportSheet: Handler<Entries['exportSheet'], Seat> = async (
  { _id, nodeId, what },
  { subject: node, caller, now, acting },
) => {
  const title = titleOf(what)
  const data = { title, node: node.name }
  const birth = { _id, state: 'working' as const, under: node.under, subject: `${node.name}${title}`, at: now, data }
  const { personId } = caller
  const asked: ExportDoc = {
    ...born(acting('officer'), birth),
    ...{ personId, nodeId, nodeName: node.name, title, what, cursor: atStart, rows: 0, step: 0, volumes: [] },
  }
  if (await createExport(asked)) return jobOf(asked)
  const present = await findExport(_id)
  if (present?.personId !== personId) throw new AppError('NOT_FOUND')
  if (!isSame(present, asked, ['nodeId', 'what'])) throw new AppError('ALREADY_EXISTS')
  return jobOf(present)
}

/** One's own latest sheets, as long as one still sits where they were drawn. */
const mySheets: Handler<Entries['mySheets']> = async (_input, { caller }) => {
  const docs = await listExportsOf(caller.personId)
  return { items: await toJobs(docs.filter(({ under }) => caller.grants.some(({ nodeId }) => under.includes(nodeId)))) }
}

export const sheetHandlers = { exportSheet, mySheets }

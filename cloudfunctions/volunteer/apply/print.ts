import { AppError } from 'types/app-error'
import { formatDateTime } from 'types/calendar'
import { deriveId } from 'types/ids'
import type { printEntries } from 'types/volunteer-print'
import { record, type Acting, type OutboxItem } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { readLabels } from '../../kit/labels'
import { writeForm } from '../../kit/form-write'
import type { Context, Handler } from '../../kit/serve'
import { applications, listDuePrints, patchPrints } from '../application-store'
import type { ApplicationDoc, StoredPrint } from '../documents'
import { findNode } from '../node-store'
import { lookedAt } from '../privacy/looks'
import { personalOf } from '../views'
import { applicant } from './apply'
import { layOutForm } from './form-layout'
import { removeFiles } from './papers'
import { openHealth, openIdCard, openPhone } from './personal'

type Entries = typeof printEntries
type Order = {
  full: boolean
  mark: string
  acting: Acting
  data: Record<string, unknown>
  push?: Omit<OutboxItem, 'id'>[]
}

const keepMs = 60 * 60_000
const mostKept = 20

const fetchPicture = async (fileId: string | null | undefined): Promise<Buffer | null> => {
  if (!fileId) return null
  return platform.downloadFile({ fileID: fileId }).then(
    ({ fileContent }) => fileContent,
    // A form without its picture is still a form.
    () => null,
  )
}

const cityOf = async ({ unionUnder, node }: ApplicationDoc): Promise<string> => {
  const root = await findNode(unionUnder[0] ?? '')
  return (root?.name ?? node.name).replace(/总?工会$/, '')
}

const write = async (doc: ApplicationDoc, { full, mark }: Order): Promise<Buffer> => {
  const personal = personalOf(doc)
  const [city, labels, photo, signature] = await Promise.all([
    cityOf(doc),
    readLabels(),
    fetchPicture(personal.papers?.photo),
    fetchPicture(personal.papers?.signature),
  ])
  const idCard = full ? openIdCard(doc._id, personal) : personal.idCard.mask
  const phone = full ? openPhone(doc._id, personal) : personal.phone.mask
  const health = openHealth(doc._id, personal)
  return writeForm(layOutForm({ doc, personal, city, labels, idCard, phone, health, photo, signature, mark }))
}

const withPrint = ({ prints = [] }: ApplicationDoc, print: StoredPrint) => {
  const all = [...prints, print]
  return { prints: all, printsDropAt: new Date(Math.min(...all.map(({ at }) => at.getTime())) + keepMs) }
}

const print = async (doc: ApplicationDoc, order: Order, { now, requestId }: Context<ApplicationDoc>) => {
  if ((doc.prints ?? []).length >= mostKept)
    throw new AppError('NOT_ALLOWED_NOW', { message: '这份申请表刚打印过很多次，请一小时后再打印。' })
  const bytes = await write(doc, order)
  const cloudPath = `application/${doc._id}/print/${deriveId('print', requestId)}.docx`
  // The place is noted before anything personal lies there: a crash in between leaves nothing behind.
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: Buffer.from(' ') })
  const set = withPrint(doc, { fileId: fileID, at: now })
  const step = { at: now, set, data: order.data, push: order.push }
  const { version } = await record(applications, doc, order.acting, 'print', step)
  await platform.uploadFile({ cloudPath, fileContent: bytes })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `志愿者申请表 ${personalOf(doc).name}.docx`, url, version }
}

const maskedMark = '身份证号和电话已遮挡'

/** The applicant's own form. Subject, the city's union, write. */
export const printMine: Handler<Entries['printMine'], ApplicationDoc> = async ({ full }, context) => {
  const { subject: doc, now, acting } = context
  const mark = full ? `含完整身份证号，本人打印 · ${formatDateTime(now)}` : maskedMark
  return print(doc, { full, mark, acting: acting('applicant', applicant), data: { full } }, context)
}

/** For reviewers: masked, or with a reason and a mark the whole numbers. Caller, application, the city's union, write. */
export const printForm: Handler<Entries['printForm'], ApplicationDoc> = async ({ reason }, context) => {
  const { subject: doc, grant, caller, now, acting } = context
  const full = Boolean(reason)
  const who = `${grant?.nodeName ?? ''} ${caller.name ?? ''}`
  const mark = full
    ? `含完整身份证号，仅限本用途，用后妥善保管或销毁 · ${who} · ${formatDateTime(now)} · 用途：${reason}`
    : maskedMark
  const actor = grant?.role === 'regulator' ? 'regulator' : 'officer'
  const data = full ? { full, reason } : { full }
  const office = grant?.nodeName ?? ''
  const push = reason ? [lookedAt({ ids: [doc._id], way: 'print', office, reason, at: now })] : []
  return print(doc, { full, mark, acting: acting(actor), data, push }, context)
}

/** Printed forms go after an hour. @returns of how many applications */
export const dropPrints = async (now: Date): Promise<number> => {
  const due = await listDuePrints(now)
  for (const doc of due) {
    const isOver = ({ at }: StoredPrint) => at.getTime() + keepMs <= now.getTime()
    const prints = doc.prints ?? []
    await removeFiles(prints.filter(isOver).map(({ fileId }) => fileId))
    const left = prints.filter((one) => !isOver(one))
    const first = left.map(({ at }) => at.getTime())
    await patchPrints(doc, left, left.length > 0 ? new Date(Math.min(...first) + keepMs) : null)
  }
  return due.length
}

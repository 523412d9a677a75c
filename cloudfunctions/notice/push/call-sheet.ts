import { AppError } from 'types/app-error'
import { formatDate, formatSheetTime } from 'types/calendar'
import { messageMachine } from 'types/notice-message'
import type { pushEntries } from 'types/notice-pushes'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { logCall } from '../../kit/log'
import { errorText } from '../../kit/platform-error'
import { newRequestId } from '../../kit/request-id'
import { tempUrls } from '../../kit/files'
import type { Context, Handler } from '../../kit/serve'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import { listContacts } from '../audience/audience-store'
import type { PushDoc } from '../documents'
import { listMissed } from '../send/message-store'
import {
  findCallSheet,
  forgetCallSheet,
  listSheetsToDrop,
  noteCallSheet,
  noteGoing,
  noteWritten,
  type CallSheet,
} from './call-sheet-store'
import { findPush, pushes } from './push-store'
import { unlessActed } from './unless-acted'
import { headlineOf } from './views'

const mostRows = 1000
/** How long a sheet with numbers can be fetched. */
const sheetMs = 3_600_000
const mostRounds = 4

type Asked = Context<PushDoc>

type Line = { name: string; unit: string; phone: string; result: string; reason: string }

const columns: FormColumn<Line>[] = [
  { title: '序号', width: 6, cell: (_line, index) => index + 1 },
  { title: '姓名', width: 12, cell: ({ name }) => name },
  { title: '单位', width: 28, cell: ({ unit }) => unit },
  { title: '电话', width: 15, align: 'center', cell: ({ phone }) => phone },
  { title: '微信结果', width: 18, cell: ({ result }) => result },
  { title: '原因', width: 26, cell: ({ reason }) => reason },
  { title: '联系情况', width: 22, cell: () => '' },
]

type Missed = Awaited<ReturnType<typeof listMissed>>['missed']

const linesOf = async (missed: Missed): Promise<Line[]> => {
  const openids = missed.flatMap(({ openid }) => openid ?? [])
  const people = new Map(openids.length > 0 ? (await listContacts(openids)).map((one) => [one._id, one]) : [])
  return missed.map(({ openid, name, state, reason }) => {
    const person = people.get(openid ?? '')
    const facts = { unit: person?.unit?.name ?? '', phone: person?.phone ?? '没有留' }
    return {
      name: person?.name ?? name ?? '未留姓名',
      ...facts,
      result: messageMachine.states[state].label,
      reason: reason ?? '',
    }
  })
}

const readLines = async (pushId: string) => {
  const { missed, isCut } = await listMissed(pushId)
  const known = missed.filter(({ openid }) => openid !== null)
  return { lines: await linesOf(known.slice(0, mostRows)), more: known.length > mostRows || isCut }
}

const pathOf = (id: string) => `notice/call-sheets/${id}.xlsx`

/** The sheet of this id, noted before anything personal lies there: a crash in between leaves nothing behind. */
const noted = async (id: string, { subject: push, caller, now }: Asked): Promise<CallSheet> => {
  const { fileID: fileId } = await platform.uploadFile({ cloudPath: pathOf(id), fileContent: Buffer.from(' ') })
  const dropAt = new Date(now.getTime() + sheetMs)
  const sheet = { _id: id, fileId, dropAt, pushId: push._id, by: caller.personId, written: null }
  if (await noteCallSheet(sheet)) return sheet
  const before = await findCallSheet(id)
  if (!before) throw new AppError('SERVICE_BUSY')
  return before
}

const checkOwn = (sheet: CallSheet | null, { subject: push, caller }: Asked) => {
  if (sheet && (sheet.by !== caller.personId || sheet.pushId !== push._id)) throw new AppError('ALREADY_EXISTS')
}

// A retry finds its own event; where something else of the push moved meanwhile it is read again.
const recordOnce = async (push: PushDoc, id: string, rows: number, { acting, now }: Asked): Promise<void> => {
  const isFresh = (at: Date) => now.getTime() - at.getTime() < sheetMs
  const isRecorded = ({ events }: PushDoc) => events.some(({ at, data }) => data.sheet === id && isFresh(at))
  for (let round = 0, doc: PushDoc | null = push; doc && !isRecorded(doc); round++, doc = await findPush(push._id)) {
    const event = { at: now, data: { rows, sheet: id } }
    const isDone = await unlessActed(record(pushes, doc, acting('officer'), 'call-sheet', event))
    if (isDone) return
    if (round === mostRounds) throw new AppError('CONFLICT')
  }
}

const write = async (sheet: CallSheet, lines: readonly Line[], { subject: push, now }: Asked) => {
  const fileContent = await writeSheet({
    ...{ title: '微信没有送到的人', sheet: '电话跟进', columns, rows: lines, orientation: 'landscape' },
    subtitle: `${headlineOf(push)}　${push.audienceWords}　${formatSheetTime(now)}`,
    footer: [`仅用于这次通知的电话跟进，用后请删除。${formatDate(now)}`],
  })
  await platform.uploadFile({ cloudPath: pathOf(sheet._id), fileContent })
}

const answer = async ({ fileId }: CallSheet, written: NonNullable<CallSheet['written']>) => {
  const url = (await tempUrls([fileId])).get(fileId)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: '电话跟进名单.xlsx', url, ...written }
}

/**
 * Up to a thousand whom WeChat did not reach, with their masked numbers; the file goes after an hour. The same id again
 * is the same sheet.
 */
export const callSheet: Handler<(typeof pushEntries)['callSheet'], PushDoc> = async ({ _id }, context) => {
  const { subject: push } = context
  const before = await findCallSheet(_id)
  checkOwn(before, context)
  if (before?.written) return answer(before, before.written)
  const { lines, more } = await readLines(push._id)
  if (lines.length === 0) throw new AppError('NOT_ALLOWED_NOW', { message: '微信都送到了，或者还没有结果，不用导出。' })
  const sheet = before ?? (await noted(_id, context))
  checkOwn(sheet, context)
  await recordOnce(push, _id, lines.length, context)
  await write(sheet, lines, context)
  const written = { rows: lines.length, more }
  if (await noteWritten(_id, written)) return answer(sheet, written)
  // Its hour was over while it was written: nobody would come for this file any more.
  await platform.deleteFile({ fileList: [sheet.fileId] })
  throw new AppError('SERVICE_BUSY')
}

const dropOne = async ({ _id, fileId }: { _id: string; fileId: string }) => {
  await noteGoing(_id)
  await platform.deleteFile({ fileList: [fileId] })
  await forgetCallSheet(_id)
}

/** Sheets with phone numbers go after an hour; one whose file does not go is tried again by the next run. */
export const dropCallSheets = async (now: Date): Promise<number> => {
  const dropped = await Promise.allSettled((await listSheetsToDrop(now)).map(dropOne))
  const failed = dropped.flatMap((one) => (one.status === 'rejected' ? [errorText(one.reason)] : []))
  const line = { requestId: newRequestId(), action: 'drop-call-sheets', ms: 0, trips: 0, code: 'SERVICE_BUSY' }
  for (const reason of failed) logCall({ ...line, reason })
  return dropped.length - failed.length
}

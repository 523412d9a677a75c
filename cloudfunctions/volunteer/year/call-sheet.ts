import { formatDate, formatSheetTime } from 'types/calendar'
import type { yearEntries } from 'types/volunteer-year'
import { AppError } from 'types/app-error'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { open } from '../../kit/sensitive'
import type { Context, Handler } from '../../kit/serve'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import { applications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { lookedAt } from '../privacy/looks'
import { knownBy, nameOf } from './names'
import { teamOf } from './rows'
import { noteCallSheet } from './sheet-store'
import type { YearDoc } from './year-doc'
import { pageYears } from './year-store'

const mostRows = 100
/** How long a sheet with numbers can be fetched. */
const sheetMs = 3_600_000

type Line = { doc: YearDoc; person: ApplicationDoc }

const phoneOf = ({ _id, personal }: ApplicationDoc) =>
  personal ? open(personal.phone.sealed, `applications/${_id}/phone`) : ''

const columns: FormColumn<Line>[] = [
  { title: '序号', width: 6, cell: (_line, index) => index + 1 },
  { title: '姓名', width: 12, cell: ({ person }) => nameOf(person) },
  { title: '工作单位', width: 26, cell: ({ person }) => person.personal?.unit ?? '' },
  { title: '队伍', width: 24, cell: ({ person }) => teamOf(person) ?? '' },
  { title: '联系电话', width: 15, align: 'center', cell: ({ person }) => phoneOf(person) },
  { title: '已参加专题（次）', width: 10, cell: ({ doc }) => doc.times },
  { title: '还差（次）', width: 8, cell: ({ doc }) => doc.need - doc.times },
  { title: '联系情况', width: 24, cell: () => '' },
]

// Each of them can read that his number was taken out, by which office and why.
const noteLooks = (lines: readonly Line[], { acting, grant, now }: Context<NodeDoc>, reason: string) =>
  Promise.all(
    lines.map(({ person }) =>
      record(applications, person, acting('officer'), 'read-phone', {
        ...{ at: now, data: { reason } },
        push: [lookedAt({ ids: [person._id], way: 'export', office: grant?.nodeName ?? '', reason, at: now })],
      }),
    ),
  )

/** Up to a hundred who are short, with their phone numbers, those who did least first; every one of them is noted. */
export const callSheet: Handler<(typeof yearEntries)['callSheet'], NodeDoc> = async ({ year, reason }, context) => {
  const { subject: node, now, requestId } = context
  const { items, more } = await pageYears(node._id, { year, filter: 'short', page: 1, size: mostRows })
  const people = await knownBy(items.map(({ applicationId }) => applicationId))
  const lines = items.flatMap((doc) => {
    const person = people.get(doc.applicationId)
    return person?.personal ? [{ doc, person }] : []
  })
  if (lines.length === 0) throw new AppError('NOT_ALLOWED_NOW', { message: '没有未达标的志愿者，不用导出。' })
  // The place is noted before anything personal lies there: a crash in between leaves nothing behind.
  const cloudPath = sheetPath(now, requestId)
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: Buffer.from(' ') })
  await noteCallSheet({ _id: requestId, fileId: fileID, dropAt: new Date(now.getTime() + sheetMs) })
  await noteLooks(lines, context, reason)
  const fileContent = await writeSheet({
    ...{ title: `${year} 年未达标志愿者电话名单`, sheet: '电话名单', columns, rows: lines, orientation: 'landscape' },
    subtitle: `${node.name}　${formatSheetTime(now)}　用途：${reason}`,
    footer: [`含个人电话，仅用于本次联系，用后请删除。${formatDate(now)}`],
  })
  await platform.uploadFile({ cloudPath, fileContent })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `${year}年未达标志愿者电话名单.xlsx`, url, rows: lines.length, more }
}

const sheetPath = (now: Date, requestId: string) => `volunteer/call-sheets/${now.getTime()}-${requestId}.xlsx`

import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import type { EnterpriseCore } from 'types/documents'
import { gradeLabels, hazardKindLabels } from 'types/hazard'
import { boardId, type BoardRow, type boardEntries } from 'types/hazard-board'
import { periodWord } from 'types/hazard-coverage'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import { readLabels } from '../../kit/labels'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import { findBoard, type BoardDoc } from './board-store'

const dayOf = (day: string | null) => (day ? day.replaceAll('-', '.') : '—')

const columns: readonly FormColumn<BoardRow>[] = [
  { title: '序号', width: 6, cell: (_, index) => index + 1 },
  { title: '编号', width: 18, align: 'center', cell: ({ number }) => number },
  { title: '隐患内容', width: 46, cell: ({ words }) => words },
  { title: '类别', width: 12, align: 'center', cell: ({ kind }) => hazardKindLabels[kind] },
  { title: '等级', width: 8, align: 'center', cell: ({ grade }) => gradeLabels[grade] },
  { title: '整改进展', width: 14, align: 'center', cell: ({ state, late }) => (late ? `${state}，逾期` : state) },
  { title: '整改期限', width: 12, align: 'center', cell: ({ dueOn }) => dayOf(dueOn) },
  { title: '销号日期', width: 12, align: 'center', cell: ({ closedOn }) => dayOf(closedOn) },
]

const paperOf = async ({ enterprise, month, issuer, edition, publishedAt, rows }: BoardDoc) => {
  const { safetyHotline, serviceHotline } = await readLabels()
  return writeSheet({
    ...{ title: `${enterprise.name}隐患整改公示`, sheet: '公示栏', columns, rows },
    subtitle: `${periodWord(month)}　公示单位：${issuer}　第 ${edition} 版　${formatDate(publishedAt)}`,
    footer: [
      `依据《安全生产法》第四十一条向职工通报。发现没有改好的，可以在小程序里拍照反映，或拨打 ${safetyHotline}、${serviceHotline}。`,
    ],
  })
}

/**
 * A published board as a sheet for the notice board: A4, or A3 by the printer, as it stands. It holds what was published and nothing
 * else; the same edition is the same file.
 * @throws AppError NOT_ALLOWED_NOW before it is published
 */
export const printBoard: Handler<(typeof boardEntries)['printBoard'], EnterpriseCore> = async ({
  enterpriseId,
  month,
}) => {
  const doc = await findBoard(boardId(enterpriseId, month))
  if (doc?.state !== 'published') throw new AppError('NOT_ALLOWED_NOW', { message: '先公示，再打印公示的这一版。' })
  const cloudPath = `board/${doc._id}/${doc.edition}.xlsx`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: await paperOf(doc) })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `${doc.enterprise.name}${periodWord(month)}隐患整改公示.xlsx`, url }
}

import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { open } from '../../kit/sensitive'
import type { Handler } from '../../kit/serve'
import { sheetLimits } from '../../kit/sheet-refusals'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import { newRequestId } from '../../kit/request-id'
import { campaigns } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'
import { pageClaims } from './claim-store'
import type { ClaimDoc } from './documents'
import { findOldExports, forgetExports, noteExport } from './export-store'
import { nameAad } from './hand-over'
import { showMoment } from './show-moment'

const pageSize = 500
const keepMs = 3_600_000

const readAll = async (campaignId: string, state: 'handed' | 'held') => {
  const all: ClaimDoc[] = []
  for (let page = 1; all.length <= sheetLimits.rows; page++) {
    const { items, more } = await pageClaims(campaignId, state, page, pageSize)
    all.push(...items)
    if (!more) break
  }
  return all.reverse()
}

const recipientOf = (claim: ClaimDoc, full: boolean): string => {
  if (!claim.handed) return claim.name ?? ''
  return full && claim.handed.name ? open(claim.handed.name, nameAad(claim._id)) : claim.handed.to
}

const columnsOf = (full: boolean): FormColumn<ClaimDoc>[] => [
  { title: '序号', width: 6, cell: (_claim, index) => index + 1 },
  { title: '奖品', width: 22, cell: (claim) => claim.prizeTitle },
  { title: '价值（元）', width: 11, cell: (claim) => claim.value / 100 },
  { title: '领取人', width: 12, cell: (claim) => recipientOf(claim, full) },
  { title: '所在单位', width: 26, cell: (claim) => claim.unit ?? '' },
  { title: '领奖码', width: 13, align: 'center', cell: (claim) => claim.code },
  { title: '领取时间', width: 18, align: 'center', cell: (claim) => (claim.handed ? showMoment(claim.handed.at) : '') },
  { title: '发放人', width: 12, cell: (claim) => claim.handed?.by ?? '' },
  { title: '签字', width: 16, cell: () => '' },
]

const keep = async (path: string, bytes: Buffer, now: Date): Promise<string> => {
  const { fileID } = await platform.uploadFile({ cloudPath: path, fileContent: bytes })
  await noteExport({ _id: newRequestId(), fileId: fileID, at: now })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return url
}

/** The sheet an auditor asks for: pieces handed over, then those still to be fetched with a blank to sign. */
export const signOff: Handler<typeof quizContract.signOff, CampaignDoc> = async (
  { full, reason },
  { subject: contest, now, acting },
) => {
  if (full && !reason) throw new AppError('INVALID_INPUT', { fields: { reason: '导出完整姓名要写明用途' } })
  const rows = [...(await readAll(contest._id, 'handed')), ...(await readAll(contest._id, 'held'))]
  const bytes = await writeSheet({
    title: '奖品签收单',
    subtitle: `${contest.title}　导出时间：${showMoment(now)}`,
    columns: columnsOf(full),
    rows,
    footer: ['经办人：　　　　　　　　　　复核人：　　　　　　　　　　工会（盖章）：'],
  })
  // Written down before anybody can open it.
  const data = { rows: rows.length, full, ...(full ? { reason } : {}) }
  await record(campaigns, contest, acting('officer'), 'sign-off', { at: now, data })
  const url = await keep(`exports/${contest._id}/${newRequestId()}.xlsx`, bytes, now)
  return { fileName: `奖品签收单-${contest.title}.xlsx`, url, rows: rows.length }
}

/** Sheets hold names: an hour is enough to fetch one. */
export const dropExports = async (now: Date) => {
  const old = await findOldExports(new Date(now.getTime() - keepMs))
  if (old.length === 0) return
  await platform.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  await forgetExports(old.map(({ _id }) => _id))
}

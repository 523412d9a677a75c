import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import { mostRosterRows, type rosterEntries } from 'types/volunteer-roster'
import { sexLabels, specialtyLabels } from 'types/volunteer-form'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { readLabels } from '../../kit/labels'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import { openIdCard, openPhone } from '../apply/personal'
import { listApplications } from '../application-store'
import { lookedAt } from '../privacy/looks'
import type { RosterDoc, RosterRowDoc } from './roster'
import { findRoster, forgetFiles, listOldFiles, listRows, noteFile, rosters } from './roster-store'
import { erasedName } from './views'

const keepMs = 3_600_000

/** Full numbers by application; empty for a masked sheet. */
type Numbers = ReadonlyMap<string, { idCard: string; phone: string }>

const changeLabels = { joined: '新增', changed: '有更正', same: '' } as const

/** The twelve columns of the form. */
export const rosterColumns = (numbers: Numbers): FormColumn<RosterRowDoc>[] => [
  { title: '序号', width: 5, cell: ({ no }) => no },
  { title: '姓名', width: 9, align: 'center', cell: ({ person }) => person?.name ?? erasedName },
  { title: '性别', width: 5, align: 'center', cell: ({ person }) => (person ? sexLabels[person.sex] : '') },
  {
    ...{ title: '身份证号', width: 21, align: 'center' },
    cell: ({ applicationId, person }) => numbers.get(applicationId)?.idCard ?? person?.idCard ?? '',
  },
  { title: '工作单位', width: 22, cell: ({ person }) => person?.unit ?? '' },
  { title: '部门及职务', width: 16, cell: ({ person }) => person?.post ?? '' },
  {
    ...{ title: '专业类别', width: 11 },
    cell: ({ person }) => (person?.specialties ?? []).map((one) => specialtyLabels[one]).join('、'),
  },
  {
    ...{ title: '联系电话', width: 13, align: 'center' },
    cell: ({ applicationId, person }) => numbers.get(applicationId)?.phone ?? person?.phone ?? '',
  },
  { title: '工会意见', width: 18, cell: ({ person }) => person?.unionOpinion ?? '' },
  { title: '监管意见', width: 18, cell: ({ person }) => person?.regulatorOpinion ?? '' },
  { title: '队伍', width: 16, cell: ({ person }) => person?.team ?? '' },
  { title: '备注', width: 8, align: 'center', cell: ({ change }) => changeLabels[change] },
]

const numbersOf = async (rows: readonly RosterRowDoc[]): Promise<Numbers> => {
  const docs = await listApplications(rows.filter(({ person }) => person).map(({ applicationId }) => applicationId))
  return new Map(
    docs.flatMap(({ _id, personal }) =>
      personal ? [[_id, { idCard: openIdCard(_id, personal), phone: openPhone(_id, personal) }] as const] : [],
    ),
  )
}

const title = '安全生产社会监督职工志愿者名册汇总表'
const sealBox = (name: string, role: string) => `${role}：${name}（盖章）\n\n\n经办人：　　　　　　　　　年　　月　　日`

/** The sheet of one version. `reason` where it holds full numbers: the paper itself says so. */
export const rosterSheet = async (
  doc: RosterDoc,
  rows: readonly RosterRowDoc[],
  numbers: Numbers,
  reason: string | null,
) => {
  const { paperRegulator } = await readLabels()
  return writeSheet({
    ...{ title, sheet: '名册汇总表', columns: rosterColumns(numbers), rows },
    subtitle: [
      `填报单位：${doc.regulator.name}　　反馈工会：${doc.union.name}　　第 ${doc.no} 版　　${formatDate(doc.sealed.at)}　　共 ${doc.rows} 人`,
      ...(reason ? [`【内部文件，含完整身份证号，不得外传】用途：${reason}`] : []),
    ].join('\n'),
    boxes: [sealBox(doc.union.name, '工会'), sealBox(doc.regulator.name, paperRegulator)],
    footer: [`校验码：${doc.hash.slice(0, 20)}（由本版各行计算，改动任何一行都会不同）`],
  })
}

const keepFile = async (path: string, bytes: Buffer, now: Date) => {
  const { fileID } = await platform.uploadFile({ cloudPath: path, fileContent: bytes })
  await noteFile({ _id: newRequestId(), fileId: fileID, at: now })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return url
}

type Note = Parameters<typeof record<RosterDoc['state'], RosterDoc>>

// Two may fetch the same version at one moment: neither is in the other's way, and both leave their trace.
const note = async (doc: RosterDoc, acting: Note[2], act: string, step: Note[4], tries = 5): Promise<void> => {
  try {
    await record(rosters, doc, acting, act, step)
  } catch (thrown) {
    const now = thrown instanceof AppError && thrown.code === 'CONFLICT' && tries > 0 ? await findRoster(doc._id) : null
    if (!now) throw thrown
    await note(now, acting, act, step, tries - 1)
  }
}

/** One version, wholly, however the roster changes meanwhile. The trace is written before the file leaves. */
export const exportRoster: Handler<typeof rosterEntries.exportRoster, RosterDoc> = async (
  { full, reason },
  { subject: doc, grant, now, acting },
) => {
  if (full && !reason) throw new AppError('INVALID_INPUT', { fields: { reason: '导出完整身份证号要写明用途' } })
  const rows = await listRows(doc.list, mostRosterRows)
  if (rows.length !== doc.rows) throw new AppError('INTERNAL', { reason: `roster ${doc._id}: ${rows.length} rows` })
  const numbers: Numbers = full ? await numbersOf(rows) : new Map()
  const bytes = await rosterSheet(doc, rows, numbers, full ? (reason ?? '') : null)
  const actor = grant?.role === 'regulator' ? 'regulator' : 'officer'
  const data = { no: doc.no, rows: rows.length, full, ...(full ? { reason } : {}) }
  const office = grant?.nodeName ?? ''
  const push = full
    ? [lookedAt({ ids: [...numbers.keys()], way: 'export', office, reason: reason ?? '', at: now })]
    : []
  await note(doc, acting(actor), full ? 'export-full' : 'export', { at: now, data, push })
  const url = await keepFile(`exports/roster/${doc._id}/${newRequestId()}.xlsx`, bytes, now)
  const mark = full ? '（含完整身份证号）' : ''
  return { fileName: `${doc.union.name}名册汇总表第${doc.no}版${mark}.xlsx`, url, rows: rows.length }
}

/** Sheets go an hour after they were made. */
export const dropRosterFiles = async (now: Date): Promise<void> => {
  const old = await listOldFiles(new Date(now.getTime() - keepMs))
  if (old.length === 0) return
  await platform.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  await forgetFiles(old.map(({ _id }) => _id))
}

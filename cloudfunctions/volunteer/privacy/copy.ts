import { AppError } from 'types/app-error'
import { formatDateTime } from 'types/calendar'
import { receiptCode } from 'types/ids'
import { educationLabels, healthLabels, politicalLabels, sexLabels, specialtyLabels } from 'types/volunteer-form'
import { copyKeepMinutes, kept, keptByLaw } from 'types/volunteer-keep'
import { lookWays, type privacyEntries } from 'types/volunteer-privacy'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import { applicant } from '../apply/apply'
import { filesOf, removeFiles } from '../apply/papers'
import { openHealth, openIdCard, openPhone } from '../apply/personal'
import { applications } from '../application-store'
import type { ApplicationDoc, StoredOpinion } from '../documents'
import { personalOf } from '../views'
import { dropCopies, findCopy, listCopiesBefore, listCopiesOf, noteCopy, type CopyDoc } from './copy-store'
import { pageOfLooks } from './look-store'

const told = (at: Date | null | undefined) => (at ? formatDateTime(at) : null)

const form = (doc: ApplicationDoc) => {
  const personal = personalOf(doc)
  return {
    ...{ 姓名: personal.name, 性别: sexLabels[personal.sex], 出生日期: personal.birthDate },
    ...{ 身份证号: openIdCard(doc._id, personal), 手机号: openPhone(doc._id, personal), 微信: personal.wechat },
    ...{ 民族: personal.ethnicity, 籍贯: personal.nativePlace, 政治面貌: politicalLabels[personal.political] },
    ...{ 学历: educationLabels[personal.education], 健康状况: healthLabels[openHealth(doc._id, personal)] },
    ...{ 工作单位: personal.unit, 部门及职务: personal.post, 经历: personal.experience },
    专业类别: doc.specialties.map((one) => specialtyLabels[one]),
    图片: filesOf(personal.papers).length,
  }
}

const opinion = (given: StoredOpinion | null) =>
  given && { 单位: given.unit, 结论: given.approved ? '通过' : '未通过', 意见: given.words, 时间: told(given.at) }

const whole = async (doc: ApplicationDoc, now: Date) => {
  const looks = await pageOfLooks(doc._id, { page: 1, size: 500 })
  return {
    说明: `${formatDateTime(now)}由本人导出，含完整身份证号和手机号，请妥善保管，不要转发。`,
    申请编号: receiptCode(doc._id),
    申请表: form(doc),
    ...{ 受理工会: doc.node.name, 监管部门: doc.regulator?.name ?? null, 列入名册: told(doc.enrolledAt) },
    ...{ 工会意见: opinion(doc.unionOpinion), 监管意见: opinion(doc.regulatorOpinion) },
    队伍: (doc.teamHistory ?? []).map(({ name, from, to, why }) => ({
      队名: name,
      自: told(from),
      至: told(to),
      原因: why,
    })),
    同意记录: doc.consents.map(({ version, at }) => ({ 说明版本: version, 时间: told(at) })),
    谁看过我的完整号码: looks.items.map(({ at, office, way, reason }) => ({
      ...{ 时间: told(at), 单位: office, 事由: reason, 方式: lookWays[way] },
    })),
    办理经过: doc.events.map(({ at, verb }) => ({ 时间: told(at), 事项: verb })),
    ...{ 保存说明: kept, 依法保留: keptByLaw },
  }
}

const answer = async ({ fileId, at }: CopyDoc) => {
  const url = (await tempUrls([fileId])).get(fileId)
  if (!url) throw new AppError('NOT_FOUND', { message: '这份文件已经删除，请重新导出。' })
  return { fileName: '我的志愿者资料.json', url, until: new Date(at.getTime() + copyKeepMinutes * 60_000) }
}

/** Everything that is kept of oneself as a file; it goes after an hour. The same id again is the same file. */
export const copyMyData: Handler<(typeof privacyEntries)['copyMyData'], ApplicationDoc> = async (
  { _id },
  { subject: doc, now, acting },
) => {
  const before = await findCopy(_id)
  if (before) {
    if (before.applicationId !== doc._id) throw new AppError('ALREADY_EXISTS')
    return answer(before)
  }
  const fileContent = Buffer.from(JSON.stringify(await whole(doc, now), null, 2), 'utf8')
  const cloudPath = `mine/${_id}/data.json`
  // The place is noted before anything personal lies there: a crash in between leaves nothing behind.
  const { fileID: fileId } = await platform.uploadFile({ cloudPath, fileContent: Buffer.from(' ') })
  const copy = { _id, applicationId: doc._id, fileId, at: now }
  if (!(await noteCopy(copy))) throw new AppError('CONFLICT')
  await record(applications, doc, acting('applicant', applicant), 'copy-data', { at: now })
  await platform.uploadFile({ cloudPath, fileContent })
  return answer(copy)
}

const drop = async (copies: readonly CopyDoc[]) => {
  if (copies.length === 0) return
  await removeFiles(copies.map(({ fileId }) => fileId))
  await dropCopies(copies.map(({ _id }) => _id))
}

/** Copies whose hour is over. @returns how many */
export const dropOldCopies = async (now: Date): Promise<number> => {
  const old = await listCopiesBefore(new Date(now.getTime() - copyKeepMinutes * 60_000), 50)
  await drop(old)
  return old.length
}

export const forgetCopies = async (applicationId: string) => drop(await listCopiesOf(applicationId))

import { AppError } from 'types/app-error'
import { formatDate, formatDateTime, startOfDay } from 'types/calendar'
import { deriveId } from 'types/ids'
import { hoursWord } from 'types/volunteer-activity-hours'
import { activityKinds } from 'types/volunteer-activity-kinds'
import { reportMachine, type reportEntries } from 'types/volunteer-report'
import { born, move } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { writeLetter } from '../../kit/letter-write'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { ActivityDoc } from '../activity/activity'
import { listAttendees } from '../activity/activity-store'
import { findRegulatorFor, type NodeDoc } from '../node-store'
import { listPhotos, pageOfWall } from '../wall/wall-store'
import { createReport, findReport, pageOfReports, reports, type Figures, type ReportDoc } from './report-store'

type Entries = typeof reportEntries

const came = ['present', 'served']
const asked = [...came, 'joined', 'absent', 'excused']

const figuresOf = async (activityId: string): Promise<Figures> => {
  const people = await listAttendees(activityId, ['state', 'minutes'])
  const count = (states: readonly string[]) => people.filter(({ state }) => states.includes(state)).length
  const minutes = people.filter(({ state }) => state === 'served').reduce((sum, one) => sum + one.minutes, 0)
  return { joined: count(asked), present: count(came), absent: count(['absent']), minutes }
}

const headOf = (activity: ActivityDoc) => ({
  ...{ title: activity.title, kind: activityKinds[activity.kind].label, place: activity.place },
  ...{ startsAt: activity.startsAt, endsAt: activity.endsAt },
})

/** A first draft; the organiser writes it better. */
const draftOf = ({ title, place, startsAt, node }: ActivityDoc, { present, minutes }: Figures) =>
  `${formatDate(startsAt)}，${node.name}在${place}组织了“${title}”，${present} 名志愿者参加，共服务 ${hoursWord(minutes)}。`

const reportId = (activityId: string) => deriveId('activity-report', activityId)

/** Pictures that may be chosen, or were: only what is shown on the wall. */
const picturesOf = async (docs: readonly { _id: string; state: string; fileId: string | null }[]) => {
  const shown = docs.filter(({ state, fileId }) => state === 'shown' && fileId)
  const urls = await tempUrls(shown.flatMap(({ fileId }) => fileId ?? []))
  return shown.map(({ _id: id, fileId }) => ({ id, url: urls.get(fileId ?? '') ?? '' }))
}

const checkDone = ({ state }: ActivityDoc) => {
  if (state !== 'done') throw new AppError('NOT_ALLOWED_NOW', { message: '活动确认结束之后再写简报，数字才准。' })
}

export const newReport: Handler<Entries['newReport'], ActivityDoc> = async (_input, { subject: activity }) => {
  checkDone(activity)
  const [figures, before, wall] = await Promise.all([
    figuresOf(activity._id),
    findReport(reportId(activity._id)),
    pageOfWall(activity._id, ['shown'], { page: 1, size: 50 }),
  ])
  return {
    ...{ ...headOf(activity), nodeName: activity.node.name, figures, photos: await picturesOf(wall.items) },
    ...{ reportId: before?._id ?? null, version: before?.version ?? null, chosen: before?.photos ?? [] },
    ...{ words: before?.words ?? draftOf(activity, figures), findings: before?.findings ?? 0 },
  }
}

const checkPhotos = async (activityId: string, ids: readonly string[]) => {
  const found = ids.length > 0 ? await listPhotos(ids) : []
  const fits = found.filter((photo) => photo.activityId === activityId && photo.state === 'shown')
  if (fits.length !== new Set(ids).size)
    throw new AppError('INVALID_INPUT', { fields: { photos: '有照片已经撤下，请重新选择' } })
}

const doneOf = ({ _id, state, version }: ReportDoc) => ({ id: _id, state, version })

/** Written the first time without a version, afterwards with the one that was seen. */
export const writeReport: Handler<Entries['writeReport'], ActivityDoc> = async (
  { version, words, findings, photos },
  { subject: activity, now, acting },
) => {
  checkDone(activity)
  await checkPhotos(activity._id, photos)
  const officer = acting('officer')
  const _id = reportId(activity._id)
  const content = { words, findings, photos, figures: await figuresOf(activity._id) }
  const before = await findReport(_id)
  if (before && version !== null) {
    const same = isSame({ ...before, words, findings, photos }, before, ['words', 'findings', 'photos'])
    return move(reports, reportMachine, before, officer, 'revise', version, { at: now, set: content, same })
  }
  // The regulator of the same level reads reports too.
  const under = [...activity.under, ...((await findRegulatorFor(activity.under))?.under ?? [])]
  const birth = {
    _id,
    state: 'written' as const,
    under,
    subject: `活动简报 ${activity.title}`,
    at: now,
  }
  const doc: ReportDoc = {
    ...{ ...born(officer, birth), ...headOf(activity), activityId: activity._id, node: activity.node, ...content },
  }
  if (!before && (await createReport(doc))) return doneOf(doc)
  const stands = before ?? (await findReport(_id))
  if (!stands || !isSameAuthor(stands, doc) || !isSame(stands, doc, ['words', 'findings', 'photos']))
    throw new AppError('CONFLICT')
  return doneOf(stands)
}

const spanOf = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: startOfDay(`${month}-01`), to: startOfDay(`${next}-01`) }
}

export const reportsOf: Handler<Entries['reports'], NodeDoc> = async ({ month, page, size }, { subject: node }) => {
  const { items, more } = await pageOfReports(node._id, month ? spanOf(month) : null, { page, size })
  return {
    items: items.map(
      ({ _id: id, activityId, title, node: { name: nodeName }, startsAt, figures, findings, version }) => ({
        ...{ id, activityId, title, nodeName, startsAt, figures, findings, version },
      }),
    ),
    more,
  }
}

export const report: Handler<Entries['report'], ReportDoc> = async (_input, { subject: doc, grant }) => {
  const { _id: id, activityId, title, kind, node, place, startsAt, endsAt, figures, words, findings } = doc
  const chosen = doc.photos.length > 0 ? await listPhotos(doc.photos) : []
  return {
    ...{ id, activityId, title, kind, nodeName: node.name, place, startsAt, endsAt, figures, words, findings },
    ...{ photos: await picturesOf(chosen), version: doc.version, writtenAt: doc.updatedAt },
    mayRevise: grant?.role === 'officer',
  }
}

const paperOf = (doc: ReportDoc) => {
  const { joined, present, absent, minutes } = doc.figures
  const counted = [`报名 ${joined} 人`, `到场 ${present} 人`, `未到场 ${absent} 人`, `服务时长 ${hoursWord(minutes)}`]
  const heading = (text: string) => ({ text, heading: true })
  return {
    ...{ issuer: doc.node.name, number: '', title: `“${doc.title}”活动简报`, to: '各有关单位' },
    body: [
      ...[heading('一、基本情况'), { text: `时间：${formatDateTime(doc.startsAt)}至${formatDateTime(doc.endsAt)}` }],
      ...[{ text: `地点：${doc.place}` }, { text: `内容：${doc.kind}` }],
      ...[heading('二、参加情况'), { text: `${counted.join('，')}。` }],
      ...[heading('三、活动情况'), { text: doc.words }],
      ...(doc.findings > 0
        ? [heading('四、发现隐患'), { text: `现场发现隐患 ${doc.findings} 处，已按程序反映。` }]
        : []),
    ],
    ...{ signer: doc.node.name, signedOn: formatDate(doc.updatedAt), notes: [] },
  }
}

/** The report as a Word document; it holds no names. */
export const printReport: Handler<Entries['printReport'], ReportDoc> = async (_input, { subject: doc }) => {
  const paper = paperOf(doc)
  const cloudPath = `report/${doc._id}/${doc.version}.docx`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: await writeLetter(paper) })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `${paper.title}.docx`, url }
}

export const reportHandlers = { reports: reportsOf, report, newReport, writeReport, printReport }

export const reportSubjects = {
  report: {
    load: (input: { id: string }) => findReport(input.id),
    under: (doc: ReportDoc) => doc.under,
  },
}

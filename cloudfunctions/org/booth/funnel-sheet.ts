import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import { aimWords } from 'types/drive-aims'
import { boothMachine } from 'types/org-booth'
import type { funnelEntries } from 'types/org-funnel'
import { fewWords } from 'types/told-number'
import type { ToldCounts } from 'types/visit-counts'
import { creditHours, visitStageLabels, visitStages } from 'types/visit-source'
import { born } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { bookSheet, writeBook, type FormColumn, type SheetForm } from '../../kit/sheet-write'
import { readFunnel, type Funnel } from './funnel'
import type { NodeDoc } from '../documents'
import { createExport, findExport, type ExportDoc } from '../register/export-store'
import { answerExport } from '../register/export'

const stageColumns = <Row>(counts: (row: Row) => ToldCounts): FormColumn<Row>[] =>
  visitStages.map((stage) => ({
    title: visitStageLabels[stage],
    width: 12,
    cell: (row) => counts(row)[stage] ?? fewWords,
  }))

/** How a step is counted, as it stands under every figure. */
const rule = `口径：扫码${creditHours}小时内做的事，算给${creditHours}小时内最先扫的那个展台；换展台重复扫码只加扫码次数。隐患按件计，其他按人计。`

/** What the figures of a drive are held against: a line a goal. */
const aimLines = ({ drive, totals }: Funnel): string[] => {
  const words = drive ? aimWords(drive.goals, totals) : {}
  return visitStages.flatMap((stage) => (words[stage] ? [`${visitStageLabels[stage]}：${words[stage]}。`] : []))
}
const spanOf = ({ drive }: Funnel) =>
  drive ? `只算活动期间 ${formatDate(`${drive.from}T04:00:00Z`)} 至 ${formatDate(`${drive.to}T04:00:00Z`)}，` : ''

const boothSheet = (funnel: Funnel): SheetForm<Funnel['booths'][number]> => ({
  ...{ title: `${funnel.title}展台成效`, sheet: '各展台', rows: funnel.booths, footer: [rule, ...aimLines(funnel)] },
  columns: [
    { title: '展台', width: 24, cell: ({ name }) => name },
    { title: '地点', width: 24, cell: ({ place }) => place },
    { title: '状态', width: 10, cell: ({ state }) => boothMachine.states[state].label },
    ...stageColumns<Funnel['booths'][number]>(({ counts }) => counts),
    { title: '改道后扫旧码', width: 14, cell: ({ redirected }) => redirected },
  ],
})

/** Why an hour has words where a number would stand. */
const fewRule = `一个时段里上报隐患、报名志愿者${fewWords}的不写具体数，免得认出是谁。`

type Line = { title: string; counts: ToldCounts }
const lineSheet = (title: string, sheet: string, head: string, rows: Line[]): SheetForm<Line> => ({
  ...{ title, sheet, rows },
  columns: [{ title: head, width: 14, cell: (row) => row.title }, ...stageColumns<Line>(({ counts }) => counts)],
})

const hourSheet = ({ title, hours }: Funnel, day: string) => {
  const rows = hours.map((counts, hour) => ({ title: `${String(hour).padStart(2, '0')}:00`, counts }))
  return bookSheet({ ...lineSheet(`${title} ${day}各时段`, '各时段', '时段', rows), footer: [fewRule] })
}

const daySheet = ({ title, days }: Funnel) => {
  const rows = days.map(({ day, counts }) => ({ title: day, counts }))
  return bookSheet(lineSheet(`${title}各日`, '各日', '日期', rows))
}

const draw = async (funnel: Funnel, now: Date) => {
  const day = formatDate(`${funnel.day}T04:00:00Z`)
  const bytes = await writeBook([
    bookSheet({ ...boothSheet(funnel), subtitle: `${spanOf(funnel)}截至 ${formatDate(now)}` }),
    hourSheet(funnel, day),
    daySheet(funnel),
  ])
  return (await platform.uploadFile({ cloudPath: `exports/org/${newRequestId()}.xlsx`, fileContent: bytes })).fileID
}

/** The funnel as a sheet: booths, hours, days. The same id again is the same sheet. */
export const exportFunnel: Handler<(typeof funnelEntries)['exportFunnel'], NodeDoc> = async (
  { _id, ...what },
  { subject: node, caller, acting, now },
) => {
  const asked = JSON.stringify({ ...what, nodeId: node._id })
  const before = await findExport(_id)
  if (before) {
    if (before.personId !== caller.personId || before.asked !== asked) throw new AppError('ALREADY_EXISTS')
    return answerExport(before)
  }
  const funnel = await readFunnel(node, what, now)
  const fileId = await draw(funnel, now)
  const rows = funnel.booths.length
  const birth = { _id, state: 'made' as const, under: node.under, subject: `${funnel.title}展台成效`, at: now }
  const doc: ExportDoc = {
    ...born(acting('officer'), { ...birth, data: { rows } }),
    ...{ personId: caller.personId, fileId, rows, asked, fileName: `${funnel.title}展台成效.xlsx` },
  }
  return answerExport((await createExport(doc)) ? doc : ((await findExport(_id)) ?? doc))
}

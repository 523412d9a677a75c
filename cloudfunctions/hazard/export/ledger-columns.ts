import { formatDate, formatSheetTime } from 'types/calendar'
import { gradeLabels, hazardKindLabels, isListed } from 'types/hazard'
import { classLabel } from 'types/hazard-dictionary'
import { hazardMachine } from 'types/hazard-machine'
import { campaignGradeLabels, recordLabels, sourceLabels } from 'types/hazard-record'
import type { FormColumn } from '../../kit/sheet-write'
import type { HazardDoc } from '../hazard'

const dayOf = (at: Date | null | undefined) => (at ? formatSheetTime(at).slice(0, 10) : '')
const lastOf = ({ events }: HazardDoc, act: string) => events.filter((event) => event.act === act).at(-1)?.at

const accidentOf = (classes: HazardDoc['classes']) =>
  classes?.accident ? (classLabel('accident', classes.accident) ?? '') : ''
const closedOn = (doc: HazardDoc) => (doc.state === 'closed' ? dayOf(lastOf(doc, 'close')) : '')
const suggested = (words: string) => (words.startsWith('建议') ? words : `建议：${words}`)
const standing = (doc: HazardDoc) =>
  [
    hazardMachine.states[doc.state].label,
    ...(doc.overdue ? ['逾期'] : []),
    ...(isListed(doc) ? ['挂牌督办'] : []),
  ].join('，')

/**
 * The ledger as it is handed in: what was found, through whom, the five commitments (责任、措施、资金、时限、预案) and how it
 * stands. Nothing in it tells who reported.
 */
export const ledgerColumns: readonly FormColumn<HazardDoc>[] = [
  { title: '序号', width: 5, cell: (_, index) => index + 1 },
  { title: '编号', width: 16, align: 'center', cell: ({ serial, code }) => serial ?? code },
  { title: '企业', width: 16, cell: ({ enterprise }) => enterprise?.name ?? '' },
  { title: '地点', width: 12, cell: ({ place }) => place },
  { title: '隐患内容', width: 24, cell: ({ words }) => words },
  { title: '记录类型', width: 9, align: 'center', cell: ({ record }) => (record ? recordLabels[record] : '') },
  { title: '类别', width: 9, align: 'center', cell: ({ kind }) => hazardKindLabels[kind] },
  { title: '事故类别', width: 9, align: 'center', cell: ({ classes }) => accidentOf(classes) },
  { title: '等级', width: 6, align: 'center', cell: ({ grade }) => (grade ? gradeLabels[grade] : '') },
  { title: '活动分级', width: 6, align: 'center', cell: ({ level }) => (level ? campaignGradeLabels[level] : '') },
  { title: '来源', width: 9, align: 'center', cell: ({ source }) => (source ? sourceLabels[source] : '') },
  { title: '发现日期', width: 11, align: 'center', cell: ({ createdAt }) => dayOf(createdAt) },
  { title: '交办日期', width: 11, align: 'center', cell: ({ handedAt }) => dayOf(handedAt) },
  { title: '整改责任', width: 10, cell: ({ plan }) => plan?.answerable ?? '' },
  {
    title: '整改措施',
    width: 22,
    cell: ({ plan, suggestion }) => plan?.measures ?? (suggestion ? suggested(suggestion) : ''),
  },
  { title: '整改资金（元）', width: 8, cell: ({ plan }) => plan?.money ?? '' },
  { title: '整改时限', width: 11, align: 'center', cell: ({ plan, dueAt }) => dayOf(plan?.dueAt ?? dueAt) },
  { title: '预案', width: 14, cell: ({ plan }) => plan?.emergency ?? '' },
  { title: '整改情况', width: 16, cell: ({ answer }) => answer?.words ?? '' },
  { title: '现状', width: 8, align: 'center', cell: standing },
  { title: '销号日期', width: 11, align: 'center', cell: closedOn },
  { title: '办理工会', width: 12, cell: ({ node }) => node.name },
]

/** `2026年6月10日 10:00 导出`, for the line under the title. */
export const drawnAt = (now: Date) => `${formatDate(now)}导出`

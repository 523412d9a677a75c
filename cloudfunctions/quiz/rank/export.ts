import { AppError } from 'types/app-error'
import { formatDateTime, formatDate } from 'types/calendar'
import { receiptCode } from 'types/ids'
import type { quizContract } from 'types/quiz'
import { rankByLabels } from 'types/quiz-rank'
import type { Rules } from 'types/quiz-rules'
import { record } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { sheetLimits } from '../../kit/sheet-refusals'
import { bookSheet, writeBook, type FormColumn } from '../../kit/sheet-write'
import { campaigns } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'
import { findNode } from '../node-store'
import { noteExport } from '../prize/export-store'
import { readNames, readPlayers, type Player } from './export-rows'
import type { UnitRankDoc } from './rank-documents'
import { allRows } from './rank-store'
import { withRanks, type Ranked } from './ranked-players'

const percent = (share: number) => `${(share * 100).toFixed(1)}%`
const sealed = ['经办人：　　　　　　　　　　复核人：　　　　　　　　　　工会（盖章）：']
const cutWord = `人数超过一张表能放的 ${sheetLimits.rows} 行，只列出名次靠前的这些。`

type Unit = UnitRankDoc & { rank: number | null }

const rankUnits = (rows: readonly UnitRankDoc[], by: Rules['ranking']['units']): Unit[] => {
  const sorted = [...rows].sort((a, b) => b.keys[by] - a.keys[by] || (a._id < b._id ? -1 : 1))
  const isCompared = ({ shown }: UnitRankDoc) => shown.enough || (by !== 'rate' && by !== 'average')
  return sorted.map((row) => ({
    ...row,
    rank: isCompared(row) ? sorted.findIndex(({ keys }) => keys[by] === row.keys[by]) + 1 : null,
  }))
}

const unitColumns = (own: string): FormColumn<Unit>[] => [
  { title: '序号', width: 6, cell: (_, index) => index + 1 },
  { title: '单位', width: 30, cell: ({ name }) => name },
  { title: '所属工会', width: 22, cell: ({ regionName, below }) => regionName ?? (below ? own : '其他工会') },
  { title: '职工人数', width: 10, cell: ({ workers }) => workers },
  { title: '参与人数', width: 10, cell: ({ shown }) => shown.players },
  { title: '参与率', width: 10, align: 'center', cell: ({ shown }) => percent(shown.rate) },
  { title: '人均得分', width: 10, cell: ({ shown }) => shown.average },
  { title: '人均积分', width: 10, cell: ({ shown }) => shown.strength },
  { title: '总分', width: 10, cell: ({ points }) => points },
  { title: '满分人数', width: 10, cell: ({ perfect }) => perfect },
  { title: '未核实人数', width: 11, cell: ({ unverified }) => unverified },
  { title: '名次', width: 8, align: 'center', cell: ({ rank }) => rank ?? '—' },
]

const papersOf = ({ levels }: Player) => Object.values(levels).reduce((sum, { tries }) => sum + tries, 0)

const playerColumns = (names: ReadonlyMap<string, string> | null): FormColumn<Ranked>[] => [
  { title: '名次', width: 8, align: 'center', cell: ({ rank }) => rank ?? '—' },
  { title: '编号', width: 14, align: 'center', cell: ({ _id }) => receiptCode(_id) },
  { title: '姓名', width: 14, cell: ({ openid, name }) => names?.get(openid) ?? name ?? '' },
  { title: '单位', width: 30, cell: ({ unit }) => unit?.name ?? '' },
  {
    title: '单位核实',
    width: 10,
    align: 'center',
    cell: ({ unit }) => (unit ? (unit.verified ? '已核实' : '未核实') : ''),
  },
  { title: '积分', width: 10, cell: ({ points }) => points },
  { title: '满分卷', width: 10, cell: ({ perfect }) => perfect },
  { title: '答卷数', width: 10, cell: papersOf },
  { title: '备注', width: 26, cell: ({ excluded }) => (excluded ? `不计名次：${excluded.reason}` : '') },
]

const absentColumns = (own: string): FormColumn<UnitRankDoc>[] => [
  { title: '序号', width: 6, cell: (_, index) => index + 1 },
  { title: '单位', width: 34, cell: ({ name }) => name },
  { title: '所属工会', width: 26, cell: ({ regionName }) => regionName ?? own },
  { title: '职工人数', width: 10, cell: ({ workers }) => workers },
]

const howRanked = ({ units, onlyScorers }: Rules['ranking']) =>
  `名次按${rankByLabels[units]}排列；人均积分＝总分÷职工人数（不足 10 人按 10 人计）。` +
  (onlyScorers ? '只统计有积分的职工。' : '')

const draw = async (contest: CampaignDoc, full: boolean, now: Date) => {
  const own = (await findNode(contest.nodeId))?.name ?? ''
  const [units, absent] = [await allRows(contest._id, 'unit'), await allRows(contest._id, 'absent')]
  const { players, cut } = await readPlayers(contest._id)
  const { ranking } = contest.rules
  const days = `活动时间：${formatDate(contest.opensAt)}至${formatDate(contest.closesAt)}`
  const subtitle = `主办单位：${own}　${days}　导出时间：${formatDateTime(now)}`
  const form = (sheet: string) => ({ sheet, title: `${contest.title}${sheet}`, subtitle })
  const most = sheetLimits.rows
  const bytes = await writeBook([
    bookSheet({
      ...{ ...form('单位参与情况'), columns: unitColumns(own), footer: [howRanked(ranking), ...sealed] },
      rows: rankUnits(units, ranking.units).slice(0, most),
    }),
    bookSheet({
      ...{ ...form('个人成绩'), columns: playerColumns(full ? await readNames(players) : null) },
      ...{ rows: withRanks(contest.rules, players), footer: [...(cut ? [cutWord] : []), ...sealed] },
    }),
    bookSheet({ ...form('未参与单位'), columns: absentColumns(own), rows: absent.slice(0, most), footer: sealed }),
  ])
  return { bytes, units: units.length, players: players.length }
}

const keep = async (contest: CampaignDoc, bytes: Buffer, now: Date): Promise<string> => {
  const cloudPath = `exports/${contest._id}/${newRequestId()}.xlsx`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: bytes })
  await noteExport({ _id: newRequestId(), fileId: fileID, at: now })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return url
}

/** The sheets a union hands in after a contest. Full names are written down with their purpose before anybody has them. */
export const exportResults: Handler<typeof quizContract.exportResults, CampaignDoc> = async (
  { full, reason },
  { subject: contest, now, acting },
) => {
  if (full && !reason) throw new AppError('INVALID_INPUT', { fields: { reason: '导出完整姓名要写明用途' } })
  const { bytes, units, players } = await draw(contest, full, now)
  const data = { units, players, full, ...(full ? { reason } : {}) }
  await record(campaigns, contest, acting('officer'), 'export-results', { at: now, data })
  return { fileName: `${contest.title}成绩.xlsx`, url: await keep(contest, bytes, now), units, players }
}

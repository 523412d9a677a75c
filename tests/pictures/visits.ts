import { deriveId } from 'types/ids'
import type { Step } from '../support/pictures'
import { activityVisits } from './visits-activity'
import { driveVisits } from './visits-drive'
import { teamVisits } from './visits-team'
import { reviewVisits } from './visits-review'
import { yearVisits } from './visits-year'

/** How a page is reached: who goes there, where they start and what they tap. Pages not named here are opened by their address. */
export type Visit = {
  /** Role of a demonstration persona (personas.json); a newcomer otherwise. */
  role?: string
  /** Page opened first, with its query; the page itself when absent. */
  start?: string
  /** Query the page itself is opened with in the states that need no content. */
  query?: string
  /** What is done one after another. */
  taps?: readonly Step[]
}

export const worker = '职工'
export const officer = '市总工会干部'
export const fixer = '企业整改责任人'
export const leader = '班组长'
export const chair = '企业工会主席'
/** No persona of the demonstration. */
export const newcomer = '新访客'

const unknown = 'A'.repeat(22)
/** The contest of the demonstration. */
export const running = `campaignId=${deriveId('seed-campaign', '安全生产月')}`
/** Names what does not exist. */
const nothing = `id=${unknown}&campaignId=${unknown}`

/** By page, or by the beginning of its path. The longest match counts. */
export const visits: Record<string, Visit> = {
  ...activityVisits,
  ...driveVisits,
  ...teamVisits,
  ...yearVisits,
  ...reviewVisits,
  pages: { role: worker },
  'pages/scan': { role: worker, query: `scene=${encodeURIComponent(`b=${unknown}`)}` },
  packages: { role: worker },
  'packages/contest': { role: officer },
  'packages/desk': { role: officer },
  'packages/hazard/fix': { role: fixer },
  'packages/hazard/report-for': { role: leader },
  'packages/office': { role: officer },
  'packages/outreach': { role: officer },
  'packages/outreach/booth-code': {
    role: officer,
    start: 'packages/outreach/booths',
    taps: [{ press: '整批海报：安全生产月广场宣传日' }],
    query: nothing,
  },
  'packages/outreach/booth-funnel': {
    role: officer,
    start: 'packages/outreach/booths',
    taps: [{ press: '成效：安全生产月广场宣传日' }],
  },
  'packages/desk/hazard': { role: officer, start: 'packages/desk/ledger', taps: ['.card-press'], query: nothing },
  // With a picture in it: walks.
  'packages/hazard/redact': { role: worker, query: 'kept=gone' },
  'packages/hazard/board': {
    role: worker,
    start: 'packages/hazard/mine',
    taps: ['看本单位隐患公示'],
    query: `e=${unknown}`,
  },
  'packages/office/coverage': { role: officer },
  'packages/office/hazard-board': {
    role: officer,
    start: 'packages/office/hazard-board',
    taps: ['哪家企业', '.sheet .list-row-press'],
    query: nothing,
  },
  'packages/hazard/award': {
    role: worker,
    start: 'packages/hazard/mine',
    taps: ['看奖励公示', '.list-row-press'],
    query: `id=${unknown}`,
  },
  'packages/office/awards': { role: officer },
  'packages/office/award': {
    role: officer,
    start: 'packages/office/awards',
    taps: ['第二批排查奖励'],
    query: nothing,
  },
  'packages/office/award-new': {
    role: officer,
    start: 'packages/office/awards',
    taps: ['拟一批名单'],
    query: `id=${unknown}`,
  },
  'packages/office/letter': {
    role: officer,
    start: 'packages/office/hazard-letters',
    taps: ['.list-row-press'],
    query: nothing,
  },
  'packages/office/letter-new': {
    role: officer,
    start: 'packages/office/hazard-letters',
    taps: ['草稿', '修改'],
    query: 'hazard=AAAAAAAAAAAAAAAAAAAAAA',
  },
  'packages/org/tree': { role: officer },
  'packages/org/node': { role: officer, start: 'packages/org/tree', taps: ['东原区总工会', '管理这个组织'] },
  'packages/org/node-move': {
    role: officer,
    start: 'packages/org/tree',
    query: `node=${unknown}`,
    taps: [
      '东原区总工会',
      ...['槐荫街道总工会', '管理这个组织', '调整隶属', '请选择新的上级'],
      ...['西岭区总工会', '选“西岭区总工会”'],
    ],
  },
  'packages/org/register': { role: officer },
  'packages/org/enterprise': {
    role: officer,
    start: 'packages/org/register',
    taps: ['.list-row-press'],
    query: nothing,
  },
  'packages/org/enterprise-edit': {
    role: officer,
    start: 'packages/org/register',
    taps: ['.list-row-press', '修改资料'],
    query: nothing,
  },
  // Not one of an enterprise, whose names they begin with.
  'packages/org/enterprise-new': { role: officer },
  'packages/org/sheet-import': { role: officer },
  'packages/org/managers': { role: officer },
  'packages/org/people': { role: officer },
  'packages/org/invite-new': { role: officer },
  'packages/org/node-new': { role: officer },
  'packages/org/regulators': { role: officer },
  'packages/org/labels': { role: officer },
  'packages/corps/handovers': { role: officer },
  'packages/corps/application': {
    role: '区总工会干部',
    start: 'packages/corps/queue',
    taps: ['汤思源'],
    query: nothing,
  },
  'packages/hazard/view': { role: worker, start: 'packages/hazard/mine', taps: ['.card-press'], query: nothing },
  'packages/hazard/fix-detail': {
    role: fixer,
    start: 'packages/hazard/fix-list',
    taps: ['.card-press'],
    query: nothing,
  },
  // Somebody else's paper: while the worker had one in hand, his results and practice would have to wait.
  'packages/quiz/paper': { role: newcomer, start: 'pages/quiz/index', taps: ['.button-primary'], query: nothing },
  'packages/quiz/practice': {
    role: worker,
    start: 'pages/quiz/index',
    taps: ['.level-map-row', '练习这一关'],
    query: nothing,
  },
  'packages/quiz/wrong-book': { role: worker, start: 'pages/quiz/index', taps: ['错题本'], query: nothing },
  'packages/quiz/unit': { role: worker, query: running },
  'packages/quiz/result': { role: worker, start: 'packages/quiz/record', taps: ['.list-row-press'], query: nothing },
  'packages/quiz/ranking': { role: worker, query: running },
  'packages/contest/contest-results': { role: officer, query: running },
  'packages/contest/signals': { role: officer, query: running },
  'packages/quiz/prizes': { role: worker, start: 'pages/quiz/index', taps: ['奖品和抽奖'], query: nothing },
  'packages/quiz/prize-draw': {
    role: worker,
    start: 'pages/quiz/index',
    taps: ['奖品和抽奖', '第一期抽奖', '在手机上重算'],
    query: nothing,
  },
  'packages/contest/prizes': {
    role: officer,
    start: 'packages/contest/campaigns',
    taps: ['奖品和抽奖'],
    query: nothing,
  },
  'packages/contest/prize-new': {
    role: officer,
    start: 'packages/contest/campaigns',
    taps: ['奖品和抽奖', '新建奖品'],
    query: nothing,
  },
  'packages/contest/prize-claims': {
    role: officer,
    start: 'packages/contest/campaigns',
    taps: ['奖品和抽奖', '发放奖品'],
    query: nothing,
  },
  'packages/contest/draws': {
    role: officer,
    start: 'packages/contest/campaigns',
    taps: ['奖品和抽奖', '先公布名单'],
    query: nothing,
  },
  'packages/contest/draw-new': {
    role: officer,
    start: 'packages/contest/campaigns',
    taps: ['奖品和抽奖', '先公布名单', '新建抽奖'],
    query: nothing,
  },
  'packages/contest/question': {
    role: officer,
    start: 'packages/contest/questions',
    taps: ['.card-press'],
    query: nothing,
  },
  // Its own page, not the one of a single question whose name it begins with.
  'packages/contest/questions': { role: officer },
  'packages/contest/question-quality': { role: officer },
  'packages/outreach/push-rules': { role: officer },
  // Its own page, not the one whose name it begins with.
  'packages/outreach/texts': { role: officer },
  'packages/outreach/text-edit': { role: officer },
  'packages/outreach/triggers': { role: officer },
  'packages/outreach/text': {
    role: officer,
    start: 'packages/outreach/texts',
    taps: ['.list-row-press'],
    query: nothing,
  },
  'packages/outreach/credits': { role: officer },
  'packages/outreach/push-result': {
    role: officer,
    start: 'packages/outreach/pushes',
    taps: ['暴雨将到，请做防汛自查'],
    query: nothing,
  },
}

export const visitOf = (page: string): Visit => {
  const [name] = Object.keys(visits)
    .filter((key) => page.startsWith(key))
    .sort((a, b) => b.length - a.length)
  return (name === undefined ? undefined : visits[name]) ?? {}
}

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { Step } from '../support/pictures'
import { drawPhoto } from '../../config/seed/photos'
import { retrievalKeyIn } from '../../config/seed/seal'
import { applyWalks } from './walks-apply'
import { corpsWalks } from './walks-corps'
import { reachWalks } from './walks-reach'
import { wizardWalks } from './walks-wizard'
import { chair, fixer, leader, newcomer, officer, running, worker, type Visit } from './visits'

/** An officer's sheet with what goes wrong in such sheets. */
const badSheet = () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sheet-')), '班组题库.csv')
  const rows = [
    '题目,题型,选项A,选项B,选项C,答案,条款,解析',
    '夜间巡检前，先确认什么？,单选,照明和通道,天气预报,食堂菜单,A,41,先看得见，再走得稳。',
    '巡检记录可以事后补写。,判断,,,,错误,41,记录要当场写。',
    '发现护栏缺失，应当怎么做？,单选,绕着走,立即报告,自己拆掉,B,,',
    '下列哪些属于劳动防护用品？,多选,安全帽,防护手套,手机,A,B,54',
    '夜间巡检前，先确认什么？,单选,照明和通道,天气预报,食堂菜单,A,41,先看得见，再走得稳。',
    '交接班时要交代什么？,单选,设备状况,家里的事,,D,41,',
  ]
  writeFileSync(file, `\uFEFF${rows.join('\n')}\n`)
  return file
}

/** A photo as a phone would take it. */
const photo = () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'photo-')), '配电箱.jpg')
  writeFileSync(file, drawPhoto('electric', 0))
  return file
}

const built: readonly Step[] = [
  '逐关闯关',
  { fill: '活动名称', as: '班组安全答题赛' },
  { fill: '活动口号', as: '人人讲安全，个个会应急' },
]
const campaigns = { role: officer, start: 'packages/contest/campaigns' }
const builder = { role: officer, start: 'packages/contest/campaign-new' }
const prizes: readonly Step[] = ['奖品和抽奖']
const quiz = { role: worker, start: 'pages/quiz/index' }

/** A booth below a district that runs a contest of its own, beside the city's. */
const twoContests = `b=${deriveId('seed-booth', '安居冷链班前会扫码点')}`

const rules = {
  ...{ attempts: '答几次', answering: '怎么答', points: '怎么计分', chances: '抽奖机会' },
  ...{ identity: '要填什么', ranking: '怎么排名' },
}
const ruleSheets = Object.entries(rules).map(([name, row]): [string, Visit] => [
  `office/campaign-new/${name}`,
  { ...builder, taps: [...built, row] },
])

const seededHazard = (name: string) => deriveId('seed-hazard', name)
const caseOf = (name: string) => ({ role: officer, start: `packages/desk/hazard?id=${seededHazard(name)}` })
const ledger = { role: officer, start: 'packages/desk/ledger' }
const shelf = (state: string) => ({ role: officer, start: `packages/desk/ledger?state=${state}` })
const letters = { role: officer, start: 'packages/office/hazard-letters' }
const awards = { role: officer, start: 'packages/office/awards' }
const toFix = { role: fixer, start: 'packages/hazard/fix-list' }
const mine = { role: worker, start: 'packages/hazard/mine' }

/** A worker writes of something two others have reported. */
const writing: readonly Step[] = [
  '.place-row',
  { fill: '单位名称', as: '泽能机械' },
  '.list-row-press',
  { fill: '具体地点', as: '冲压班' },
  { press: '确定' },
  { fill: '隐患情况', as: '冲床的光电保护被胶带挡住了' },
]
const found = [...writing, '条很像的正在办理'] as const
const report = { role: newcomer, start: 'pages/hazard/index' }

const kept = seededHazard('kept')
const byKey: readonly Step[] = [
  '用查询口令找上报',
  { fill: '查询口令', as: `${kept}-${retrievalKeyIn(kept)}` },
  '查看进度',
]

/** What opens over a page, or comes after a tap on it. */
export const walks: Record<string, Visit> = {
  ...applyWalks,
  'hazard/report/similar-note': { ...report, taps: writing },
  'hazard/report/similar': { ...report, taps: found },
  'hazard/report/join': { ...report, taps: [...found, '就是这一处，我也看到了'] },
  'hazard/report/place': { ...report, taps: ['.place-row', { fill: '单位名称', as: '泽能' }] },
  'hazard/report/doubt': {
    ...report,
    taps: [
      '.place-row',
      { fill: '具体地点', as: '二楼' },
      { press: '确定' },
      { fill: '隐患情况', as: '有隐患' },
      '.button-primary',
    ],
  },
  'hazard/report-for/missing': { role: leader, start: 'packages/hazard/report-for', taps: ['替他提交'] },
  'hazard/report-for/slip': {
    ...{ role: leader, start: 'packages/hazard/report-for' },
    taps: [
      '.place-row',
      { fill: '具体地点', as: '二号炉' },
      { press: '确定' },
      { fill: '怎么了', as: '炉门把手松动，一碰就掉' },
      { fill: '他的姓名', as: '辛长青' },
      '替他提交',
    ],
  },
  'hazard/report/redact': {
    ...report,
    taps: ['拍一张照片', '我在安全处，去拍照', { choose: '同意并继续', file: photo() }, { press: '遮挡照片 1' }],
  },
  'hazard/mine/merged': { ...mine, taps: ['已合并'] },
  'hazard/mine/leader': { role: leader, start: 'packages/hazard/mine' },
  'hazard/mine/by-key': { ...mine, taps: byKey },
  'hazard/mine/reopen': { ...mine, taps: ['已销号', '仍有隐患'] },
  'hazard/mine/who-looked': { ...mine, taps: ['.card-press', '谁看过我的身份'] },
  'hazard/fix/to-plan': { ...toFix, taps: ['待定方案'] },
  'hazard/fix/plan': { ...toFix, taps: ['待定方案', '落实整改方案'] },
  'desk/case/accept': { ...shelf('reported'), taps: ['.card-press', { press: '受理' }] },
  'desk/case/merge': { ...caseOf('again'), taps: ['合并到同一处隐患'] },
  'desk/case/reporters': caseOf('seen'),
  'desk/case/reporters-chair': { ...caseOf('seen'), role: chair },
  'desk/case/open-identity': { ...caseOf('seen'), taps: ['查看身份'] },
  'desk/case/spoken': caseOf('spoken'),
  'desk/case/assign': { ...shelf('accepted'), taps: ['.card-press', { press: '交办整改' }] },
  'desk/case/close': { ...shelf('answered'), taps: ['.card-press', { press: '核实销号' }] },
  'desk/case/return': { ...shelf('answered'), taps: ['.card-press', { press: '退回再改' }] },
  'desk/case/overdue': { ...ledger, taps: ['已逾期', '.card-press'] },
  'desk/case/raise': { ...ledger, taps: ['已逾期', '.card-press', '提高督促层级'] },
  'desk/case/list': { ...caseOf('seen'), taps: ['登记挂牌督办'] },
  'desk/case/delist': { ...ledger, taps: ['挂牌督办', '.card-press', '登记摘牌'] },
  'desk/case/hand-over': { ...ledger, taps: ['.card-press', '记下编号'] },
  'office/letter/sent': { ...letters, taps: ['.chip-group >> text=等回复', '.list-row-press'] },
  'office/letter/reply': { ...letters, taps: ['.chip-group >> text=等回复', '.list-row-press', '记录回复'] },
  'office/letter/refused': { ...letters, taps: ['.chip-group >> text=企业不采纳', '.list-row-press'] },
  'office/letter/refer': { ...letters, taps: ['.chip-group >> text=企业不采纳', '.list-row-press', '提请上级和监管'] },
  'office/letter/referred': { ...letters, taps: ['.chip-group >> text=已提请', '.list-row-press'] },
  'office/letter/draft': { ...letters, taps: ['.chip-group >> text=草稿', '.list-row-press'] },
  'office/letter/send': { ...letters, taps: ['.chip-group >> text=草稿', '.list-row-press', { press: '发出' }] },
  'desk/case/fixing': { ...ledger, taps: ['整改中', '.card-press'] },
  'desk/case/plan': { ...ledger, taps: ['整改中', '.card-press', '修改整改方案'] },
  'desk/case/classify': { ...ledger, taps: ['整改中', '.card-press', '事故类别和判定依据'] },
  'desk/case/cease': { ...ledger, taps: ['整改中', '.card-press', '企业已关停'] },
  'desk/case/listed': { ...ledger, taps: ['挂牌督办', '.card-press'] },
  'desk/case/prove': { ...ledger, taps: ['挂牌督办', '.card-press', '登记双报告'] },
  'desk/case/reopened': { ...ledger, taps: ['待复查', '.card-press'] },
  'desk/case/filing': { ...ledger, taps: ['全部来源'] },
  'office/award/draft': { ...awards, taps: ['第二批隐患排查奖励'] },
  'office/award/announce': { ...awards, taps: ['第二批隐患排查奖励', { press: '开始公示' }] },
  'office/award/leave-out': { ...awards, taps: ['第二批隐患排查奖励', { press: '不列入' }] },
  'office/award/answer': { ...awards, taps: ['第二批排查奖励', { press: '答复' }] },
  'office/award/final': { ...awards, taps: ['第一批隐患排查奖励'] },
  'office/award/hand-over': { ...awards, taps: ['第一批隐患排查奖励', { press: '发放' }] },
  'hazard/award/all': { role: worker, start: 'packages/hazard/mine', taps: ['看奖励公示'] },
  'hazard/award/object': {
    role: worker,
    start: 'packages/hazard/mine',
    taps: ['看奖励公示', '.list-row-press', '对名单提出异议'],
  },
  'hazard/award/own': { role: worker, start: `packages/hazard/view?id=${deriveId('seed-hazard', '148')}` },
  'hazard/case/progress': { ...toFix, taps: ['整改中', '报告进展'] },
  'hazard/case/extension': { ...toFix, taps: ['整改中', '申请延期'] },
  'quiz/choice': { role: worker, start: `pages/quiz/index?${twoContests}` },
  'home/choice': { role: worker, start: `pages/home/index?${twoContests}` },
  'quiz/level': { ...quiz, taps: ['.level-map-row'] },
  'quiz/answered': { role: newcomer, start: 'pages/quiz/index', taps: ['.button-primary', '.option-row'] },
  'quiz/dispute': { role: worker, start: 'packages/quiz/record', taps: ['.list-row-press', '这题有问题？'] },
  'quiz/ranking/regions': { role: worker, start: `packages/quiz/ranking?${running}`, taps: ['地区'] },
  'quiz/ranking/persons': { role: worker, start: `packages/quiz/ranking?${running}`, taps: ['个人'] },
  'quiz/unit/search': {
    role: worker,
    start: `packages/quiz/unit?${running}`,
    taps: [{ fill: '单位名称', as: '泽能' }],
  },
  'office/campaign-new/form': { ...builder, taps: built },
  ...Object.fromEntries(ruleSheets),
  'office/campaign-new/level': { ...builder, taps: ['五日集卡', '知安'] },
  'office/campaign-new/trial': { ...builder, taps: [...built, '自己先答一遍'] },
  'office/campaign-new/trial-result': {
    ...builder,
    taps: [...built, '自己先答一遍', '.option-row', '交卷，看职工能得什么'],
  },
  'office/campaigns/change': { ...campaigns, taps: ['改活动'] },
  'office/campaigns/team': { ...campaigns, taps: ['班组链接', { fill: '搜企业名称', as: '泽能' }] },
  'office/campaigns/close': { ...campaigns, taps: ['结束活动'] },
  'office/prizes/stock': { ...campaigns, taps: [...prizes, { press: '增减库存：保温杯' }] },
  'office/prizes/open': { ...campaigns, taps: [...prizes, { press: '上架：防护手套' }] },
  'office/prize-claims/hand-over': {
    ...campaigns,
    taps: [...prizes, '发放奖品', { fill: '或者输入九位领奖码', as: '7UWHRUYTG' }, '查这个码'],
  },
  'office/prize-claims/sign-off': { ...campaigns, taps: [...prizes, '发放奖品', { press: '导出签收单' }] },
  'office/draws/commit': { ...campaigns, taps: [...prizes, '先公布名单', { press: '锁定名单并公布：收官抽奖' }] },
  'office/draws/void': { ...campaigns, taps: [...prizes, '先公布名单', { press: '作废：第二期抽奖' }] },
  'office/bank-import/report': {
    role: officer,
    start: 'packages/contest/bank-import',
    taps: [{ choose: '选择表格并检查', file: badSheet() }],
  },
  'office/question/edit': { role: officer, start: 'packages/contest/questions', taps: ['.card-press', '已核对，启用'] },
  'office/disputes/answer': { role: officer, start: 'packages/contest/disputes', taps: ['.button-ghost'] },
  'office/laws/amend': { role: officer, start: 'packages/contest/laws', taps: ['记录修订'] },
  'office/signals/exclude': { role: officer, start: `packages/contest/signals?${running}`, taps: ['.button-quiet'] },
  ...corpsWalks,
  ...wizardWalks,
  ...reachWalks,
}

import type { TemplateKey } from './template-keys'

export type TriggerPerson = 'worker' | 'volunteer' | 'fixer' | 'officer'
export const triggerPeople: Record<TriggerPerson, string> = {
  worker: '职工',
  volunteer: '志愿者',
  fixer: '企业整改责任人',
  officer: '工会干部和监管人员',
}

type Row = {
  to: TriggerPerson
  title: string
  /** When it is sent. */
  when: string
  /** What it says, with an example. */
  text: string
  template: TemplateKey
  /** Why it cannot be switched off; null: it can. */
  fixed: string | null
}

const own = '这是本人事情的结果，必须告诉本人'
const duty = '不通知就没有人办，不能关闭'

/** Every message the product sends by itself. A message names its row, so that none can be sent that is not listed. */
export const triggers = {
  'report-step': {
    ...{ to: 'worker', title: '上报有了进展', when: '受理、交办、回复、销号、合并或逾期时' },
    ...{ text: '当前进度：已受理；备注：定为一般隐患', template: 'hazard-progress', fixed: own },
  },
  'identity-opened': {
    ...{ to: 'worker', title: '身份被查看', when: '有人查看实名上报人的身份时' },
    ...{ text: '当前进度：身份被查看；备注：谁查看了您的身份', template: 'hazard-progress', fixed: own },
  },
  'award-step': {
    ...{ to: 'worker', title: '排查奖励', when: '列入公示、名单调整、可以领取时' },
    ...{ text: '当前进度：已获奖励；备注：6月30日前到工会领取', template: 'hazard-progress', fixed: own },
  },
  'objection-answer': {
    ...{ to: 'worker', title: '公示异议的答复', when: '工会答复异议时' },
    ...{ text: '当前进度：已答复；备注：答复内容', template: 'hazard-progress', fixed: own },
  },
  'prize-won': {
    ...{ to: 'worker', title: '中奖、领到奖品', when: '抽奖结果公布或奖品留好时' },
    ...{ text: '温馨提示：恭喜中奖，请在到期前凭码领取', template: 'activity', fixed: own },
  },
  'prize-expiring': {
    ...{ to: 'worker', title: '领奖快到期', when: '领奖期限快到时' },
    ...{ text: '温馨提示：领奖快到期了，过期会收回', template: 'activity', fixed: null },
  },
  'dispute-answer': {
    ...{ to: 'worker', title: '题目意见的答复', when: '题目意见有了答复时' },
    ...{ text: '审核结果：已改正；审核意见：答复内容', template: 'review-result', fixed: own },
  },
  'score-check': {
    ...{ to: 'worker', title: '闯关成绩核对', when: '成绩不计名次或恢复名次时' },
    ...{ text: '审核结果：恢复名次；审核意见：核对无误', template: 'review-result', fixed: own },
  },
  'application-result': {
    ...{ to: 'volunteer', title: '申请和名册的结果', when: '申请审核、信息更正、队伍和名册变动时' },
    ...{ text: '审核事项：志愿者申请；审核结果：已通过', template: 'review-result', fixed: own },
  },
  'activity-change': {
    ...{ to: 'volunteer', title: '活动有变动', when: '报名结果、改期、取消、候补轮到、未到场记录时' },
    ...{ text: '温馨提示：活动已取消，请勿前往', template: 'activity', fixed: own },
  },
  'activity-tomorrow': {
    ...{ to: 'volunteer', title: '明天有活动', when: '报名的活动开始前一天' },
    ...{ text: '温馨提示：明天09:00开始，街道办门口集合', template: 'activity', fixed: null },
  },
  'absence-answer': {
    ...{ to: 'volunteer', title: '未到场说明的答复', when: '组织者答复时' },
    ...{ text: '审核结果：情况属实', template: 'review-result', fixed: own },
  },
  'year-result': {
    ...{ to: 'volunteer', title: '年度考核结果', when: '考核结果作出、异议有答复时' },
    ...{ text: '审核事项：2026 年度志愿服务考核；审核结果：称职', template: 'review-result', fixed: own },
  },
  'year-short': {
    ...{ to: 'volunteer', title: '专题活动不够次数', when: '一年里几次，快到年底还不够两次时' },
    ...{ text: '活动名称：今年还差 1 次专题志愿活动', template: 'activity', fixed: null },
  },
  'fix-step': {
    ...{ to: 'fixer', title: '整改交办和答复', when: '交办、退回、延期答复、企业关停时' },
    ...{ text: '事项名称：工会建议整改一处安全隐患', template: 'work-to-do', fixed: duty },
  },
  'fix-late': {
    ...{ to: 'fixer', title: '整改逾期', when: '过了整改期限的当天' },
    ...{ text: '事项名称：整改已逾期，请尽快完成', template: 'work-to-do', fixed: null },
  },
  'fix-silent': {
    ...{ to: 'fixer', title: '请报告整改进展', when: '一段时间没有报告进展时' },
    ...{ text: '事项名称：请报告整改进展', template: 'work-to-do', fixed: null },
  },
  ladder: {
    ...{ to: 'fixer', title: '逾期升级督促', when: '逾期后逐级反映时，企业和工会都会收到' },
    ...{ text: '事项名称：整改逾期，已反映到企业行政', template: 'work-to-do', fixed: '逐级督促要留痕，不能关闭' },
  },
  'hazard-work': {
    ...{ to: 'officer', title: '隐患等着办理', when: '有新上报、企业回复、申请延期、上报人反映、责任人离任时' },
    ...{ text: '事项名称：有新的隐患上报，请受理', template: 'work-to-do', fixed: duty },
  },
  'hazard-late': {
    ...{ to: 'officer', title: '企业整改逾期', when: '过了整改期限的当天' },
    ...{ text: '事项名称：企业整改逾期，请督促', template: 'work-to-do', fixed: null },
  },
  'hazard-recheck': {
    ...{ to: 'officer', title: '销号后再看一次', when: '销号满 30 天' },
    ...{ text: '事项名称：销号满 30 天，请再看一次', template: 'work-to-do', fixed: null },
  },
  letter: {
    ...{ to: 'officer', title: '建议函到期', when: '答复期限之前和过期时各一次' },
    ...{ text: '事项名称：建议函快到答复期限', template: 'work-to-do', fixed: null },
  },
  'award-work': {
    ...{ to: 'officer', title: '奖励公示有异议', when: '有人提出异议、公示期满时' },
    ...{ text: '事项名称：奖励公示有异议，请答复', template: 'work-to-do', fixed: duty },
  },
  'review-new': {
    ...{ to: 'officer', title: '新的志愿者申请', when: '申请到了审核人这里时，几份合成一条' },
    ...{ text: '事项名称：有新的志愿者申请', template: 'work-to-do', fixed: duty },
  },
  'review-waiting': {
    ...{ to: 'officer', title: '申请还没审核', when: '过了审核期限，先提醒审核人，再告诉上级' },
    ...{ text: '事项名称：志愿者申请还没审核', template: 'work-to-do', fixed: null },
  },
  'roster-confirm': {
    ...{ to: 'officer', title: '志愿者名册请确认', when: '监管单位反馈名册时' },
    ...{ text: '事项名称：志愿者名册请确认', template: 'work-to-do', fixed: duty },
  },
  'year-objection': {
    ...{ to: 'officer', title: '考核结果有异议', when: '志愿者对年度考核提出异议时' },
    ...{ text: '事项名称：2026 年度考核有人提出异议', template: 'work-to-do', fixed: duty },
  },
  'team-seat': {
    ...{ to: 'officer', title: '队伍管理员变动', when: '新建队伍、指定或更换管理员时' },
    ...{ text: '事项名称：请接受队伍管理员', template: 'work-to-do', fixed: duty },
  },
  'team-vacant': {
    ...{ to: 'officer', title: '队伍缺管理员', when: '管理员空缺没有人接受，每周一次' },
    ...{ text: '事项名称：队伍缺管理员，请尽快指定', template: 'work-to-do', fixed: null },
  },
  'questions-short': {
    ...{ to: 'officer', title: '闯关题目不够', when: '某一关的题目不够出一份卷时' },
    ...{ text: '事项名称：闯关题目不够，请补题', template: 'work-to-do', fixed: duty },
  },
  handover: {
    ...{ to: 'officer', title: '有人离任，接手工作', when: '干部离任而有工作没办完时' },
    ...{ text: '事项名称：干部离任，请接手在办隐患', template: 'work-to-do', fixed: duty },
  },
  term: {
    ...{ to: 'officer', title: '任期到期', when: '任期满之前和满时' },
    ...{ text: '事项名称：任期还有 30 天到期', template: 'work-to-do', fixed: '关闭后单位可能没有管理员，不能关闭' },
  },
  'push-asks': {
    ...{ to: 'officer', title: '推送等您同意', when: '同事写了发给很多人的推送，要另一位干部同意时' },
    ...{ text: '事项名称：推送等您同意：消防演练', template: 'work-to-do', fixed: duty },
  },
  'push-left': {
    ...{ to: 'officer', title: '推送已暂停', when: '推送发到一半，编写人离任时' },
    ...{ text: '事项名称：推送已暂停：消防演练', template: 'work-to-do', fixed: duty },
  },
  'push-word': {
    ...{ to: 'officer', title: '推送有了答复', when: '同事同意或退回您写的推送时' },
    ...{ text: '事项名称：推送有了答复：消防演练', template: 'work-to-do', fixed: own },
  },
  'day-head': {
    ...{ to: 'officer', title: '操作留痕封存', when: '每天凌晨，发给两位管理员' },
    ...{ text: '事项名称：2026-06-01 操作留痕封存', template: 'work-to-do', fixed: '这是防篡改的凭据，不能关闭' },
  },
} as const satisfies Record<string, Row>

export type TriggerKey = keyof typeof triggers
/** What may be switched off for a union. */
export type SwitchKey = {
  [K in TriggerKey]: (typeof triggers)[K]['fixed'] extends null ? K : never
}[TriggerKey]
export type FixedKey = Exclude<TriggerKey, SwitchKey>

export const triggerRows = Object.entries(triggers).map(([key, row]) => ({ key: key as TriggerKey, ...row }))
export const switchKeys = triggerRows.flatMap(({ key, fixed }) => (fixed === null ? [key as SwitchKey] : []))
export const isSwitch = (key: string): key is SwitchKey => switchKeys.some((known) => known === key)

/** What one union has set; a trigger it says nothing about is as the union above has it. */
export type Switches = Partial<Record<SwitchKey, boolean>>

/**
 * Whether a trigger is on for a line of unions, and who said so: the lowest one that says anything; on where nobody does.
 * @param line ids from the root down
 */
export const switchOf = (line: readonly string[], key: SwitchKey, set: ReadonlyMap<string, Switches>) => {
  for (const nodeId of [...line].reverse()) {
    const said = set.get(nodeId)?.[key]
    if (said !== undefined) return { on: said, by: nodeId }
  }
  return { on: true, by: null }
}

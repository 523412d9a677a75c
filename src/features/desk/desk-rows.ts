import type { OutputOf } from 'types/contract'
import type { deskContract } from 'types/desk'
import type { IconName } from '@/components/icon'
import { routes, type Route } from '@/lib/routes'

export type Overview = OutputOf<typeof deskContract.overview>

/** One way out of the desk: `{ icon: 'gift', tone: 'red', title: '排查奖励', route: routes.officeAwards, who: 'officer' }`. */
export type DeskRow = {
  icon: IconName
  tone?: 'red' | 'amber' | 'green' | 'blue' | 'grey'
  title: string
  /** Second line: what is found there, where the title alone does not say it. */
  detail?: string
  /** What waits there, in words; nothing until it is known. */
  value?: (overview: Overview) => string | undefined
  route: (typeof routes)[Route]
  /** Who sees it; everybody at a desk when absent. */
  who?: 'officer' | 'office'
}

const handling: readonly DeskRow[] = [
  { icon: 'list', tone: 'red', title: '隐患台账', route: routes.deskLedger, who: 'officer' },
  { icon: 'chart', tone: 'green', title: '四查覆盖', route: routes.officeCoverage, who: 'officer' },
  { icon: 'document', tone: 'amber', title: '书面建议函', route: routes.officeLetters, who: 'officer' },
  { icon: 'eye', tone: 'blue', title: '隐患公示栏', route: routes.officeBoard, who: 'officer' },
  { icon: 'gift', tone: 'red', title: '排查奖励', route: routes.officeAwards, who: 'officer' },
  {
    icon: 'volunteer',
    tone: 'green',
    title: '志愿者审核',
    value: ({ applications }) => (applications.desk === undefined ? undefined : `${applications.desk} 份待办`),
    route: routes.deskQueue,
  },
  {
    icon: 'people',
    tone: 'blue',
    title: '志愿者名册',
    value: ({ applications }) => `${applications.enrolled} 人`,
    route: routes.deskRoster,
  },
  {
    icon: 'calendar',
    tone: 'amber',
    title: '志愿活动',
    detail: '发布、签到、时长、未到场说明',
    route: routes.corpsActivities,
    who: 'officer',
  },
]

const volunteers: readonly DeskRow[] = [
  { icon: 'people', tone: 'green', title: '志愿服务队', route: routes.corpsTeams, who: 'office' },
  {
    icon: 'chart',
    tone: 'amber',
    title: '年度服务与考核',
    detail: '达标情况、考核、优秀推荐、证书',
    route: routes.corpsYears,
    who: 'office',
  },
  { icon: 'document', tone: 'amber', title: '活动简报', route: routes.corpsReports, who: 'office' },
  {
    icon: 'edit',
    title: '资料更正',
    detail: '志愿者申请更正姓名、号码等',
    route: routes.corpsCorrections,
    who: 'officer',
  },
]

const outreach: readonly DeskRow[] = [
  {
    icon: 'star',
    tone: 'red',
    title: '主题活动',
    detail: '安全生产月、宣传周、节前检查的目标和进展',
    route: routes.officeDrives,
    who: 'officer',
  },
  {
    icon: 'calendar',
    tone: 'amber',
    title: '全年安排',
    detail: '一年的主题、报送截止、节假日',
    route: routes.officeDriveCalendar,
    who: 'officer',
  },
  {
    icon: 'send',
    tone: 'amber',
    title: '推送消息',
    detail: '先预览，再看每个人的送达结果',
    route: routes.officePushes,
    who: 'officer',
  },
  { icon: 'scan', title: '展台与二维码', route: routes.officeBooths, who: 'officer' },
  { icon: 'quiz', title: '闯关活动', route: routes.officeCampaigns, who: 'officer' },
]

const keeping: readonly DeskRow[] = [
  { icon: 'building', title: '组织与企业', route: routes.officeTree },
  { icon: 'list', title: '企业名册', detail: '查找、修改，表格导入导出', route: routes.officeRegister },
  { icon: 'person', title: '人员与邀请', route: routes.officePeople },
  {
    icon: 'swap',
    title: '移交',
    detail: '干部离任后，在办隐患由谁接手',
    route: routes.deskHandovers,
    who: 'officer',
  },
  {
    icon: 'shield',
    title: '操作记录',
    detail: '谁在什么时候办了什么，可核验没有被改',
    route: routes.deskEvents,
  },
  {
    icon: 'swap',
    title: '志愿者工作移交',
    detail: '管理员离任后，审核、队伍、活动由谁接手',
    route: routes.corpsHandovers,
    who: 'officer',
  },
  {
    icon: 'shield',
    title: '监管单位',
    detail: '哪个监管单位审核哪个工会的志愿者',
    route: routes.officeRegulators,
    who: 'officer',
  },
  {
    icon: 'edit',
    title: '机构名称',
    detail: '监管部门、热线等在各处的叫法',
    route: routes.officeLabels,
    who: 'officer',
  },
  {
    icon: 'calendar',
    title: '期限规则',
    detail: '节假日，逾期后每一级等几天',
    route: routes.officeRules,
    who: 'officer',
  },
  { icon: 'download', title: '备份', detail: '由最上级工会的管理员办理', route: routes.officeBackups, who: 'officer' },
]

/** Groups of the desk from the top; between `before` and `after` stand the numbers of the booths. */
export const deskGroups = {
  before: { 办理: handling, 志愿者: volunteers },
  after: { 活动与消息: outreach, 管理: keeping },
} satisfies Record<'before' | 'after', Record<string, readonly DeskRow[]>>

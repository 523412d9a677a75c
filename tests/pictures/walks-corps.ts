import { deriveId } from 'types/ids'
import type { Visit } from './visits'

const city = '市总工会干部'
const district = '区总工会干部'
const volunteer = '志愿者'
const enrolled = `id=${deriveId('seed-application', '18')}`
const activity = { role: city, start: 'packages/corps/activities' }
const teams = { role: district, start: 'packages/corps/teams', taps: ['东原区安全生产'] }
const roster = { role: district, start: 'packages/corps/roster', taps: ['第 1 版'] }
const own = { role: volunteer, start: 'packages/volunteer/index' }
const data = { role: volunteer, start: 'packages/volunteer/my-data' }
const node = { role: city, start: 'packages/org/tree', taps: ['东原区总工会', '管理这个组织'] }

/** What stands over the pages of volunteers, of their officers and of the organisation. */
export const corpsWalks: Record<string, Visit> = {
  'volunteer/index/enrolled': own,
  'volunteer/index/returned': { role: '报名待补充的职工', start: 'packages/volunteer/index' },
  'volunteer/apply/again': { role: '报名待补充的职工', start: 'packages/volunteer/apply?again=1' },
  'volunteer/my-data/correct': { ...data, taps: ['申请更正'] },
  'volunteer/my-data/erase': { ...data, taps: ['撤回同意并删除'] },
  'volunteer/team/leave': { role: volunteer, start: 'packages/volunteer/team', taps: ['退出队伍'] },
  'volunteer/honours/object': { role: volunteer, start: 'packages/volunteer/honours', taps: ['提出异议'] },
  'corps/queue/return': { role: district, start: 'packages/corps/queue', taps: ['汤思源', '退回补充'] },
  'corps/application/enrolled': { role: district, start: `packages/corps/application?${enrolled}` },
  'corps/roster/live': { role: district, start: 'packages/corps/roster', taps: ['现有志愿者'] },
  'corps/roster/export': { ...roster, taps: [...roster.taps, '导出汇总表'] },
  'corps/roster/copy': { ...roster, taps: [...roster.taps, '登记报送'] },
  'corps/team/add': { ...teams, taps: [...teams.taps, '编入队员'] },
  'corps/team/remove': { ...teams, taps: [...teams.taps, '移出'] },
  'corps/teams/new': { role: district, start: 'packages/corps/teams', taps: ['组建队伍'] },
  'corps/shortlists/new': { role: district, start: 'packages/corps/shortlists', taps: ['新一批'] },
  'corps/absences/answer': { role: city, start: 'packages/corps/absences', taps: ['答复'] },
  'corps/activity/cancel': { ...activity, taps: ['汛期安全巡查值守', '取消活动'] },
  'corps/activity/extra': { ...activity, taps: ['汛期安全巡查值守', '补录'] },
  'corps/activity/correct': { ...activity, taps: ['汛期安全巡查值守', '更正时间'] },
  'corps/activity-new/wrong': { ...activity, taps: ['建一个活动', '下一步：核对安全准备'] },
  'corps/year/recommend': {
    role: city,
    start: 'packages/corps/years',
    taps: ['全部', '专题 2/2', '推荐优秀'],
  },
  'org/node/moved': {
    ...node,
    taps: ['东原区总工会', '槐荫街道总工会', '管理这个组织'],
  },
  'org/node/rename': { ...node, taps: [...node.taps, '修改名称'] },
  'org/node/close': { ...node, taps: [...node.taps, '撤销组织'] },
  'org/managers/log': { role: city, start: 'packages/org/managers', taps: ['任免记录'] },
  'org/managers/regulators': { role: city, start: 'packages/org/managers', taps: ['监管单位'] },
  'org/people/person': { role: city, start: 'packages/org/people', taps: ['.list-row-press'] },
  'org/labels/change': { role: city, start: 'packages/org/labels', taps: ['修改名称'] },
  'org/regulators/serves': { role: city, start: 'packages/org/regulators', taps: ['改对应的工会'] },
  'org/register/export': { role: city, start: 'packages/org/register', taps: ['导出表格'] },
  'org/enterprise/close': { role: city, start: 'packages/org/register', taps: ['.list-row-press', '标记关停'] },
  'org/enterprise-new/wrong': {
    role: city,
    start: 'packages/org/enterprise-new',
    taps: ['.page-foot .button-primary'],
  },
  'org/node-new/regulator': { role: city, start: 'packages/org/node-new', taps: ['地方监管部门'] },
  // The last: from here on the street stands below another district.
  'org/node-move/moving': {
    role: city,
    start: 'packages/org/tree',
    taps: [
      ...['东原区总工会', '石桥镇总工会', '管理这个组织', '调整隶属', '请选择新的上级'],
      ...['西岭区总工会', '选“西岭区总工会”', '移到“西岭区总工会”', '确认移动'],
    ],
  },
}

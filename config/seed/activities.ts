import { dateOf } from 'types/calendar'
import { deriveId } from 'types/ids'
import { currentChecklist } from 'types/volunteer-activity-checklist'
import { activityDictionary, activityRules, isSpecial } from 'types/volunteer-activity-kinds'
import type { ActivityForm } from 'types/volunteer-activity-form'
import { serviceMinutes } from 'types/volunteer-activity-hours'
import type { ActivityState, AttendanceState, Signal } from 'types/volunteer-activity-machine'
import type { City } from './city'
import type { Person, Staff } from './people'
import { fingerprint } from './seal'
import { teamIdOf } from './teams'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import type { Volunteer } from './volunteers'

type Cast = { city: City; nodes: readonly Node[]; staff: Staff; volunteers: readonly Volunteer[] }
/** One person at one activity: minutes after the start at which he came and went, and what is remarkable. */
type Came = {
  state: AttendanceState
  in?: number
  out?: number
  manual?: string
  signals?: Signal[]
  metres?: number
  lateAt?: number
  noShows?: number
  appeal?: { words: string; answer?: { words: string; upheld: boolean } }
}
export type Plot = {
  name: string
  title: string
  kind: ActivityForm['kind']
  campaign?: ActivityForm['campaign']
  focus?: ActivityForm['focus']
  place: string
  meeting: string
  /** Days from today and hours of the day; how long in hours. */
  day: number
  hour: number
  length: number
  quota: number
  state: ActivityState
  reason?: string
  came: readonly Came[]
  /** How many of the roster are passed over. */
  skip?: number
  /** Name of the organising union; the city's own where it is left out. */
  union?: string
}
/** What an attendance counts for in its year. */
export type Counted = {
  applicationId: string
  year: number
  state: AttendanceState
  special: boolean
  minutes: number
}

const minute = 60_000
const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)
const times = (count: number, one: Came): Came[] => Array.from({ length: count }, () => one)
const joined: Came = { state: 'joined' }
const waiting: Came = { state: 'waiting' }

const plots: readonly Plot[] = [
  {
    ...{ name: 'month', title: '安全生产月咨询日', kind: 'society-law', campaign: 'month', place: '青泽市人民广场' },
    ...{ meeting: '广场东南角服务台', day: -3, hour: 9, length: 3, quota: 20, state: 'done' },
    came: [
      ...times(8, { state: 'served', in: -12, out: 178 }),
      { state: 'served', in: 35, out: 180 },
      { state: 'served', in: -5, out: 120, manual: '家中有事提前离开，本人告知' },
    ],
  },
  {
    ...{ name: 'electricity', title: '用电安全进社区', kind: 'society-supervision', focus: ['electricity'] },
    ...{ place: '柳岸社区', meeting: '社区北门', day: -2, hour: 14, length: 2, quota: 12, state: 'done' },
    came: [
      ...times(6, { state: 'served', in: -8, out: 121 }),
      { state: 'absent', appeal: { words: '那天临时安排设备抢修，走不开，已经打电话告诉组织者。' } },
      {
        state: 'excused',
        appeal: { words: '孩子发烧送医院了。', answer: { words: '已向班组核实，情况属实。', upheld: true } },
      },
      { state: 'absent' },
    ],
  },
  {
    ...{ name: 'duty', title: '汛期安全巡查值守', kind: 'society-inspection', place: '青泽河沿岸厂区' },
    ...{ meeting: '市总工会一楼大厅', day: 0, hour: 0.5, length: 24, quota: 12, state: 'running' },
    came: [
      joined,
      { state: 'present', in: -9 },
      { state: 'present', in: -7, signals: ['shared-phone'] },
      { state: 'present', in: -6, signals: ['shared-phone'] },
      { state: 'present', in: 4, signals: ['far'], metres: 5200 },
      { state: 'joined', lateAt: 2, signals: ['late'] },
      { state: 'joined', noShows: 3 },
      { state: 'served', in: -10, out: 2, manual: '身体不适先回，现场登记' },
    ],
  },
  {
    ...{ name: 'off', title: '高处作业安全观摩', kind: 'inside-consulting', place: '新区三号工地' },
    ...{
      meeting: '工地南门',
      day: 2,
      hour: 14,
      length: 2,
      quota: 10,
      state: 'cancelled',
      reason: '雷雨大风预警，改期另行通知',
    },
    came: times(4, { state: 'cancelled' }),
  },
  {
    ...{ name: 'confined', title: '有限空间作业我来查', kind: 'society-inspection', focus: ['confined'] },
    ...{ place: '城东污水处理站', meeting: '站区门岗', day: 3, hour: 9, length: 3, quota: 6, state: 'open' },
    came: [...times(6, joined), ...times(3, waiting)],
  },
  {
    ...{ name: 'le-an', title: '“乐·安”进企业', kind: 'inside-law', campaign: 'le-an', focus: ['health'] },
    ...{ place: '东原开发区职工之家', meeting: '职工之家一楼', day: 6, hour: 15, length: 2, quota: 20, state: 'open' },
    came: times(5, joined),
    skip: 2,
  },
  {
    ...{ name: 'east', title: '班前安全喊话', kind: 'inside-management', place: '东原区机械厂', union: '东原区总工会' },
    ...{ meeting: '厂区东门', day: 8, hour: 7.5, length: 1, quota: 8, state: 'open' },
    came: times(2, joined),
  },
  {
    ...{ name: 'draft', title: '我与企业共安全恳谈会', kind: 'inside-advice', campaign: 'with-us' },
    ...{ place: '市总工会二楼会议室', meeting: '二楼会议室', day: 12, hour: 14, length: 2, quota: 30, state: 'draft' },
    came: [],
  },
]

const checklistOf = ({ state }: Plot, owner: string) => ({
  ...{ version: currentChecklist.version, owner },
  answers: currentChecklist.items
    .filter(({ key }) => state !== 'draft' || (key !== 'insurance' && key !== 'first-aid'))
    .map(({ key, may }) => {
      if (key === 'weather') return { key, answer: 'risk', measure: '提前看预报，有雷雨就改期' }
      return { key, answer: may && key === 'vehicles' ? 'none' : 'ready', measure: '' }
    }),
})

const spanOf = (city: City, { day, hour, length }: Plot) => {
  const startsAt = city.at(day, hour)
  return { startsAt, endsAt: after(startsAt, length * 60) }
}

const steps: Record<ActivityState, readonly [act: string, to: ActivityState, verb: string][]> = {
  draft: [],
  open: [['publish', 'open', '发布志愿活动']],
  running: [
    ['publish', 'open', '发布志愿活动'],
    ['start', 'running', '活动开始'],
  ],
  done: [
    ['publish', 'open', '发布志愿活动'],
    ['start', 'running', '活动开始'],
    ['finish', 'done', '确认活动结束'],
  ],
  cancelled: [
    ['publish', 'open', '发布志愿活动'],
    ['cancel', 'cancelled', '取消志愿活动'],
  ],
}

const clockOf = (city: City, plot: Plot) => {
  const { startsAt, endsAt } = spanOf(city, plot)
  if (plot.state === 'open') return { clockStep: 'start', clockAt: startsAt }
  if (plot.state === 'running') return { clockStep: 'sign-out', clockAt: after(endsAt, activityRules.remindSignOut) }
  return { clockStep: null, clockAt: null }
}

const happeningsOf = (city: City, plot: Plot, officer: Person, node: Node): Happening[] => {
  const { startsAt, endsAt } = spanOf(city, plot)
  const early = city.at(Math.min(plot.day, 0) - 2, 10)
  const whens: Record<string, Date> = { publish: after(early, 40), start: startsAt, finish: after(endsAt, 30) }
  const clock = { by: 'clock', name: '系统' }
  const who = { by: officer.personId, name: officer.name }
  const made = { act: 'create', to: 'draft', at: early, ...who, verb: '新建志愿活动', data: { office: node.name } }
  return [
    made,
    ...steps[plot.state].map(([act, to, verb]) => ({
      ...{ act, to, verb, at: whens[act] ?? city.at(-1, 17), ...(act === 'start' ? clock : who) },
      data: act === 'start' ? {} : { office: node.name },
    })),
  ]
}

const acts: Partial<Record<AttendanceState, [act: string, verb: string]>> = {
  ...{ present: ['sign-in', '活动签到'], served: ['sign-out', '活动签到'], absent: ['miss', '未到场'] },
  ...{ excused: ['excuse', '答复未到场说明'], cancelled: ['call-off', '活动取消'] },
}

type Scene = { cast: Cast; plot: Plot; node: Node; officer: Person; id: string }

const appealOf = ({ cast: { city }, plot }: Scene, { appeal }: Came) =>
  appeal && {
    ...{ words: appeal.words, at: city.at(plot.day + 1, 9), check: 'pass' },
    answer: appeal.answer ? { ...appeal.answer, by: '工会干部', at: city.at(plot.day + 1, 15) } : null,
  }

const putOne = (scene: Scene, came: Came, volunteer: Volunteer): Counted => {
  const { cast, plot, node, officer, id } = scene
  const { city } = cast
  const span = spanOf(city, plot)
  const at = city.at(Math.min(plot.day, 0) - 1, 12)
  const [inAt, outAt] = [came.in, came.out].map((minutes) =>
    minutes === undefined ? null : after(span.startsAt, minutes),
  ) as [Date | null, Date | null]
  const ended = acts[came.state]
  const happened: Happening[] = [
    { act: 'create', to: 'joined', at, by: 'volunteer', name: '志愿者', verb: '报名活动' },
    ...(ended
      ? [
          {
            act: ended[0],
            to: came.state,
            at: outAt ?? inAt ?? city.at(-1, 17),
            by: 'clock',
            name: '系统',
            verb: ended[1],
          },
        ]
      : []),
  ]
  const first = happened[0] as Happening
  const _id = deriveId('attendance', id, volunteer.id)
  const minutes = inAt && outAt ? serviceMinutes(span, inAt, outAt) : 0
  const special = isSpecial(plot.kind, plot.campaign ?? null)
  const year = Number(dateOf(span.startsAt).slice(0, 4))
  const manual = came.manual ? { reason: came.manual, by: officer.name } : null
  const lateAt = came.lateAt === undefined ? null : after(span.startsAt, came.lateAt)
  const appeal = appealOf(scene, came) ?? null
  city.add('attendances', {
    ...trail(
      city,
      { collection: 'attendances', _id, under: node.under, subject: `活动考勤 ${plot.title}` },
      ended ? happened : [{ ...first, to: came.state }],
    ),
    ...{
      activityId: id,
      applicationId: volunteer.id,
      openid: volunteer.openid,
      teamId: teamIdOf(cast.nodes, volunteer.id, volunteer.under),
      organiser: officer.personId,
    },
    ...{ year, special, title: plot.title, ...span, inAt, outAt, minutes, manual, metres: came.metres ?? null },
    ...{
      signals: came.signals ?? [],
      devices: [],
      noShows: came.noShows ?? 0,
      tries: [],
      digitTries: 0,
      triedAt: null,
    },
    claims: lateAt ? [{ way: 'in', at: lateAt, deliveredAt: after(lateAt, 38) }] : [],
    ...{ appeal, appealOpen: appeal !== null && appeal.answer === null, told: 0 },
    word: came.state === 'waiting' ? 'waiting' : came.state === 'cancelled' ? null : 'joined',
    history: manual && outAt ? [{ at: outAt, by: officer.name, words: manual.reason }] : [],
  })
  return { applicationId: volunteer.id, year, state: came.state, special, minutes }
}

/** One activity with who took part: the first of the volunteers below its union, in their order. */
export const putPlot = (cast: Cast, node: Node, officer: Person, plot: Plot): Counted[] => {
  const { city } = cast
  const id = deriveId('seed-activity', plot.name)
  const span = spanOf(city, plot)
  const { title, kind, place, meeting, quota, state, campaign = null, focus = [] } = plot
  const { skip = 0 } = plot
  const people = cast.volunteers.filter(({ under }) => under.includes(node._id)).slice(skip, skip + plot.came.length)
  city.add('activities', {
    ...trail(
      city,
      { collection: 'activities', _id: id, under: node.under, subject: `志愿活动 ${title}` },
      happeningsOf(city, plot, officer, node),
    ),
    ...{ title, kind, campaign, focus, place, meeting, quota, ...span, special: isSpecial(kind, campaign) },
    ...{ bring: '工作证、饮用水', contact: `${officer.name}（工会生产保障部）`, bar: null, spot: null },
    ...{ joinFrom: city.at(Math.min(plot.day, 0) - 2, 11), joinUntil: span.startsAt, leaveUntil: span.startsAt },
    audience: { nodeId: node._id, nodeName: node.name, teamId: null, teamName: null, specialties: [] },
    ...{ node: { id: node._id, name: node.name }, dictionary: activityDictionary, organiser: officer.personId },
    board: state === 'open' || state === 'running' ? node._id : null,
    checklist: checklistOf(plot, officer.name),
    line: people.map(({ id: one }, index) => ({ id: one, at: after(city.at(Math.min(plot.day, 0) - 1, 12), index) })),
    ...{ secret: fingerprint(`seed-activity/${plot.name}`), notices: [], reason: plot.reason ?? null },
    ...clockOf(city, plot),
  })
  return people.map((volunteer, index) =>
    putOne({ cast, plot, node, officer, id }, plot.came[index] as Came, volunteer),
  )
}

/** Activities of the city in every state, the first volunteer among those who joined; what they count for. */
export const putActivities = (cast: Cast): Counted[] =>
  plots.flatMap((plot) => {
    const node = cast.nodes.find(({ name }) => name === plot.union) ?? (cast.nodes[0] as Node)
    const officers = cast.staff.officers.get(node._id) ?? []
    // The second of them organises: what his people say is for the first one to answer.
    const officer = officers[1] ?? officers[0]
    return officer ? putPlot(cast, node, officer, plot) : []
  })

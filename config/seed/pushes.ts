import { dateOf, formatDate } from 'types/calendar'
import { deriveId } from 'types/ids'
import { messageTemplates, templateId } from 'types/message-templates'
import { audienceLabels, type MessageState } from 'types/notice'
import { readyText, type ReadyKey } from 'types/ready-texts'
import { reachOf, reachToken, type ReachKind } from 'types/reach'
import type { City } from './city'
import { openDice } from './dice'
import { putMessage } from './messages'
import { sourcesOf, type Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

type Who = 'workers' | 'volunteers' | 'fixers'
type Plan = {
  name: string
  who: Who
  days: number
  values: Readonly<Record<string, string>>
  page: string
  /** Share of recipients WeChat reached, and of those who saw it in the app, in percent. */
  reached: number
  seen?: number
  /** The ready-made text it was written with; without one it tells of an activity. */
  ready?: ReadyKey
}

const kinds: Record<Who, ReachKind> = { workers: 'worker', volunteers: 'volunteer', fixers: 'fixer' }

const plans: readonly Plan[] = [
  {
    ...{ name: 'contest', who: 'workers', days: -9, page: 'pages/quiz/index', reached: 41 },
    values: {
      thing1: '安全生产月知识闯关',
      time2: '本月起每天可以挑战',
      thing3: '小程序“安全知识闯关”',
      thing4: '答题学法条，每天几分钟',
    },
  },
  {
    ...{ name: 'patrol', who: 'volunteers', days: -4, page: 'packages/volunteer/index', reached: 64 },
    values: { thing1: '冬季消防通道专题检查', thing3: '各街道总工会集合', thing4: '请带志愿者证，穿防滑鞋' },
  },
  {
    ...{ name: 'rainstorm', who: 'fixers', days: -8, page: 'pages/hazard/index', reached: 46, seen: 68 },
    ...{ ready: 'rainstorm', values: { ...readyText('rainstorm')?.wording, thing2: '各企业' } },
  },
]

const outcome = (dice: ReturnType<typeof openDice>, reached: number): MessageState => {
  if (dice.chance(reached)) return 'sent'
  return dice.chance(4) ? 'refused' : 'no-credit'
}

const putOne = (city: City, root: Node, officer: Person, people: readonly Person[], plan: Plan) => {
  const dice = openDice(`push/${plan.name}`)
  const id = deriveId('seed-push', plan.name)
  const at = city.at(plan.days, 9)
  const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
  const token = reachToken(root._id, kinds[plan.who])
  const recipients = people.filter((person) => reachOf(sourcesOf(person)).reach.includes(token))
  const template = plan.ready ? ('work-to-do' as const) : ('activity' as const)
  const values = {
    ...plan.values,
    [plan.ready ? 'time3' : 'time2']: city.at(plan.days + (plan.ready ? 0 : 3), plan.ready ? 18 : 9),
  }
  for (const to of recipients) {
    const state = outcome(dice, plan.reached)
    const message = { pushId: id, template, values, page: plan.page, state, read: dice.chance(plan.seen ?? 50) }
    putMessage(city, { _id: deriveId('push', id, to.openid), to, at: minutes(2), ...message })
    city.count('notice', `push.${id}`, state)
  }
  const clock = { by: 'clock', name: '系统', at: minutes(2) }
  const { title } = messageTemplates[template]
  const words = `${root.name} · ${audienceLabels[plan.who]}`
  const about = { collection: 'pushes', _id: id, under: root.under, subject: `推送「${title}」：${words}` }
  const happenings = [
    { act: 'create', to: 'preparing', at, by: officer.personId, name: officer.name, verb: '推送消息' },
    { ...clock, act: 'start', to: 'sending', verb: '备齐推送名单', data: { total: recipients.length } },
    { ...clock, act: 'finish', to: 'done', at: minutes(6), verb: '推送完毕' },
  ]
  city.add('pushes', {
    ...trail(city, about, happenings),
    ...{ nodeId: root._id, template, title, audience: { nodeId: root._id, who: plan.who }, ready: plan.ready ?? null },
    ...{
      audienceWords: words,
      page: plan.page,
      cursor:
        recipients
          .map(({ openid }) => openid)
          .sort()
          .at(-1) ?? '',
    },
    ...{ wording: plan.values, total: recipients.length, by: officer.name, authorId: officer.personId, laid: true },
  })
}

type Standing = {
  name: string
  thing1: string
  days: number
  /** Of that day; 9 where nothing is said. */
  hour?: number
  state: 'waiting' | 'returned' | 'scheduled' | 'cancelled'
}

const standings: readonly Standing[] = [
  { name: 'waits', thing1: '《安全生产法》宣讲报名', days: -1, hour: 16, state: 'waiting' },
  { name: 'returned', thing1: '冬季用电安全提醒', days: -2, state: 'returned' },
  { name: 'later', thing1: '班组安全日活动', days: -1, state: 'scheduled' },
  { name: 'off', thing1: '消防演练（改期）', days: -6, state: 'cancelled' },
]

const actOf = { waiting: null, scheduled: null, returned: 'return', cancelled: 'cancel' } as const
const verbOf = { return: '退回推送', cancel: '取消推送' } as const

/** Pushes that nobody got: one waits for a second officer, one came back, one waits for its time, one was called off. */
const putStanding = (city: City, root: Node, author: Person, other: Person, plan: Standing) => {
  const id = deriveId('seed-push', plan.name)
  const at = city.at(plan.days, plan.hour ?? 9)
  const { title } = messageTemplates.activity
  const words = `${root.name} · ${audienceLabels.workers}`
  const about = { collection: 'pushes', _id: id, under: root.under, subject: `推送「${title}」：${words}` }
  const act = actOf[plan.state]
  const first = plan.state === 'scheduled' ? 'scheduled' : act === 'cancel' ? 'scheduled' : 'waiting'
  const happenings = [
    { act: 'create', to: first, at, by: author.personId, name: author.name, verb: '推送消息' },
    ...(act
      ? [{ act, to: plan.state, at: city.at(plan.days, 11), by: other.personId, name: other.name, verb: verbOf[act] }]
      : []),
  ]
  const wording = {
    thing1: plan.thing1,
    time2: `${formatDate(city.at(plan.days + 10, 9))} 09:00`,
    thing3: '各单位会议室',
    thing4: '请提前十分钟到',
  }
  city.add('pushes', {
    ...trail(city, about, happenings),
    ...{ nodeId: root._id, template: 'activity', title, audience: { nodeId: root._id, who: 'workers' }, page: null },
    ...{ audienceWords: words, cursor: '', wording, total: 0, by: author.name, union: root.name, size: 501 },
    ...{
      authorId: author.personId,
      day: dateOf(first === 'scheduled' ? city.at(2, 9) : at),
      note: plan.state === 'returned' ? '时间和上周的通知重了，请改期' : null,
    },
    dueAt: first === 'scheduled' ? city.at(2, 9) : null,
  })
}

const putAudience = (city: City, root: Node, officer: Person) => {
  const id = deriveId('seed-audience', 'not-reported')
  const [name, at] = ['本月还没上报的职工', city.at(-20, 10)]
  const about = { collection: 'notice_audiences', _id: id, under: root.under, subject: `推送对象「${name}」` }
  const birth = { act: 'create', to: 'live', at, by: officer.personId, name: officer.name, verb: '保存推送对象' }
  city.add('notice_audiences', {
    ...trail(city, about, [birth]),
    ...{ nodeId: root._id, nodeName: root.name, name, by: officer.name },
    audience: { nodeId: root._id, who: 'workers', reported: false },
    words: `${root.name} · ${audienceLabels.workers}（本月还没有实名上报隐患）`,
  })
}

const earnedAt = ['receipt', 'quiz-result', 'activity', 'messages'] as const

/** Consents people gave, in our ledger and as WeChat counts them. */
const putConsents = (city: City, people: readonly Person[]) => {
  const dice = openDice('consents')
  for (const { openid } of people) {
    const [activity, work] = [dice.chance(55) ? 1 + dice.below(3) : 0, dice.chance(30) ? 1 : 0]
    if (activity + work === 0) continue
    const spent = dice.chance(40) ? 1 : 0
    const place = earnedAt[dice.below(earnedAt.length)] ?? 'messages'
    city.add('subscribers', {
      ...{ _id: openid, left: { activity, 'work-to-do': work }, log: [], updatedAt: city.at(-3, 12) },
      earned: { activity: { [place]: activity + spent }, ...(work > 0 && { 'work-to-do': { desk: work } }) },
      spent: { activity: spent },
    })
    if (activity > 0) city.consent(openid, templateId('activity', {}), activity)
    if (work > 0) city.consent(openid, templateId('work-to-do', {}), work)
  }
}

/** What the city union has sent so far, with each recipient's result; what waits; and who agreed to what. */
export const putPushes = (city: City, root: Node, officer: Person, people: readonly Person[], other: Person) => {
  for (const plan of plans) putOne(city, root, officer, people, plan)
  for (const plan of standings) putStanding(city, root, officer, other, plan)
  putAudience(city, root, officer)
  putConsents(city, people)
}

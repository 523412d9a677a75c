import { deriveId } from 'types/ids'
import { messageTemplates } from 'types/message-templates'
import { audienceLabels, type MessageState } from 'types/notice'
import { reachOf, reachToken, type ReachKind } from 'types/reach'
import type { City } from './city'
import { openDice } from './dice'
import { putMessage } from './messages'
import { sourcesOf, type Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

type Who = 'workers' | 'volunteers'
type Plan = {
  name: string
  who: Who
  days: number
  values: Readonly<Record<string, string>>
  page: string
  /** Share of recipients WeChat reached, in percent. */
  reached: number
}

const kinds: Record<Who, ReachKind> = { workers: 'worker', volunteers: 'volunteer' }

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
  const values = { ...plan.values, time2: city.at(plan.days + 3, 9) }
  for (const to of recipients) {
    const state = outcome(dice, plan.reached)
    const message = { pushId: id, template: 'activity' as const, values, page: plan.page, state, read: dice.chance(50) }
    putMessage(city, { _id: deriveId('push', id, to.openid), to, at: minutes(2), ...message })
    city.count('notice', `push.${id}`, state)
  }
  const clock = { by: 'clock', name: '系统', at: minutes(2) }
  const { title } = messageTemplates.activity
  const words = `${root.name} · ${audienceLabels[plan.who]}`
  const about = { collection: 'pushes', _id: id, under: root.under, subject: `推送「${title}」：${words}` }
  const happenings = [
    { act: 'create', to: 'preparing', at, by: officer.personId, name: officer.name, verb: '推送消息' },
    { ...clock, act: 'start', to: 'sending', verb: '备齐推送名单', data: { total: recipients.length } },
    { ...clock, act: 'finish', to: 'done', at: minutes(6), verb: '推送完毕' },
  ]
  city.add('pushes', {
    ...trail(city, about, happenings),
    ...{ nodeId: root._id, template: 'activity', title, audience: { nodeId: root._id, who: plan.who } },
    ...{
      audienceWords: words,
      page: plan.page,
      cursor:
        recipients
          .map(({ openid }) => openid)
          .sort()
          .at(-1) ?? '',
    },
    ...{ wording: plan.values, total: recipients.length, by: officer.name },
  })
}

/** What the city union has sent so far, with each recipient's result. */
export const putPushes = (city: City, root: Node, officer: Person, people: readonly Person[]) => {
  for (const plan of plans) putOne(city, root, officer, people, plan)
}

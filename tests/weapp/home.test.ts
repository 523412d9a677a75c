import { ruleSets } from 'types/rule-sets'
import { openPhone, type Phone } from '../support/weapp'
import type { PageElement } from '../support/weapp/page-element'

const id = (letter: string) => letter.repeat(22)
const booth = id('B')
const landing = (task: string) => ({
  union: { id: id('U'), name: '青泽市总工会' },
  booth: { id: booth, name: '中心广场 3 号展台', place: '中心广场', task },
  task,
  enterprise: null,
  campaign: {
    id: id('C'),
    title: '安全生产月',
    slogan: '人人讲安全',
    opensAt: '2026-06-01T00:00:00.000Z',
    closesAt: '2036-06-30T00:00:00.000Z',
    state: 'open',
    players: 3418,
    levels: 2,
  },
  others: [],
})
const levels = [1, 2].map((level) => ({
  level,
  title: `第${level}课`,
  questions: 10,
  seconds: 120,
  passRight: 6,
  state: level === 1 ? 'passed' : 'open',
  best: level === 1 ? 90 : null,
  ...{ day: null, attemptsLeft: 3, study: false },
}))
const progress = {
  ...{ rules: ruleSets[0].rules, levels, openPaper: null, attemptsLeft: 3, points: 90, perfect: 0, cards: [] },
  ...{ chances: 0, chancesLeft: 0, unit: null, excluded: null, mark: 'ABCDEFGHX', wrongBook: 1 },
}
const nobody = { name: null, phone: null, unit: null, grants: [] }
const officer = {
  ...nobody,
  name: '周敏',
  grants: [
    { id: id('G'), role: 'officer', nodeId: id('N'), nodeName: '东原区总工会', authority: 'union', enterpriseId: null },
  ],
}

type Event = { action: string; input: Record<string, unknown> }
const answers = (task: string, me: object): Record<string, object> => ({
  'org.landing': landing(task),
  'org.scan': { id: booth },
  'org.me': me,
  'quiz.campaign': { ...landing(task).campaign, ...progress },
})

type Case = { task?: string; me?: object; storage?: Map<string, unknown> }

const open = ({ task = 'home', me = nobody, storage = new Map() }: Case = {}) => {
  const asked: string[] = []
  const phone = openPhone({
    storage,
    cloud: {
      call: (name, event) => {
        const { action } = event as Event
        asked.push(`${name}.${action}`)
        const data = answers(task, me)[`${name}.${action}`]
        const error = { code: 'INTERNAL', message: '系统出了点问题', requestId: 'r' }
        return Promise.resolve(data ? { ok: true, data } : { ok: false, error })
      },
    },
  })
  return { phone, asked }
}

const everything = (element: PageElement): PageElement[] => [element, ...element.children.flatMap(everything)]
const classOf = (phone: Phone, part: string) =>
  everything(phone.tree()).find((element) =>
    String(element.attrs.class ?? '')
      .split(' ')
      .includes(part),
  )

describe('home', () => {
  test('a scanned booth opens with its campaign, asks nothing and is counted', async () => {
    const { phone, asked } = open()
    await phone.launch('pages/home/index', { scene: `b%3D${booth}` }, 1047)
    await phone.waitFor('继续闯关')
    for (const words of ['青泽市总工会', '中心广场 3 号展台', '安全生产月', '3,418 名职工已参加', '拨打 12350'])
      await phone.waitFor(words)
    expect(asked).toContain('org.scan')
    expect(phone.diary.calls.find(({ event }) => (event as Event).action === 'landing')?.event).toMatchObject({
      input: { booth },
    })
  })

  test('the booth is still known at the next opening and is not counted twice', async () => {
    const storage = new Map<string, unknown>()
    await open({ storage }).phone.launch('pages/home/index', { scene: `b%3D${booth}` }, 1047)
    const { phone, asked } = open({ storage })
    await phone.launch('pages/home/index')
    await phone.waitFor('中心广场 3 号展台')
    expect(asked).not.toContain('org.scan')
  })

  test.each([
    ['quiz', 'pages/quiz/index'],
    ['hazard', 'pages/hazard/index'],
    ['home', 'pages/home/index'],
  ])('the door of codes leads a booth for %s to %s', async (task, route) => {
    const { phone } = open({ task })
    await phone.launch('pages/scan/index', { scene: `b%3D${booth}` }, 1047)
    await phone.waitFor(() => phone.route() === route)
  })

  test('a code that is none of ours says so and leads home', async () => {
    const { phone } = open()
    await phone.launch('pages/scan/index', { scene: 'x%3D1' }, 1047)
    expect(phone.text()).toContain('没有认出这个码')
    await phone.tap('进入首页')
    expect(phone.route()).toBe('pages/home/index')
  })

  test('what can be pressed has a role and a name for the screen reader', async () => {
    const { phone } = open()
    await phone.launch('pages/home/index')
    await phone.waitFor('继续闯关')
    const pressed = everything(phone.tree()).filter(({ events }) => events.has('tap'))
    const named = pressed.filter(({ attrs, text }) => attrs.ariaRole && (attrs.ariaLabel || text))
    expect(pressed.length).toBeGreaterThan(8)
    expect(named.length).toBe(pressed.length)
    expect(named.some(({ attrs }) => attrs.ariaLabel === '生产安全举报，拨打 12350')).toBe(true)
  })
})

describe('text size and simple mode', () => {
  test('change at once, and are kept', async () => {
    const storage = new Map<string, unknown>()
    const { phone } = open({ storage })
    await phone.launch('pages/my/display')
    await phone.tap('特大')
    expect(classOf(phone, 'text-huge')).toBeDefined()
    await phone.tap('简洁模式：首页只留最常用的几件事')
    const again = open({ storage }).phone
    await again.launch('pages/home/index')
    await again.waitFor('拍照报隐患')
    expect(classOf(again, 'text-huge')).toBeDefined()
    expect(again.text()).not.toContain('成为安全监督志愿者')
  })
})

describe('my', () => {
  test('a worker meets no desk', async () => {
    const { phone } = open()
    await phone.launch('pages/my/index')
    await phone.waitFor('职工朋友')
    expect(phone.text()).not.toMatch(/工作台|待我整改/)
  })

  test('an officer does', async () => {
    const { phone } = open({ me: officer })
    await phone.launch('pages/my/index')
    await phone.waitFor('工作台')
    await phone.waitFor('东原区总工会')
  })
})

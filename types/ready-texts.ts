import type { OfficerTemplate, Wording } from './template-keys'
import * as z from './zod'

export const ReadyKey = z.enum([
  ...['typhoon', 'rainstorm', 'heat', 'cold', 'spring-festival', 'labour-day', 'national-day', 'safety-month'],
] as const)
export type ReadyKey = z.output<typeof ReadyKey>

export type ReadyText = {
  key: ReadyKey
  name: string
  kind: '天气' | '节日'
  template: OfficerTemplate
  /** Whom it is usually for. */
  who: 'fixers' | 'workers'
  wording: Wording
  page: string
}

type Said = Pick<ReadyText, 'key' | 'name' | 'kind'> & { matter: string; note: string }

// An enterprise is asked to look for itself: the union reminds, it does not order.
const check = ({ matter, note, ...rest }: Said): ReadyText => ({
  ...rest,
  ...{ template: 'work-to-do', who: 'fixers', page: 'pages/hazard/index' },
  wording: { thing1: matter, thing2: '[[有单位|{{单位}}|各企业]]', time3: '{{日期}} 18:00', thing4: note },
})

/** Reminders a union sends again every year; the officer changes what he likes before sending. */
export const readyTexts: readonly ReadyText[] = [
  check({
    key: 'typhoon',
    name: '台风前自查',
    kind: '天气',
    matter: '台风将到，请做防风自查',
    note: '查吊篮、围挡、广告牌，拍照上报',
  }),
  check({
    key: 'rainstorm',
    name: '暴雨前自查',
    kind: '天气',
    matter: '暴雨将到，请做防汛自查',
    note: '查配电、地下室、排水口，拍照上报',
  }),
  check({
    key: 'heat',
    name: '高温防暑',
    kind: '天气',
    matter: '高温天气，请落实防暑降温',
    note: '错峰作业，备好清凉饮料和急救药',
  }),
  check({
    key: 'cold',
    name: '寒潮防冻',
    kind: '天气',
    matter: '寒潮将到，请做防冻自查',
    note: '查用电取暖、管道和路面结冰',
  }),
  check({
    key: 'spring-festival',
    name: '春节前检查',
    kind: '节日',
    matter: '春节前请做一次安全检查',
    note: '停产断电、值班和复工前都要查',
  }),
  check({
    key: 'labour-day',
    name: '五一节前检查',
    kind: '节日',
    matter: '五一前请做一次安全检查',
    note: '查消防通道、用电和值班安排',
  }),
  check({
    key: 'national-day',
    name: '国庆节前检查',
    kind: '节日',
    matter: '国庆前请做一次安全检查',
    note: '查消防通道、用电和值班安排',
  }),
  check({
    key: 'safety-month',
    name: '安全生产月',
    kind: '节日',
    matter: '安全生产月，请查一次隐患',
    note: '发动职工随手拍，企业及时整改',
  }),
]

export const readyText = (key: string | undefined): ReadyText | undefined => readyTexts.find((text) => text.key === key)

import type { RawInputOf } from 'types/contract'
import { formatDateTime } from 'types/calendar'
import type { LongRule } from 'types/fit-wording'
import { messageTemplates } from 'types/message-templates'
import type { Audience } from 'types/notice-audience'
import type { noticeContract, OfficerTemplate } from 'types/notice'
import { shippedPushRules } from 'types/notice-rules'
import type { ReadyKey } from 'types/ready-texts'
import { tabs } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { Step } from '../node-browser'
import { freshNarrowing, toAudience, type Narrowing } from './audience-values'

export const pushSteps = ['写内容', '选对象和时间', '预览并发送'] as const

export type Who = Audience['who']
export type PushValues = {
  template: OfficerTemplate
  node: Step
  who: Who
  narrow: Narrowing
  /** What stands in each field, with placeholders as written. */
  wording: Record<string, string>
  page: string
  /** What is done where a name or a unit is too long; empty: nothing. */
  longRule: LongRule | ''
  /** The kept text, or the ready-made one, it was begun with. */
  text: string
  ready: ReadyKey | ''
  /** `YYYY-MM-DD` and `HH:mm` in Shanghai; both empty: at once. */
  day: string
  time: string
}
type Push = Omit<RawInputOf<typeof noticeContract.send>, '_id'>

const fieldsOf = (template: OfficerTemplate) => messageTemplates[template].fields

/** Empty fields of a template, the time ones filled with now: easier to change than to type. */
export const freshWording = (template: OfficerTemplate, now: Date): Record<string, string> =>
  Object.fromEntries(fieldsOf(template).map(({ key }) => [key, key.startsWith('time') ? formatDateTime(now) : '']))

/** Whether the wording belongs to this template. */
export const fitsTemplate = (template: OfficerTemplate, wording: Record<string, string>): boolean => {
  const keys = fieldsOf(template).map(({ key }) => key)
  return keys.length === Object.keys(wording).length && keys.every((key) => key in wording)
}

export const freshPush = (node: Step, now: Date): PushValues => ({
  ...{ template: 'activity', node, who: 'everyone', page: '', day: '', time: '' },
  narrow: freshNarrowing,
  ...{ longRule: '', text: '', ready: '' },
  wording: freshWording('activity', now),
})

const address = (path: string) => path.slice(1)

/** Pages a message may lead to. */
export const pageOptions = [
  { value: '', label: '只看消息，不跳转' },
  { value: address(tabs.home), label: '首页' },
  { value: address(tabs.quiz), label: '闯关' },
  { value: address(tabs.hazard), label: '随手拍' },
  { value: address(routes.drives), label: '主题活动' },
  { value: address(routes.hazardMine), label: '我的上报' },
  { value: address(routes.volunteer), label: '志愿者申请' },
  { value: address(routes.fixList), label: '待我整改' },
  { value: address(routes.desk), label: '工作台' },
] as const

const pad = (part: number) => String(part).padStart(2, '0')
/** Every half hour in which WeChat reminds people. */
export const timeOptions = Array.from(
  { length: (shippedPushRules.quietFrom - shippedPushRules.quietTo) * 2 },
  (_, half) => {
    const value = `${pad(shippedPushRules.quietTo + Math.floor(half / 2))}:${half % 2 === 0 ? '00' : '30'}`
    return { value, label: value }
  },
)

/** The form as the contract takes it; `seat` is the node in whose name it is sent. */
export const toPush = (
  { template, node, who, narrow, wording, page, longRule, day, time }: PushValues,
  seat: string,
): Push => ({
  ...{ nodeId: seat, template, audience: toAudience(node.id, who, narrow), wording },
  ...(page && { page }),
  ...(longRule && { longRule }),
  ...(day && { dueAt: new Date(`${day}T${time || '09:00'}:00+08:00`).toISOString() }),
})

/** The same with what it was begun with: as it is sent. */
export const toSend = (values: PushValues, seat: string): Push => ({
  ...toPush(values, seat),
  ...(values.text && { text: values.text }),
  ...(values.ready && { ready: values.ready }),
})

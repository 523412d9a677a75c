import { fitField } from 'types/message-fields'
import { messageTemplates } from 'types/message-templates'
import type { MessageState, TemplateKey } from 'types/notice'
import type { City } from './city'

type Told = {
  _id: string
  to: { openid: string; name: string }
  pushId: string | null
  template: TemplateKey
  values: Readonly<Record<string, string | Date>>
  page: string | null
  state: MessageState
  at: Date
  read: boolean
}

const reasons: Partial<Record<MessageState, string>> = {
  'no-credit': '对方没有可用的订阅次数',
  refused: '对方没有订阅，或已拒收',
}

/** One message as it lies in an inbox, its way to WeChat over already. */
export const putMessage = (city: City, { _id, to, pushId, template, values, page, state, at, read }: Told) => {
  const { title, fields } = messageTemplates[template]
  city.add('messages', {
    ...{ _id, openid: to.openid, name: pushId ? to.name : null, pushId, template, title, page, state, read, at },
    fields: fields.map(({ key, name }) => ({ key, name, value: fitField(key, values[key] ?? '') })),
    ...{ reason: reasons[state] ?? null, settledAt: new Date(at.getTime() + 60_000), leaseUntil: null },
    ...{ outbox: [], outboxAt: null },
  })
}

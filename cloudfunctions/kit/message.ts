import type { MessagePayload } from 'types/documents'
import { fitField } from 'types/message-fields'
import type { FixedKey, TriggerKey } from 'types/triggers'
import type { OutboxItem } from './aggregate'

type Said = {
  openid: string
  template: MessagePayload['template']
  values: Readonly<Record<string, string | Date>>
  page: string | null
}
/** `line`: union ids from the root down, whose settings decide whether it is sent; what cannot be switched off needs none. */
type Cause = { trigger: FixedKey; line?: readonly string[] } | { trigger: TriggerKey; line: readonly string[] }

/**
 * A message for notice, to be laid into an outbox: each value as WeChat takes it.
 * @throws TypeError where a value can be made to fit no way
 */
export const messageTo = ({ values, line, ...said }: Said & Cause): Omit<OutboxItem, 'id'> => {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  const payload: MessagePayload = { ...said, data, ...(line && { line: [...line] }) }
  return { to: 'notice', kind: 'message', payload }
}

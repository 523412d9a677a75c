import { fitField } from 'types/message-fields'
import { messageTemplates } from 'types/message-templates'
import type { TemplateKey } from 'types/notice'
import type { MessageDoc } from '../documents'

type Data = Readonly<Record<string, string>>
type Draft = Pick<MessageDoc, '_id' | 'openid' | 'name' | 'pushId' | 'template' | 'page' | 'fields'> & { at: Date }

/** A message as laid out: readable in the app at once, waiting for the sender. */
export const layMessage = (draft: Draft): MessageDoc => ({
  ...draft,
  ...{ title: messageTemplates[draft.template].title, state: 'queued', reason: null, settledAt: null },
  ...{ leaseUntil: null, read: false, outbox: [], outboxAt: null },
})

// What no nearby value exists for stays as it came: WeChat names it in its refusal, and the person reads it in the app.
const nearest = (key: string, value: string): string => {
  try {
    return fitField(key, value)
  } catch {
    return value
  }
}

/** The fields of a message that came from another function, cut to what WeChat takes. */
export const fitData = (template: TemplateKey, data: Data): MessageDoc['fields'] =>
  messageTemplates[template].fields.map(({ key, name }) => ({ key, name, value: nearest(key, data[key] ?? '') }))

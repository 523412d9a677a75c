import { messageTemplates, templateId } from 'types/message-templates'
import type { noticeContract } from 'types/notice'
import type { Handler } from '../kit/serve'

/** The templates an officer may send, with a hint for each field. */
export const templates: Handler<typeof noticeContract.templates> = async () => ({
  items: Object.values(messageTemplates).map(({ key, title, fields }) => ({
    ...{ key, title, id: templateId(key, process.env) },
    fields: fields.map((field) => ({ ...field })),
  })),
})

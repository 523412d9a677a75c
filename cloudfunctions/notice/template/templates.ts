import { messageTemplates, templateId } from 'types/message-templates'
import { OfficerTemplate, type noticeContract } from 'types/notice'
import type { Handler } from '../../kit/serve'

/** The templates an officer may send, with a hint for each field. */
export const templates: Handler<typeof noticeContract.templates> = async () => ({
  items: OfficerTemplate.options.map((key) => {
    const { title, fields } = messageTemplates[key]
    return { key, title, id: templateId(key, process.env), fields: fields.map((field) => ({ ...field })) }
  }),
})

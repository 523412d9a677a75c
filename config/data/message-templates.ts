import { messageTemplates as book, templateId } from 'types/message-templates'

export type MessageTemplateData = {
  key: string
  /** The account's template id; NOTICE_TEMPLATE_<KEY> of the environment wins. */
  id: string
  title: string
  fields: { key: string; name: string }[]
}

/** Subscribe-message templates of the account, as the manifest and the deployment need them. */
export const messageTemplates: MessageTemplateData[] = Object.values(book).map(({ key, title, fields }) => ({
  key,
  id: templateId(key, process.env),
  title,
  fields: fields.map((field) => ({ key: field.key, name: field.name })),
}))

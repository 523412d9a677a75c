import * as z from './zod'

/** Keys of our own message templates; the account's template ids are configuration. */
export const TemplateKey = z.enum(['hazard-progress', 'review-result', 'activity', 'work-to-do'])
export type TemplateKey = z.output<typeof TemplateKey>
/** What an officer may send. The others speak of one's own report or application, and the system alone says that. */
export const OfficerTemplate = TemplateKey.extract(['activity', 'work-to-do'])
export type OfficerTemplate = z.output<typeof OfficerTemplate>

/** What stands in each field of a template, by WeChat's key, with placeholders as written (types/placeholders). */
const FieldName = z
  .string()
  .max(30)
  .regex(/^[a-z_]+\d*$/, { error: '这个模板没有这一项，请去掉' })
export const Wording = z.record(FieldName, z.string().max(200))
export type Wording = z.output<typeof Wording>

/** A page of this mini program, without leading slash: what a tap on the message opens. */
export const MessagePage = z
  .string()
  .max(200)
  .regex(/^(pages|packages)\/[\w/-]+(\?[\w=&.~-]*)?$/, { error: '跳转页面有误，请从列表里选择' })

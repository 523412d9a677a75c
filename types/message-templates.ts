import type { TemplateKey } from './notice'

export type TemplateField = {
  /** WeChat's key: kind and number, `thing1`. */
  key: string
  /** Chinese name as it stands in the template. */
  name: string
  /** For the officer who types it. */
  hint: string
}
export type MessageTemplate = { key: TemplateKey; title: string; fields: readonly TemplateField[] }

const words = (key: string, name: string): TemplateField => ({ key, name, hint: '20 个字以内' })
const phrase = (key: string, name: string): TemplateField => ({ key, name, hint: '5 个汉字以内，如“整改中”' })
const time = (key: string, name: string): TemplateField => ({ key, name, hint: '如“2026年6月1日 09:30”' })

/**
 * The four subscribe-message templates of the product, as they are applied for in the account's template library.
 * `data` of a message is keyed by these keys; types/message-fields knows what each kind may hold.
 */
export const messageTemplates: Readonly<Record<TemplateKey, MessageTemplate>> = {
  'hazard-progress': {
    key: 'hazard-progress',
    title: '隐患处理进度提醒',
    fields: [
      { key: 'character_string1', name: '上报编号', hint: '32 位以内的数字和字母' },
      words('thing2', '隐患情况'),
      phrase('phrase3', '当前进度'),
      time('time4', '更新时间'),
      words('thing5', '备注'),
    ],
  },
  'review-result': {
    key: 'review-result',
    title: '审核结果通知',
    fields: [
      words('thing1', '审核事项'),
      phrase('phrase2', '审核结果'),
      words('thing3', '审核意见'),
      time('time4', '审核时间'),
    ],
  },
  activity: {
    key: 'activity',
    title: '活动通知',
    fields: [
      words('thing1', '活动名称'),
      time('time2', '活动时间'),
      words('thing3', '活动地点'),
      words('thing4', '温馨提示'),
    ],
  },
  'work-to-do': {
    key: 'work-to-do',
    title: '待办事项提醒',
    fields: [
      words('thing1', '事项名称'),
      words('thing2', '所属单位'),
      time('time3', '办理期限'),
      words('thing4', '备注'),
    ],
  },
}

/** Environment variable that holds the account's id of a template: `NOTICE_TEMPLATE_HAZARD_PROGRESS`. */
export const templateVariable = (key: TemplateKey) => `NOTICE_TEMPLATE_${key.toUpperCase().replaceAll('-', '_')}`

/** The account's id of a template; without one configured the id under which the local cloud knows it. */
export const templateId = (key: TemplateKey, environment: Readonly<Record<string, string | undefined>>): string =>
  environment[templateVariable(key)] || `local-${key}`

import type { Clock } from '../clock/open-clock'
import type { CloudManifest, TemplateManifest } from '../manifest/cloud-manifest'
import { fitsField } from './field-rules'
import type { OpenApiParams } from './openapi-codec'
import type { Consents } from './open-consents'
import type { Inbox } from './open-inbox'
import { wxError } from './wx-error'

const OPENID = /^[\w-]{4,64}$/
const STATES = ['formal', 'trial', 'developer']

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether a page with optional query is one of the published pages. */
export const isPublished = (pages: string[], page: string): boolean => pages.includes(page.split('?')[0] ?? '')

const valueOf = (data: unknown, key: string): string => {
  const field: unknown = (data as Record<string, unknown> | null | undefined)?.[key]
  const value: unknown = (field as { value?: unknown } | null | undefined)?.value
  return typeof value === 'number' ? String(value) : text(value)
}

const checkData = (template: TemplateManifest, data: unknown): Record<string, { value: string }> => {
  if (typeof data !== 'object' || data === null) throw wxError(47003, 'argument invalid! data is empty')
  const unknown = Object.keys(data).find((key) => !template.fields.some((field) => field.key === key))
  if (unknown) throw wxError(47003, `argument invalid! data.${unknown} is not in template`)
  const checked = template.fields.map(({ key }) => {
    const value = valueOf(data, key)
    if (value === '') throw wxError(47003, `argument invalid! data.${key}.value is empty`)
    if (!fitsField(key, value)) throw wxError(47003, `argument invalid! data.${key}.value invalid`)
    return [key, { value }] as const
  })
  return Object.fromEntries(checked)
}

type Rooms = { manifest: CloudManifest; clock: Clock; consents: Consents; inbox: Inbox }

/** subscribeMessage.send: checks in WeChat's order, uses up one granted message and delivers to the inbox. */
export const sendSubscribeMessage = ({ manifest, clock, consents, inbox }: Rooms, params: OpenApiParams): unknown => {
  const openid = text(params.touser)
  const page = text(params.page)
  const miniprogramState = text(params.miniprogram_state) || 'formal'
  const template = manifest.templates.find(({ id }) => id === params.template_id)
  if (!OPENID.test(openid)) throw wxError(40003, 'invalid openid')
  if (!template) throw wxError(40037, 'invalid template_id')
  if (page !== '' && !isPublished(manifest.pages, page)) throw wxError(41030, 'invalid page')
  if (!STATES.includes(miniprogramState)) throw wxError(47003, 'argument invalid! miniprogram_state invalid')
  const data = checkData(template, params.data)
  if (!consents.use(openid, template.id)) throw wxError(43101, 'user refuse to accept the msg')
  inbox.deliver({
    openid,
    templateId: template.id,
    title: template.title,
    page,
    data,
    fields: template.fields.map(({ key, name }) => ({ name, value: data[key]?.value ?? '' })),
    miniprogramState,
    at: new Date(clock.now()).toISOString(),
  })
  return {}
}

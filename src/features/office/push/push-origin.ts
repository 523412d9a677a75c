import type { TextRow } from 'types/notice-template'
import type { ReadyText } from 'types/ready-texts'
import type { PushValues } from './push-values'
import { freshWording } from './push-values'
import { formatDateTime } from 'types/calendar'
import { fitField } from 'types/message-fields'
import { routes } from '@/lib/routes'

/** What a push begins with: a text that is kept, or one that comes with the product. */
export type PushOrigin = { key: string; values: Partial<PushValues> }

const filled = (template: TextRow['template'], wording: Record<string, string>) => {
  const fresh = freshWording(template, new Date())
  return Object.fromEntries(Object.entries(fresh).map(([key, value]) => [key, wording[key]?.trim() || value]))
}

export const originOfText = ({ id, template, wording, page }: TextRow): PushOrigin => ({
  key: `text-${id}`,
  values: { template, wording: filled(template, wording), page: page ?? '', text: id },
})

export const originOfReady = ({ key, template, wording, page, who }: ReadyText): PushOrigin => ({
  key: `ready-${key}`,
  values: { template, wording: filled(template, wording), page, who, ready: key },
})

/** What is known of a drive somebody wants to tell of. `from`: `YYYY-MM-DD`. */
export type ToldDrive = { id: string; theme: string; from: string; union: string; slogan: string }

/** The first word of a drive: its theme, its first day at nine, its union and its slogan, cut to what a message holds. */
export const originOfDrive = ({ id, theme, from, union, slogan }: ToldDrive): PushOrigin => {
  const time2 = formatDateTime(new Date(`${from}T09:00:00+08:00`))
  const words = { thing1: theme, thing3: union, thing4: slogan || '点开看看怎么参加' }
  const fitted = Object.fromEntries(Object.entries(words).map(([key, value]) => [key, fitField(key, value)]))
  const wording = filled('activity', { ...fitted, time2 })
  return { key: `drive-${id}`, values: { template: 'activity', wording, page: routes.drives.slice(1) } }
}

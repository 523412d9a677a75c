import type { TextRow } from 'types/notice-template'
import type { ReadyText } from 'types/ready-texts'
import type { PushValues } from './push-values'
import { freshWording } from './push-values'

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

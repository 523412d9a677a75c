import type { RawInputOf } from 'types/contract'
import { messageTemplates } from 'types/message-templates'
import type { TextEdition, TextRow, textEntries } from 'types/notice-template'
import type { OfficerTemplate } from 'types/template-keys'

export type TextValues = {
  name: string
  folder: string
  template: OfficerTemplate
  wording: Record<string, string>
  page: string
}

export const emptyWording = (template: OfficerTemplate): Record<string, string> =>
  Object.fromEntries(messageTemplates[template].fields.map(({ key }) => [key, '']))

export const freshText = (folder = ''): TextValues => ({
  ...{ name: '', folder, template: 'work-to-do', wording: emptyWording('work-to-do'), page: '' },
})

/** A text as the form has it; a copy gets a name of its own. */
export const valuesOf = (text: TextRow, isCopy: boolean): TextValues => ({
  name: isCopy ? `${text.name.slice(0, 26)}（副本）` : text.name,
  ...{ folder: text.folder, template: text.template, page: text.page ?? '' },
  wording: { ...emptyWording(text.template), ...text.wording },
})

type Body = Pick<RawInputOf<typeof textEntries.saveText>, 'name' | 'folder' | 'wording' | 'page'>

export const toBody = ({ name, folder, template, wording, page }: TextValues): Body => {
  const own = messageTemplates[template].fields.map(({ key }) => [key, wording[key] ?? ''] as const)
  return { name, folder, wording: Object.fromEntries(own), page: page || null }
}

/** Texts by their folders, those without one last. */
export const byFolder = (items: readonly TextRow[]): [string, TextRow[]][] => {
  const folders = new Map<string, TextRow[]>()
  for (const text of items) folders.set(text.folder, [...(folders.get(text.folder) ?? []), text])
  return [...folders].sort(([one], [other]) => Number(one === '') - Number(other === ''))
}

/** What an edition says, in one line. */
export const editionWords = ({ edition, changed }: Pick<TextEdition, 'edition' | 'changed'>): string =>
  changed.length > 0 ? `第 ${edition} 版，改了${changed.join('、')}` : `第 ${edition} 版`

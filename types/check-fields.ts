import { fitWording, type LongRule } from './fit-wording'
import { messageTemplates } from './message-templates'
import { parseWording, placeholders, type Known, type Placeholder } from './placeholders'
import type { TemplateKey, Wording } from './template-keys'

type Sample = 'example' | 'longest'
const samplesOf = (kind: Sample): Known =>
  Object.fromEntries((Object.keys(placeholders) as Placeholder[]).map((key) => [key, placeholders[key][kind]]))

/** Invented people a wording is looked at with: an ordinary one, a long one, one without a unit. */
export const samplePeople = {
  example: samplesOf('example'),
  longest: samplesOf('longest'),
  unitless: { ...samplesOf('example'), unit: null },
} as const satisfies Record<string, Known>

/** The sentence with the field's Chinese name in place of WeChat's key. */
export const named = (sentence: string, key: string, name: string) => sentence.replace(`模板字段“${key}”`, `“${name}”`)

const problemOf = (key: string, name: string, text: string, known: Known): string | null => {
  const { problem } = parseWording(text)
  if (problem) return problem
  // Who has the shortest name decides whether it can be sent at all; the longest is looked for in the audience.
  const shortest = fitWording(key, text, { ...known, name: '', unit: '' }).problem
  const usual = shortest && fitWording(key, text, known).problem
  return usual ? named(usual, key, name) : null
}

/**
 * Each field of a template: as typed, filled for an invented person, and what could be sent to nobody.
 * @param known what is known of the push (`union`, `day`); the person is invented
 */
export const checkFields = (template: TemplateKey, wording: Wording, known: Known = {}) => {
  const { fields } = messageTemplates[template]
  const person = { ...samplePeople.example, ...known }
  const own = fields.map(({ key, name }) => {
    const text = (wording[key] ?? '').trim()
    return { key, name, text, value: fitWording(key, text, person).value, problem: problemOf(key, name, text, person) }
  })
  const foreign = Object.keys(wording)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key) => {
      const text = wording[key] ?? ''
      return { key, name: key, text, value: text, problem: '这个模板没有这一项，请去掉。' }
    })
  return [...own, ...foreign]
}

/** The fields of a message to one person, and whether WeChat would take each. */
export const fillFields = (template: TemplateKey, wording: Wording, known: Known, rule?: LongRule | null) =>
  messageTemplates[template].fields.map(({ key, name }) => {
    const { value, problem, fitted } = fitWording(key, wording[key] ?? '', known, rule)
    return { key, name, value, fitted, problem: problem && named(problem, key, name) }
  })

import { AppError } from 'types/app-error'
import { checkFields } from 'types/check-fields'
import type { TemplateKey, Wording } from 'types/template-keys'

/**
 * The wording with each field trimmed.
 * @param mayBeOpen a text to be used later may leave whole fields empty, to be written when it is sent
 * @throws AppError INVALID_INPUT, a sentence at each field that cannot be sent to anybody
 */
export const checkWording = (template: TemplateKey, wording: Wording, mayBeOpen = false): Wording => {
  const fields = checkFields(template, wording)
  const problems = fields.flatMap(({ key, text, problem }) =>
    problem && (text || !mayBeOpen) ? [[`wording.${key}`, problem] as const] : [],
  )
  if (problems.length > 0) throw new AppError('INVALID_INPUT', { fields: Object.fromEntries(problems) })
  return Object.fromEntries(fields.map(({ key, text }) => [key, text]))
}

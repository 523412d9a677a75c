import * as z from 'types/zod'
import { volunteerContract } from 'types/volunteer-contract'
import { paperFields, paperSteps, type PaperField } from 'types/volunteer-paper-form'
import { ApplicationForm } from 'types/volunteer-form'
import { Papers } from 'types/volunteer-papers'
import { ApplicationView } from 'types/volunteer-views'

const blankless = (text: string) => text.replace(/[\s\u3000]/g, '')

const isAsked = (path: string) => {
  const [first = '', second] = path.split('.')
  return first in ApplicationForm.shape && (second === undefined || second in Papers.shape)
}

/** What a field of the paper form lacks where: empty when the product has it whole. */
export type Row = { label: string; contract: string; page: string; document: string }

const lacking = (missing: readonly string[]) => (missing.length === 0 ? 'there' : `missing ${missing.join(', ')}`)

const rowOf = (field: PaperField, page: string, document: string): Row => ({
  label: field.label,
  contract: lacking([
    ...field.asked.filter((path) => !isAsked(path)),
    ...field.shown.filter((name) => !(name in ApplicationView.shape)),
  ]),
  page: field.page.length === 0 ? 'not asked' : lacking(field.page.filter((words) => !page.includes(blankless(words)))),
  document: lacking(document.includes(blankless(field.label)) ? [] : [field.label]),
})

/** Every field of 附件1 against the contract, the words of the pages and the words of the printed document. */
export const compareFields = (page: string, document: string): Row[] =>
  paperFields.map((field) => rowOf(field, blankless(page), blankless(document)))

/** The six steps of 附件2, each with the entries that are missing. */
export const compareSteps = () =>
  paperSteps.map(({ no, text, entries }) => ({
    ...{ no, text, entries },
    missing: entries.filter((entry) => !Object.hasOwn(volunteerContract, entry)),
  }))

/** Text of a document's XML. */
export const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

export const isWhole = ({ contract, page, document }: Row): boolean =>
  [contract, page, document].every((part) => !part.startsWith('missing'))

/** Questions of the contract that stand on no paper: each has a reason of its own. */
export const beyondPaper = (): string[] => {
  const onPaper = new Set(paperFields.flatMap(({ asked }) => asked.map((path) => path.split('.')[0])))
  return z.array(z.string()).parse(Object.keys(ApplicationForm.shape).filter((name) => !onPaper.has(name)))
}

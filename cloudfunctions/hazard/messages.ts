import type { MessagePayload } from 'types/documents'
import { hazardKindLabels } from 'types/hazard'
import { fitField } from 'types/message-fields'
import type { OutboxItem } from '../kit/aggregate'
import type { HazardDoc } from './hazard'

type Push = Omit<OutboxItem, 'id'>
type Values = Record<string, string | Date>

const message = (openid: string, template: MessagePayload['template'], values: Values, page: string): Push => {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  return { to: 'notice', kind: 'message', payload: { openid, template, data, page } }
}

const pageOf = (doc: HazardDoc, path: string) => `${path}?id=${doc._id}`

/** Word to one of those who reported; the words themselves only to whom they belong. */
export const toOne = (openid: string, doc: HazardDoc, progress: string, note: string, at: Date): Push[] => {
  const about = openid === doc.owner ? doc.words : `${hazardKindLabels[doc.kind]}隐患`
  const values = { character_string1: doc.code, thing2: about, phrase3: progress, time4: at, thing5: note }
  return [message(openid, 'hazard-progress', values, pageOf(doc, 'packages/hazard/view'))]
}

/** Word about a step to everybody who reported it and is stored. */
export const toReporter = (doc: HazardDoc, progress: string, note: string, at: Date): Push[] =>
  doc.followers.flatMap((openid) => toOne(openid, doc, progress, note, at))

type Work = { title: string; by: Date; note: string }

const toWorker = (openid: string, doc: HazardDoc, { title, by, note }: Work, path: string): Push => {
  const values = { thing1: title, thing2: doc.enterprise?.name ?? doc.place, time3: by, thing4: note }
  return message(openid, 'work-to-do', values, pageOf(doc, path))
}

/** Something to do for an officer. Never says who reported. */
export const toOfficer = (openid: string, doc: HazardDoc, work: Work): Push =>
  toWorker(openid, doc, work, 'packages/desk/hazard')

/** Something to do for the fixer it was handed to. Never says who reported. */
export const toFixer = (doc: HazardDoc, work: Work): Push[] =>
  doc.fixer ? [toWorker(doc.fixer.openid, doc, work, 'packages/hazard/fix-detail')] : []

import { hazardKindLabels } from 'types/hazard'
import type { FixedKey, TriggerKey } from 'types/triggers'
import type { OutboxItem } from '../kit/aggregate'
import { messageTo } from '../kit/message'
import type { HazardDoc } from './hazard'

type Push = Omit<OutboxItem, 'id'>

const pageOf = (doc: HazardDoc, path: string) => `${path}?id=${doc._id}`

/** Word to one of those who reported; the words themselves only to whom they belong. */
export const toOne = (
  openid: string,
  doc: HazardDoc,
  progress: string,
  note: string,
  at: Date,
  trigger: FixedKey = 'report-step',
): Push[] => {
  const about = openid === doc.owner ? doc.words : `${hazardKindLabels[doc.kind]}隐患`
  const values = { character_string1: doc.code, thing2: about, phrase3: progress, time4: at, thing5: note }
  const page = pageOf(doc, 'packages/hazard/view')
  return [messageTo({ openid, template: 'hazard-progress', values, page, trigger })]
}

/** Word about a step to everybody who reported it and is stored. */
export const toReporter = (doc: HazardDoc, progress: string, note: string, at: Date): Push[] =>
  doc.followers.flatMap((openid) => toOne(openid, doc, progress, note, at))

type Work = { title: string; by: Date; note: string; trigger?: TriggerKey }

const toWorker = (openid: string, doc: HazardDoc, work: Work & { trigger: TriggerKey }, path: string): Push => {
  const { title, by, note, trigger } = work
  const values = { thing1: title, thing2: doc.enterprise?.name ?? doc.place, time3: by, thing4: note }
  return messageTo({ openid, template: 'work-to-do', values, page: pageOf(doc, path), trigger, line: doc.under })
}

/** Something to do for an officer. Never says who reported. */
export const toOfficer = (openid: string, doc: HazardDoc, work: Work): Push =>
  toWorker(openid, doc, { trigger: 'hazard-work', ...work }, 'packages/desk/hazard')

/** Something to do for the fixer it was handed to. Never says who reported. */
export const toFixer = (doc: HazardDoc, work: Work): Push[] =>
  doc.fixer ? [toWorker(doc.fixer.openid, doc, { trigger: 'fix-step', ...work }, 'packages/hazard/fix-detail')] : []

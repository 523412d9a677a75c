import { labelsOf, type Labels } from 'types/labels'
import { collection, type Document } from './collection'

/** One document a deployment: the words of all its unions. */
export const labelsId = 'labels'
type LabelsCore = Document & { labels: Labels }

const kept = collection<LabelsCore>('org_labels')
const freshMs = 60_000
let known: { at: number; labels: Labels } | null = null

/** What institutions are called here, for messages and printed forms. One trip; an instance asks once a minute. */
export const readLabels = async (): Promise<Labels> => {
  const age = known ? Math.abs(Date.now() - known.at) : freshMs
  if (known && age < freshMs) return known.labels
  known = { at: Date.now(), labels: labelsOf((await kept.find(labelsId))?.labels) }
  return known.labels
}

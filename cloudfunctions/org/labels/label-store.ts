import type { Labels } from 'types/labels'
import type { Aggregate } from '../../kit/aggregate'
import { collection } from '../../kit/collection'
import { labelsId } from '../../kit/labels'

/** What institutions are called; nothing is stored until somebody changes a word. */
export type LabelsDoc = Aggregate<'kept'> & { labels: Labels }

export const labelStore = collection<LabelsDoc>('org_labels')
export const findLabels = () => labelStore.find(labelsId)
export const createLabels = (doc: LabelsDoc) => labelStore.insert(doc)

import type { DriveForm } from 'types/drive-form'
import type { DriveState } from 'types/drive-machine'
import type { Aggregate } from '../../kit/aggregate'

type Chosen = { contests: string[]; activities: string[]; booths: string[] }

export type DriveDoc = Aggregate<DriveState> &
  Omit<DriveForm, 'slogan'> &
  Chosen & {
    nodeId: string
    nodeName: string
    slogan: string
    /** Why it was withdrawn. */
    reason: string | null
  }

/** What the officer wrote of it. */
export const formOf = (doc: DriveDoc): DriveForm => {
  const { theme, slogan, cover, pattern, from, to, monthly, open, stages, goals, kinds } = doc
  return { theme, slogan, cover, pattern, from, to, monthly, open, stages, goals, kinds }
}

export const headOf = ({ _id: id, nodeId, nodeName, state, theme, slogan, cover, from, to }: DriveDoc) => ({
  ...{ id, nodeId, nodeName, state },
  ...{ theme, slogan, cover, from, to },
})

export const rowOf = (doc: DriveDoc) => ({
  ...headOf(doc),
  ...{ pattern: doc.pattern, monthly: doc.monthly, version: doc.version },
})

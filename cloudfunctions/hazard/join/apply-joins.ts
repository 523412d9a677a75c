import type { OutboxItem } from '../../kit/aggregate'
import type { HazardDoc } from '../hazard'
import { findHazard } from '../hazard-store'
import { addJoiner } from './join-store'
import type { Joiner } from './joiner'

/** The hazard itself, or where it was merged into; null where that leads round in a circle. */
const standing = async (id: string, gone: readonly string[] = []): Promise<HazardDoc | null> => {
  const doc = gone.includes(id) ? null : await findHazard(id)
  return doc?.mergedInto ? standing(doc.mergedInto, [...gone, id]) : doc
}

// Hidden from whoever he was hidden from in the report he made, wherever that is put.
const hiddenFromOf = ({ identity, hiddenFrom, enterprise }: HazardDoc) =>
  identity === 'named' || !enterprise ? hiddenFrom : [...new Set([...hiddenFrom, enterprise.nodeId])]

const toJoiner = (doc: HazardDoc): Joiner => {
  const { _id, identity, owner, keyMark, spoken, createdAt, words } = doc
  return { _id, identity, owner, keyMark, spoken, hiddenFrom: hiddenFromOf(doc), at: createdAt, words }
}

const applyMerge = async (from: HazardDoc) => {
  const into = from.mergedInto ? await standing(from.mergedInto, [from._id]) : null
  if (!into) return
  for (const joiner of [toJoiner(from), ...from.joiners]) await addJoiner(into._id, joiner)
}

const applyOne = async ({ kind, payload }: OutboxItem) => {
  const { hazardId, joiner } = payload as { hazardId: string; joiner?: Joiner }
  if (kind === 'merge') {
    const from = await findHazard(hazardId)
    if (from) await applyMerge(from)
    return
  }
  const doc = await standing(hazardId)
  if (doc && joiner) await addJoiner(doc._id, { ...joiner, at: new Date(joiner.at) })
}

/** Hands joins and merges on to the hazards they belong to; the same ones may come again. */
export const applyJoins = async (items: readonly OutboxItem[]): Promise<void> => {
  for (const item of items) await applyOne(item)
}

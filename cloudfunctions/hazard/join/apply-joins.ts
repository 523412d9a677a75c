import type { OutboxItem } from '../../kit/aggregate'
import type { HazardDoc } from '../hazard'
import { findHazard } from '../hazard-store'
import { addJoiner } from './join-store'
import type { Joiner } from './joiner'

/** The hazard itself, or where it was merged into. */
const standing = async (id: string): Promise<HazardDoc | null> => {
  const doc = await findHazard(id)
  return doc?.mergedInto ? standing(doc.mergedInto) : doc
}

const toJoiner = ({ _id, identity, owner, keyMark, spoken, hiddenFrom, createdAt }: HazardDoc): Joiner => ({
  ...{ _id, identity, owner, keyMark, spoken, hiddenFrom, at: createdAt },
  words: null,
})

const applyMerge = async (from: HazardDoc) => {
  const into = from.mergedInto ? await standing(from.mergedInto) : null
  if (!into) return
  const words = from.words
  for (const joiner of [{ ...toJoiner(from), words }, ...from.joiners]) await addJoiner(into._id, joiner)
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

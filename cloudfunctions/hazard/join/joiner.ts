import type { ReporterIdentity } from 'types/hazard'

/** Somebody who reported the same thing after the first one, in the hazard he joined. */
export type Joiner = {
  /** Id of his own report or join. */
  _id: string
  identity: ReporterIdentity
  /** null when anonymous or erased. */
  owner: string | null
  keyMark: string | null
  /** Ciphertext of the name, where a team leader wrote his report down. */
  spoken: string | null
  /** Nodes of his employer he is hidden from, beside those of the hazard. */
  hiddenFrom: string[]
  words: string | null
  at: Date
}

/** The fields of a hazard nobody has joined yet. */
export const alone = (owner: string | null) => ({
  ...{ joiners: [] as Joiner[], joins: 0, mergedInto: null },
  followers: owner ? [owner] : [],
})

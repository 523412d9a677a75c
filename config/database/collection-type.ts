/** A room that may write or read a collection. `kit` is what every function stands on. */
export type Room = 'kit' | 'org' | 'volunteer' | 'quiz' | 'hazard' | 'notice' | 'desk'

export type IndexDeclaration = {
  name: string
  keys: readonly { field: string; order: 1 | -1 | '2dsphere' }[]
  unique?: boolean
}

/** One collection: who writes it (one room), who else reads it, its indexes. No client ever touches one. */
export type CollectionDeclaration = {
  name: string
  writer: Room
  readBy: readonly Room[]
  indexes: readonly IndexDeclaration[]
  /** Days after which the retention job erases a document, by this date field; absent: kept. */
  keep?: { field: string; days: number }
}

/** `index('under_dueAt', 'under', 'dueAt', '-at')`: a leading minus is descending. */
export const index = (name: string, ...fields: string[]): IndexDeclaration => ({
  name,
  keys: fields.map((field) => (field.startsWith('-') ? { field: field.slice(1), order: -1 } : { field, order: 1 })),
})

export const unique = (name: string, ...fields: string[]): IndexDeclaration => ({
  ...index(name, ...fields),
  unique: true,
})

/**
 * For a collection that grows large: what lies in a subtree in the order of ids, as a moving subtree's records follow.
 * Without it the walk goes through the whole collection.
 */
export const lineageIndex = index('under_id', 'under', '_id')

/** Every aggregate collection has this one: what waits for the drainer. */
export const outboxIndex = index('outboxAt', 'outboxAt')

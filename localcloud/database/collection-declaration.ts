/** Direction of one index key; `2dsphere` for a GeoJSON field. */
type KeyOrder = 1 | -1 | '2dsphere'

/** One declared index. `unique` counts a missing field as null, so two documents without it collide. */
export type IndexDeclaration = { name: string; keys: { field: string; order: KeyOrder }[]; unique?: boolean }

/** One collection that exists from the start, with its indexes. */
export type CollectionDeclaration = { name: string; indexes: IndexDeclaration[] }

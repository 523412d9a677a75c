export type IndexShape = { name: string; unique?: boolean; keys: { field: string; order: number | string }[] }
export type Declared = { name: string; indexes: IndexShape[]; rule: Record<string, unknown> }

/** The cloud's database administration, as far as applying needs it. */
export type DatabaseManager = {
  createCollection: (name: string) => Promise<unknown>
  hasCollection: (name: string) => Promise<boolean>
  readIndexes: (name: string) => Promise<IndexShape[]>
  createIndex: (name: string, index: IndexShape) => Promise<unknown>
  readRule: (name: string) => Promise<Record<string, unknown>>
  writeRule: (name: string, rule: Record<string, unknown>) => Promise<unknown>
}

export const readDeclared: () => Declared[]
export const applyDatabase: (
  manager: DatabaseManager,
  declared: Declared[],
  options?: { check?: boolean; say?: (text: string) => void },
) => Promise<string[]>

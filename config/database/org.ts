import type { CollectionDeclaration } from './collection-type'

export const orgCollections: readonly CollectionDeclaration[] = []
